using System.Globalization;
using System.Text;

namespace CostCenters.Csv.Detection;

/// <summary>Finds the encoding and the line ends of a file.</summary>
internal static class EncodingFinding
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Undefined => [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    /// <summary>The text of the sample; null when the bytes are no text.</summary>
    public static string? Find(FileSample sample, ProposalDraft draft)
    {
        ReadOnlySpan<byte> bytes = sample.Bytes;
        string? wide = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => "utf-32",
            [0, 0, 0xFE, 0xFF, ..] => "utf-32BE",
            [0xFF, 0xFE, ..] => "utf-16LE",
            [0xFE, 0xFF, ..] => "utf-16BE",
            _ => null,
        };
        if (wide is not null)
        {
            draft.Say($"A byte order mark says {wide}.");
        }
        else if (bytes.Contains((byte)0))
        {
            wide = FindByNuls(bytes);
            if (wide is null)
            {
                return FindDespiteNuls(sample, draft);
            }

            draft.Say($"Every second byte is 0 and no byte order mark stands in front: {wide}.");
        }

        string name = wide ?? FindNarrow(sample, draft);
        draft.Profile = name == "utf-8" ? draft.Profile : draft.Profile.WithEncoding(name);
        string text = Imports.FileEncoding.Find(name).GetString(bytes);
        FindLineEnds(text, draft);
        return text.TrimStart('\uFEFF');
    }

    /// <summary>NULs behind the last row are padding, whose row is refused; anywhere else they are no text.</summary>
    private static string? FindDespiteNuls(FileSample sample, ProposalDraft draft)
    {
        ReadOnlySpan<byte> bytes = sample.Bytes;
        int first = bytes.IndexOf((byte)0);
        bool isPadding = bytes[first..].IndexOfAnyExcept((byte)0, (byte)'\r', (byte)'\n') < 0;
        if (!isPadding || first == 0)
        {
            return null;
        }

        draft.Hint(
            "padding",
            "The file ends with NULs, as padding or a crash leaves them. Their row is rejected; rows may lack.",
            "(none: cut the file)",
            "(none)");
        string text = Encoding.UTF8.GetString(bytes[..first]);
        FindLineEnds(text, draft);
        return text;
    }

    private static string? FindByNuls(ReadOnlySpan<byte> bytes)
    {
        int pairs = bytes.Length / 2;
        int low = 0;
        int high = 0;
        for (int pair = 0; pair < pairs; pair++)
        {
            low += bytes[2 * pair] == 0 ? 1 : 0;
            high += bytes[(2 * pair) + 1] == 0 ? 1 : 0;
        }

        return high * 10 > pairs * 6 && low * 10 < pairs ? "utf-16LE"
            : low * 10 > pairs * 6 && high * 10 < pairs ? "utf-16BE"
            : null;
    }

    private static string FindNarrow(FileSample sample, ProposalDraft draft)
    {
        ReadOnlySpan<byte> bytes = sample.Bytes;
        ReadOnlySpan<byte> whole = bytes[..(bytes.Length - (sample.IsWhole ? 0 : CutBytes(bytes)))];
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            draft.Say("A byte order mark says UTF-8.");
            return "utf-8";
        }

        if (whole.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0)
        {
            draft.Say("All characters are ASCII.");
            return "utf-8";
        }

        try
        {
            _ = Strict.GetCharCount(whole);
            draft.Say("The bytes are valid UTF-8.");
            return "utf-8";
        }
        catch (DecoderFallbackException error)
        {
            return FindOld(whole, error.Index, draft);
        }
    }

    private static string FindOld(ReadOnlySpan<byte> bytes, int index, ProposalDraft draft)
    {
        string place = string.Create(
            CultureInfo.InvariantCulture, $"Byte {index + 1} is 0x{bytes[index]:X2}, which is no UTF-8");
        if (HasManyWideCharacters(bytes))
        {
            draft.Hint(
                "encoding",
                $"{place}, but most other characters are: the file is damaged UTF-8. Its broken rows are rejected.",
                "WithEncoding",
                "encoding");
            return "utf-8";
        }

        draft.Say($"{place}; as Windows-1252 all bytes are characters.");
        bool isDefined = bytes.IndexOfAny(Undefined) < 0;
        draft.Hint(
            "encoding",
            isDefined
                ? "The bytes may be Windows-1252 or another code page of one byte a character; look whether letters "
                    + "with accents are right in the preview."
                : "Some bytes are no characters in Windows-1252, so the file may be of code page 850; look whether "
                    + "letters with accents are right in the preview.",
            "WithEncoding",
            "encoding",
            Choice("windows-1252"),
            Choice("ibm850"),
            Choice("iso-8859-15"),
            Choice("windows-1250"));
        return "windows-1252";

        static ProfileChoice Choice(string name) => new(name, $"The encoding is {name}", p => p.WithEncoding(name));
    }

    /// <summary>Whether more characters of several bytes are whole than broken.</summary>
    private static bool HasManyWideCharacters(ReadOnlySpan<byte> bytes)
    {
        int whole = 0;
        int broken = 0;
        while (!bytes.IsEmpty)
        {
            bool isRune = Rune.DecodeFromUtf8(bytes, out _, out int length) == System.Buffers.OperationStatus.Done;
            whole += isRune && length > 1 ? 1 : 0;
            broken += isRune ? 0 : 1;
            bytes = bytes[length..];
        }

        return whole > 3 * broken;
    }

    /// <summary>The bytes of a character that the end of the sample cuts.</summary>
    private static int CutBytes(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            if (bytes[^back] >= 0xC0)
            {
                return back;
            }

            if (bytes[^back] < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }

    private static void FindLineEnds(string text, ProposalDraft draft)
    {
        if (!text.Contains('\n', StringComparison.Ordinal)
            && text.TrimEnd('\r').Contains('\r', StringComparison.Ordinal))
        {
            draft.Profile = draft.Profile.WithCarriageReturns();
            draft.Say("Lines end with carriage returns alone.");
        }
    }
}
