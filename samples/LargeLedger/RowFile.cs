using System.Text;

namespace CostCenters.Samples.LargeLedger;

/// <summary>Writes files of rows: blocks are filled side by side and written in order.</summary>
internal static class RowFile
{
    private const int RowsPerBlock = 16_384;
    private const int LongestRow = 480;

    /// <summary>Appends a row, given its number and how many there are.</summary>
    public delegate void RowMaker(long row, long rows, ref RowBytes bytes);

    /// <summary>Writes a new file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="header">The first line, with its line end.</param>
    /// <param name="range">The rows that follow.</param>
    /// <param name="rows">How many there are in all files.</param>
    /// <param name="add">Makes each row.</param>
    /// <param name="progress">Told the rows so far.</param>
    /// <param name="cancellation">Ends it; the file stays half done.</param>
    public static void Write(
        string path, string header, RowRange range, long rows, RowMaker add, Action<long> progress,
        CancellationToken cancellation)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(Encoding.UTF8.GetBytes(header));
        long blocks = (range.Count + RowsPerBlock - 1) / RowsPerBlock;
        byte[][] buffers = [.. Enumerable.Range(0, (int)Math.Min(blocks, Environment.ProcessorCount * 2))
            .Select(_ => new byte[RowsPerBlock * LongestRow])];
        int[] lengths = new int[buffers.Length];
        for (long first = 0; first < blocks; first += buffers.Length)
        {
            int count = (int)Math.Min(buffers.Length, blocks - first);
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, index =>
                lengths[index] = Fill(buffers[index], range.Block(first + index, RowsPerBlock), rows, add));
            for (int index = 0; index < count; index++)
            {
                stream.Write(buffers[index], 0, lengths[index]);
            }

            progress(range.Block(first + count - 1, RowsPerBlock).End);
        }

        stream.Flush(flushToDisk: true);
    }

    private static int Fill(byte[] buffer, RowRange range, long rows, RowMaker add)
    {
        var bytes = new RowBytes(buffer);
        for (long row = range.First; row < range.End; row++)
        {
            add(row, rows, ref bytes);
        }

        return bytes.Length;
    }
}
