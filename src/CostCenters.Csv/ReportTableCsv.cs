using System.Text;
using CostCenters.Csv.Rows;
using CostCenters.Reports.Tables;

namespace CostCenters.Csv;

/// <summary>Writes the table of any report: a header with the names of its columns, then its rows.</summary>
/// <remarks>UTF-8, LF; by the contract without byte order mark, for people as a <see cref="TableCsvFormat"/> says.
/// Numbers have all decimals of their column; absent cells are empty.</remarks>
public static class ReportTableCsv
{
    /// <summary>The rows, about, that a thread makes before it waits for its turn to write them.</summary>
    private const int RowsAtOnce = 4_096;

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="threads">The most threads at work, 1 or more; what is written is the same for any number. The
    /// stream is used by one thread at a time.</param>
    /// <param name="format">For whom; null for the contract.</param>
    /// <param name="cancellation">Ends the writing after some whole rows.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Write(
        ReportTable table,
        Stream stream,
        int threads = 1,
        TableCsvFormat? format = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        cancellation.ThrowIfCancellationRequested();
        TableCsvFormat form = format ?? TableCsvFormat.Contract;
        if (form.HasByteOrderMark)
        {
            stream.Write(Encoding.UTF8.Preamble);
        }

        new RowWriter(stream, table.Columns.Select(column => column.Name), leaveOpen: true, form.Delimiter).Dispose();
        byte[][][] texts = ReportFormatter.TextsOf(table, form.Delimiter, form.NeutralizesCodes);
        int blocksAtOnce = Math.Max(1, RowsAtOnce / Math.Max(1, table.RowsPerBlock));
        int parts = (table.BlockCount + blocksAtOnce - 1) / blocksAtOnce;
        var output = new OrderedOutput(stream, parts, () =>
        {
            var formatter = new ReportFormatter(table, form.Delimiter, form.DecimalSeparator, texts);
            return (part, target) =>
            {
                int first = part * blocksAtOnce;
                int end = Math.Min(first + blocksAtOnce, table.BlockCount);
                for (int block = first; block < end; block++)
                {
                    formatter.Format(block, target);
                }
            };
        });
        output.Write(threads, cancellation);
    }
}
