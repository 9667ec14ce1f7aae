using CostCenters.Csv;

namespace CostCenters.Samples.LargeLedger;

/// <summary>
/// Makes the book folder: the same numbers of rows give the same bytes, and the folder is whole or absent.
/// </summary>
internal static class BookMaker
{
    /// <summary>Makes a book.</summary>
    /// <param name="folder">A folder that is not there, or empty.</param>
    /// <param name="rows">Rows of postings.</param>
    /// <param name="budgetRows">Rows of the budget.</param>
    /// <param name="bar">Shows how far it has come.</param>
    /// <param name="cancellation">Ends it, and nothing is left.</param>
    public static void Make(
        string folder, long rows, long budgetRows, ProgressBar bar, CancellationToken cancellation)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string unfinished = $"{target}.{Environment.ProcessId}.tmp";
        Directory.CreateDirectory(unfinished);
        try
        {
            File.WriteAllText(PathOf(BookFolder.DescriptionFile), Company.Json.ReplaceLineEndings("\n"));
            File.WriteAllText(PathOf(BookFolder.CentersFile), Company.CenterRows());
            File.WriteAllText(PathOf(BookFolder.ElementsFile), Company.ElementRows());
            long all = rows + budgetRows;
            long meanCents = Math.Max(1, PostingRow.MeanCents * rows / budgetRows);
            RowFile.Write(PathOf(BookFolder.BudgetFile), BudgetRow.Header, budgetRows, AddBudget,
                done => bar.Show(done, all, ProgressBar.Rows(done)), cancellation);
            RowFile.Write(PathOf(BookFolder.PostingsFile), PostingRow.Header, rows, PostingRow.Add,
                done => bar.Show(budgetRows + done, all, ProgressBar.Rows(budgetRows + done)), cancellation);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(unfinished, target);

            void AddBudget(long row, long count, ref RowBytes bytes) =>
                BudgetRow.Add(row, count, meanCents, ref bytes);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }

        string PathOf(string file) => Path.Combine(unfinished, file);
    }
}
