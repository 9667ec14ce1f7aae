using CostCenters.Reports.Tables;

namespace CostCenters.Tests.Unit.Reports;

/// <summary>The rows of a table as lines of text.</summary>
internal static class ReportTableTexts
{
    public static IEnumerable<string> Of(ReportTable table)
    {
        ReportTableReader reader = table.NewReader();
        for (int block = 0; block < table.BlockCount; block++)
        {
            reader.Load(block);
            for (int row = 0; row < reader.RowCount; row++)
            {
                yield return string.Join(
                    ',', reader.Row(row).ToArray().Select((cell, column) => table.Columns[column].TextOf(cell)));
            }
        }
    }
}
