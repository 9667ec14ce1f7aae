using System.Globalization;

namespace CostCenters.Samples.LargeLedger;

/// <summary>Appends the cells of rows to a buffer that is large enough for them.</summary>
internal ref struct RowBytes(Span<byte> buffer)
{
    private readonly Span<byte> buffer = buffer;

    public int Length { get; private set; }

    public void Add(byte character) => buffer[Length++] = character;

    public void Add(scoped ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer[Length..]);
        Length += text.Length;
    }

    /// <summary>Adds a number with at least so many digits.</summary>
    public void Add(long number, int digits = 1)
    {
        ReadOnlySpan<char> format = digits switch { 1 => "D1", 2 => "D2", 4 => "D4", _ => "D7" };
        number.TryFormat(buffer[Length..], out int written, format, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Adds cents as euro with two decimals.</summary>
    public void AddCents(long cents)
    {
        if (cents < 0)
        {
            Add((byte)'-');
        }

        (long euro, long rest) = Math.DivRem(Math.Abs(cents), 100);
        Add(euro);
        Add((byte)'.');
        Add(rest, 2);
    }
}
