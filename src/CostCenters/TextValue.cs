using System.Diagnostics.CodeAnalysis;

namespace CostCenters;

/// <summary>Reads values of a type that is known.</summary>
internal static class TextValue
{
    public static T Parse<T>(ReadOnlySpan<char> text, IFormatProvider? provider)
        where T : ISpanParsable<T> =>
        T.Parse(text, provider);

    public static bool TryParse<T>(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
        where T : ISpanParsable<T> =>
        T.TryParse(text, null, out value);
}
