using System.Diagnostics.CodeAnalysis;

namespace CostCenters;

/// <summary>A value with one exact text, by which it goes through JSON, configuration and formats.</summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
/// <remarks>
/// The format <c>R</c> gives the text that <see cref="TryRead"/> takes back, the same in every culture, and an empty
/// one for a default value that is none. No format and <c>G</c> give what <see cref="object.ToString"/> does, which
/// people read.
/// </remarks>
internal interface ITextValue<TSelf> : ISpanFormattable, ISpanParsable<TSelf>
    where TSelf : ITextValue<TSelf>
{
    /// <summary>What was expected, for messages: <c>a fiscal period such as 2026-P03</c>.</summary>
    static abstract string Expected { get; }

    /// <summary>Reads the text of a value.</summary>
    /// <param name="text">The text, without surrounding spaces.</param>
    /// <param name="provider">The culture of numbers; null is the invariant one.</param>
    /// <param name="value">The value, or the default one where the text is none.</param>
    static abstract bool TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf value);

    /// <summary>The exact text; empty for a default value that is none.</summary>
    string ExactText();

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TSelf.TryRead(s, provider, out TSelf? value)
            ? value
            : throw new FormatException($"'{s}' is not {TSelf.Expected}.");

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TextValue.Parse<TSelf>(s, provider);
    }

    static bool ISpanParsable<TSelf>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result) =>
        TSelf.TryRead(s, provider, out result);

    static bool IParsable<TSelf>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
    {
        if (s is not null)
        {
            return TSelf.TryRead(s, provider, out result);
        }

        result = default;
        return false;
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        format switch
        {
            null or "" or "G" => ToString()!,
            "R" => ExactText(),
            _ => throw new FormatException(
                $"There is no format '{format}' of {TSelf.Expected}; use G or R, or round it to a decimal first."),
        };

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }
}
