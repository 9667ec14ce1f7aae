using System.Globalization;
using System.Text;

namespace CostCenters.Reporting.Sheets;

/// <summary>Writes XML as it is, and texts so that nothing in them can become markup.</summary>
internal sealed class XmlBytes(Stream stream) : IDisposable
{
    private const int LongestNumber = 64;

    private readonly byte[] buffer = new byte[1 << 16];
    private int used;

    public XmlBytes Raw(ReadOnlySpan<byte> markup)
    {
        Reserve(markup.Length);
        markup.CopyTo(buffer.AsSpan(used));
        used += markup.Length;
        return this;
    }

    /// <summary>A text without characters that XML forbids.</summary>
    public XmlBytes Text(string text)
    {
        ReadOnlySpan<char> left = text;
        while (left.Length > 0)
        {
            int plain = left.IndexOfAny("<>&\"");
            int part = Math.Min(plain < 0 ? left.Length : plain, buffer.Length / 4);
            part -= part > 0 && part < left.Length && char.IsHighSurrogate(left[part - 1]) ? 1 : 0;
            Reserve(part * 3);
            used += Encoding.UTF8.GetBytes(left[..part], buffer.AsSpan(used));
            left = left[part..];
            if (part == plain)
            {
                Raw(left[0] switch
                {
                    '<' => "&lt;"u8,
                    '>' => "&gt;"u8,
                    '&' => "&amp;"u8,
                    _ => "&quot;"u8,
                });
                left = left[1..];
            }
        }

        return this;
    }

    public XmlBytes Number(long number)
    {
        Reserve(LongestNumber);
        number.TryFormat(buffer.AsSpan(used), out int length, provider: CultureInfo.InvariantCulture);
        used += length;
        return this;
    }

    /// <summary>All digits of a number.</summary>
    public XmlBytes Number(decimal number)
    {
        Reserve(LongestNumber);
        number.TryFormat(buffer.AsSpan(used), out int length, provider: CultureInfo.InvariantCulture);
        used += length;
        return this;
    }

    public void Dispose()
    {
        stream.Write(buffer, 0, used);
        used = 0;
        stream.Dispose();
    }

    private void Reserve(int length)
    {
        if (length > buffer.Length - used)
        {
            stream.Write(buffer, 0, used);
            used = 0;
        }
    }
}
