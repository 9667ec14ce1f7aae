using System.Diagnostics.CodeAnalysis;

namespace CostCenters;

/// <summary>Reads values of a type that is known.</summary>
internal static class TextValue
{
    public static T Parse<T>(ReadOnlySpan<char> text, IFormatProvider? provider)
        where T : ISpanParsable<T> =>
        T.Parse(text, provider);

    /// <summary>The value of an enumeration that has exactly this name.</summary>
    public static bool TryName<T>(ReadOnlySpan<char> name, out T value)
        where T : struct, Enum
    {
        foreach (T choice in Enum.GetValues<T>())
        {
            if (name.SequenceEqual(choice.ToString()))
            {
                value = choice;
                return true;
            }
        }

        value = default;
        return false;
    }

    public static bool TryParse<T>(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
        where T : ISpanParsable<T> =>
        T.TryParse(text, null, out value);
}
