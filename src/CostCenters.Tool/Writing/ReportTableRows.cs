using CostCenters.Reports.Tables;

namespace CostCenters.Tool.Writing;

/// <summary>Goes through the rows of a table.</summary>
internal static class ReportTableRows
{
    /// <summary>The rows, in order.</summary>
    public static IEnumerable<ReportCell[]> Rows(this ReportTable table)
    {
        ReportTableReader reader = table.NewReader();
        for (int block = 0; block < table.BlockCount; block++)
        {
            reader.Load(block);
            for (int row = 0; row < reader.RowCount; row++)
            {
                yield return reader.Row(row).ToArray();
            }
        }
    }

    /// <summary>The rows as texts, null where a cell is absent.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Texts(this ReportTable table) =>
        table.Rows().Select(row => row.Select((cell, column) => table.Columns[column].TextOf(cell)).ToArray());
}
