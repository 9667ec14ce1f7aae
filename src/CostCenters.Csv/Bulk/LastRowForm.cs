using Microsoft.Win32.SafeHandles;

namespace CostCenters.Csv.Bulk;

/// <summary>Looks at the form of a file's last row, without its meaning.</summary>
internal static class LastRowForm
{
    private const int TailLength = 64 * 1024;

    /// <summary>Whether the last row has fewer filled cells than the first, as an unmarked total has; true where that
    /// cannot be seen.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">Its length.</param>
    /// <param name="headerLine">The line of the header.</param>
    /// <param name="delimiter">What stands between cells.</param>
    public static bool MayBeTotal(SafeFileHandle file, long length, long headerLine, byte delimiter)
    {
        byte[] head = Read(file, 0, (int)Math.Min(TailLength, length));
        byte[] tail = Read(file, Math.Max(0, length - TailLength), (int)Math.Min(TailLength, length));
        byte[][] first = [.. Lines(head).Skip((int)Math.Min(headerLine, int.MaxValue)).Take(1)];
        byte[][] last = [.. Lines(tail).TakeLast(1)];
        return first.Length == 0
            || last.Length == 0
            || last[0].Contains((byte)'"')
            || first[0].Contains((byte)'"')
            || SurelyFilledCells(last[0], delimiter) < PerhapsFilledCells(first[0], delimiter);
    }

    /// <summary>The lines that have something in them.</summary>
    private static IEnumerable<byte[]> Lines(byte[] text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = Array.IndexOf(text, (byte)'\n', start);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(start..end).IndexOfAnyExcept(" \t\r,;"u8) >= 0 || start == 0)
            {
                yield return text[start..end];
            }

            start = end + 1;
        }
    }

    /// <summary>The cells that are filled whatever counts as white space.</summary>
    private static int SurelyFilledCells(ReadOnlySpan<byte> line, byte delimiter)
    {
        int filled = 0;
        foreach (Range cell in line.Split(delimiter))
        {
            filled += line[cell].IndexOfAnyInRange((byte)'!', (byte)'~') >= 0 ? 1 : 0;
        }

        return filled;
    }

    /// <summary>The cells that are filled if white space counts, too.</summary>
    private static int PerhapsFilledCells(ReadOnlySpan<byte> line, byte delimiter)
    {
        int filled = 0;
        foreach (Range cell in line.Split(delimiter))
        {
            filled += line[cell].TrimEnd((byte)'\r').IsEmpty ? 0 : 1;
        }

        return filled;
    }

    private static byte[] Read(SafeFileHandle file, long offset, int length)
    {
        byte[] text = new byte[length];
        int filled = 0;
        while (filled < length)
        {
            int read = RandomAccess.Read(file, text.AsSpan(filled), offset + filled);
            filled += read > 0 ? read : throw new EndOfStreamException(BulkFile.BecameShorter);
        }

        return text;
    }
}
