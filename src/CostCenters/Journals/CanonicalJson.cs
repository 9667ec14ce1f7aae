using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CostCenters.Monetary;

namespace CostCenters.Journals;

/// <summary>Writes lines of JSON that are always the same bytes for the same contents.</summary>
/// <remarks>
/// One object a line: fields in the order of the calls, no spaces, numbers as given, and of a text only quotes,
/// backslashes and control characters escaped, as RFC 8785 has it. What a general writer escapes differs from version
/// to version with the tables of Unicode, and a hash over its bytes would, too.
/// </remarks>
internal sealed class CanonicalJson
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    private bool isFirst;

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Clear() => buffer.ResetWrittenCount();

    public CanonicalJson Begin()
    {
        buffer.Write("{"u8);
        isFirst = true;
        return this;
    }

    public void End() => buffer.Write("}\n"u8);

    /// <summary>A field that holds a text.</summary>
    public CanonicalJson Text(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        Text(value);
        return this;
    }

    /// <summary>A field that holds a text, left out where there is none.</summary>
    public CanonicalJson OptionalText(ReadOnlySpan<byte> name, string? value) =>
        value is null ? this : Text(name, value);

    public CanonicalJson Texts(ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        Name(name);
        buffer.Write("["u8);
        bool isFurther = false;
        foreach (string value in values)
        {
            if (isFurther)
            {
                buffer.Write(","u8);
            }

            isFurther = true;
            Text(value);
        }

        buffer.Write("]"u8);
        return this;
    }

    public CanonicalJson Number(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Utf8Formatter.TryFormat(value, buffer.GetSpan(20), out int length);
        buffer.Advance(length);
        return this;
    }

    public CanonicalJson OptionalNumber(ReadOnlySpan<byte> name, long? value) =>
        value is long number ? Number(name, number) : this;

    /// <summary>A field that holds counts of a decimal fraction, as a text with all decimals of the scale.</summary>
    public CanonicalJson Count(ReadOnlySpan<byte> name, long count, DecimalScale scale)
    {
        Name(name);
        Count(count, scale);
        return this;
    }

    public CanonicalJson OptionalCount(ReadOnlySpan<byte> name, long? count, DecimalScale scale) =>
        count is long number ? Count(name, number, scale) : this;

    public CanonicalJson Counts(ReadOnlySpan<byte> name, ReadOnlySpan<long> counts, DecimalScale scale)
    {
        Name(name);
        buffer.Write("["u8);
        for (int i = 0; i < counts.Length; i++)
        {
            if (i > 0)
            {
                buffer.Write(","u8);
            }

            Count(counts[i], scale);
        }

        buffer.Write("]"u8);
        return this;
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        buffer.Write(isFirst ? "\""u8 : ",\""u8);
        isFirst = false;
        buffer.Write(name);
        buffer.Write("\":"u8);
    }

    private void Count(long count, DecimalScale scale)
    {
        ulong magnitude = count < 0 ? unchecked(0UL - (ulong)count) : (ulong)count;
        (ulong whole, ulong part) = Math.DivRem(magnitude, (ulong)scale.UnitsPerWhole);
        buffer.Write(count < 0 ? "\"-"u8 : "\""u8);
        Digits(whole, atLeast: 1);
        if (scale.Digits > 0)
        {
            buffer.Write("."u8);
            Digits(part, scale.Digits);
        }

        buffer.Write("\""u8);
    }

    private void Digits(ulong number, int atLeast)
    {
        Utf8Formatter.TryFormat(number, buffer.GetSpan(20), out int length, new StandardFormat('D', (byte)atLeast));
        buffer.Advance(length);
    }

    private void Text(ReadOnlySpan<char> value)
    {
        buffer.Write("\""u8);
        while (value.IndexOfAny(Escaped) is var place and >= 0)
        {
            Plain(value[..place]);
            Escape(value[place]);
            value = value[(place + 1)..];
        }

        Plain(value);
        buffer.Write("\""u8);
    }

    private void Plain(ReadOnlySpan<char> value)
    {
        if (!value.IsEmpty)
        {
            Span<byte> text = buffer.GetSpan(Strict.GetMaxByteCount(value.Length));
            buffer.Advance(Strict.GetBytes(value, text));
        }
    }

    private void Escape(char character)
    {
        ReadOnlySpan<byte> escape = character switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            < '\x10' => "\\u000"u8,
            _ => "\\u001"u8,
        };
        buffer.Write(escape);
        if (escape.Length > 2)
        {
            int digit = character & 15;
            buffer.Write([(byte)(digit < 10 ? '0' + digit : 'a' + digit - 10)]);
        }
    }
}
