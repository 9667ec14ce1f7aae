using System.Text;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Bulk;

/// <summary>Turns text of an encoding with one byte for each character, such as Windows-1252, into UTF-8.</summary>
/// <remarks>ASCII stays as it is, so lines and cells can be found before or after.</remarks>
internal sealed class SingleByteText
{
    /// <summary>The most bytes of UTF-8 for one character of such an encoding.</summary>
    public const int Longest = 3;

    private const int FirstOther = 0x80;

    private readonly byte[][] characters;

    private SingleByteText(byte[][] characters) => this.characters = characters;

    /// <summary>The way from an encoding; null for one that has other characters in place of ASCII, or more bytes.
    /// </summary>
    public static SingleByteText? Find(Encoding encoding)
    {
        if (!encoding.IsSingleByte)
        {
            return null;
        }

        byte[][] characters = new byte[256][];
        for (int unit = 0; unit < characters.Length; unit++)
        {
            string text = encoding.GetString([(byte)unit]);
            characters[unit] = text == FileEncoding.Undecodable ? [0] : Encoding.UTF8.GetBytes(text);
            bool isSame = characters[unit] is [byte same] && same == unit;
            if (characters[unit].Length > Longest || (unit < FirstOther && !isSame))
            {
                return null;
            }
        }

        return new(characters);
    }

    /// <summary>The most bytes that a text takes.</summary>
    public static int MostBytes(ReadOnlySpan<byte> text)
    {
        int others = text.Length;
        foreach (byte unit in text)
        {
            others -= unit < FirstOther ? 1 : 0;
        }

        return checked(text.Length + (others * (Longest - 1)));
    }

    /// <summary>How many characters a text in UTF-8 has, which is how many bytes it had.</summary>
    public static int CharactersOf(ReadOnlySpan<byte> text)
    {
        int count = 0;
        foreach (byte unit in text)
        {
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    /// <summary>Writes a text as UTF-8.</summary>
    /// <returns>The bytes written.</returns>
    public int Transcode(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int written = 0;
        while (!text.IsEmpty)
        {
            int plain = text.IndexOfAnyExceptInRange((byte)0, (byte)(FirstOther - 1));
            plain = plain < 0 ? text.Length : plain;
            text[..plain].CopyTo(destination[written..]);
            written += plain;
            text = text[plain..];
            while (!text.IsEmpty && text[0] >= FirstOther)
            {
                byte[] character = characters[text[0]];
                character.CopyTo(destination[written..]);
                written += character.Length;
                text = text[1..];
            }
        }

        return written;
    }

    /// <summary>A text as UTF-8.</summary>
    public byte[] Transcode(ReadOnlySpan<byte> text)
    {
        byte[] destination = new byte[MostBytes(text)];
        return destination[..Transcode(text, destination)];
    }
}
