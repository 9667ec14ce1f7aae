namespace CostCenters.Tests.Unit;

/// <summary>Reads a value through the interface by which configuration and JSON read it.</summary>
internal static class Parsing
{
    public static bool TryParse<T>(string text, out T? value)
        where T : ISpanParsable<T> =>
        T.TryParse(text.AsSpan(), null, out value);
}
