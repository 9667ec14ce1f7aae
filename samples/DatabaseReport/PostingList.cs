using System.Globalization;
using System.Text;
using CostCenters.Cubes;
using CostCenters.Data;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Reports;

namespace CostCenters.Samples.DatabaseReport;

/// <summary>The rows of the database behind a report.</summary>
internal static class PostingList
{
    private const int PageSize = 1_000;

    public static async Task<string> OfAsync(SqlSnapshot snapshot, SqlLedgerTable table, Comparison comparison)
    {
        var periods = comparison.Periods.ToHashSet();
        var text = new StringBuilder("row,date,center,element,amount\n");
        IEnumerable<CellAddress> cells = comparison.Actual.Cells().Select(cell => cell.Address)
            .Where(cell => periods.Contains(cell.Period));
        foreach (CellAddress[] some in cells.Chunk(SqlSnapshot.MaxCells))
        {
            SqlPostingPage? page = null;
            do
            {
                page = await snapshot.FindPostingsAsync(comparison.Space, table, some, PageSize, page?.Next);
                foreach (SqlPosting row in page.Postings)
                {
                    text.Append(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Key},{row.Posting.Date:uuuu-MM-dd},{Quoted(row.Posting.Center.Value)},"))
                        .Append(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{Quoted(row.Posting.Element.Value)},{row.Posting.Amount}\n"));
                }
            }
            while (page.Next is not null);
        }

        return text.ToString();
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
