using System.Globalization;
using System.Text;

namespace CostCenters.Reporting.Markup;

/// <summary>Writes markup as it is, and texts so that nothing in them can become markup.</summary>
/// <remarks>Control characters, marks of direction and zero-width characters could forge what a reader sees, so they
/// are shown as what they are: <c>\u{202E}</c>.</remarks>
internal sealed class HtmlWriter(Stream stream)
{
    private const int LongestRune = 16;

    private readonly byte[] buffer = new byte[1 << 16];
    private int used;

    /// <summary>Markup of ours.</summary>
    public HtmlWriter Raw(ReadOnlySpan<byte> markup)
    {
        while (markup.Length > buffer.Length - used)
        {
            int part = buffer.Length - used;
            markup[..part].CopyTo(buffer.AsSpan(used));
            used += part;
            markup = markup[part..];
            Flush();
        }

        markup.CopyTo(buffer.AsSpan(used));
        used += markup.Length;
        return this;
    }

    /// <summary>A text of anybody, in an element or in quotes.</summary>
    public HtmlWriter Text(string text)
    {
        if (text.Length <= buffer.Length / 4 && IsPlain(text))
        {
            Reserve(text.Length);
            used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
            return this;
        }

        foreach (Rune rune in text.EnumerateRunes())
        {
            Reserve(LongestRune);
            Append(rune);
        }

        return this;
    }

    public HtmlWriter Number(int number)
    {
        Reserve(LongestRune);
        number.TryFormat(buffer.AsSpan(used), out int length, provider: CultureInfo.InvariantCulture);
        used += length;
        return this;
    }

    /// <summary>A number for programs.</summary>
    public HtmlWriter Number(decimal number)
    {
        Reserve(4 * LongestRune);
        number.TryFormat(buffer.AsSpan(used), out int length, provider: CultureInfo.InvariantCulture);
        used += length;
        return this;
    }

    /// <summary>A number for people, of which only the magnitude is written.</summary>
    public HtmlWriter Magnitude(decimal number, string pattern, NumberFormatInfo numbers)
    {
        Reserve(16 * LongestRune);
        decimal.Abs(number).TryFormat(buffer.AsSpan(used), out int length, pattern, numbers);
        used += length;
        return this;
    }

    public void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    private static bool IsPlain(string text)
    {
        foreach (char sign in text)
        {
            if (sign is < ' ' or > '~' or '<' or '>' or '&' or '"' or '\'')
            {
                return false;
            }
        }

        return true;
    }

    private void Append(Rune rune)
    {
        switch (rune.Value)
        {
            case '<':
                Raw("&lt;"u8);
                break;
            case '>':
                Raw("&gt;"u8);
                break;
            case '&':
                Raw("&amp;"u8);
                break;
            case '"':
                Raw("&quot;"u8);
                break;
            case '\'':
                Raw("&#39;"u8);
                break;
            default:
                if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                {
                    Raw("\\u{"u8);
                    rune.Value.TryFormat(
                        buffer.AsSpan(used), out int length, "X", CultureInfo.InvariantCulture);
                    used += length;
                    Raw("}"u8);
                }
                else
                {
                    used += rune.EncodeToUtf8(buffer.AsSpan(used));
                }

                break;
        }
    }

    private void Reserve(int length)
    {
        if (length > buffer.Length - used)
        {
            Flush();
        }
    }
}
