using Microsoft.Win32.SafeHandles;

namespace CostCenters.Csv.Bulk;

/// <summary>Finds where a header ends that the plain reader has accepted.</summary>
internal static class HeaderEnd
{
    private const int FirstTry = 4_096;

    /// <summary>Reads a file up to the first line end outside quotes behind some lines.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">Its length.</param>
    /// <param name="linesBefore">The lines in front of the header, in which quotes mean nothing.</param>
    public static byte[] Read(SafeFileHandle file, long length, long linesBefore)
    {
        byte[] text = new byte[Math.Min(FirstTry, length)];
        int known = 0;
        bool isQuoted = false;
        while (true)
        {
            int filled = known;
            while (filled < text.Length)
            {
                int read = RandomAccess.Read(file, text.AsSpan(filled), filled);
                filled += read > 0 ? read : throw new EndOfStreamException(BulkFile.BecameShorter);
            }

            for (; known < text.Length; known++)
            {
                isQuoted ^= text[known] == '"' && linesBefore == 0;
                if (text[known] != '\n' || isQuoted)
                {
                    continue;
                }

                if (linesBefore-- == 0)
                {
                    return text[..(known + 1)];
                }
            }

            if (text.Length == length)
            {
                return text;
            }

            Array.Resize(ref text, (int)Math.Min(text.Length * 2L, length));
        }
    }
}
