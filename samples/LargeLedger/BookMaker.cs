using System.Text;
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
        string parent = Path.GetDirectoryName(target) ?? target;
        Directory.CreateDirectory(parent);
        RemoveLeftovers(parent);
        string unfinished = Unfinished.NewPath(parent);
        Directory.CreateDirectory(unfinished);
        try
        {
            // It stays open until the end, by which other runs see that this one is alive.
            using (FileStream description = Create(BookFolder.DescriptionFile))
            {
                WriteText(description, Company.Json.ReplaceLineEndings("\n"));
                WriteTables();
                description.Flush(flushToDisk: true);
            }

            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(unfinished, target);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }

        void WriteTables()
        {
            using (FileStream centers = Create(BookFolder.CentersFile), elements = Create(BookFolder.ElementsFile))
            {
                WriteText(centers, Company.CenterRows());
                WriteText(elements, Company.ElementRows());
                centers.Flush(flushToDisk: true);
                elements.Flush(flushToDisk: true);
            }

            long all = rows + budgetRows;
            long meanCents = Math.Max(1, PostingRow.MeanCents * rows / budgetRows);
            RowFile.Write(PathOf(BookFolder.BudgetFile), BudgetRow.Header, budgetRows, AddBudget,
                done => bar.Show(done, all, ProgressBar.Rows(done)), cancellation);
            RowFile.Write(PathOf(BookFolder.PostingsFile), PostingRow.Header, rows, PostingRow.Add,
                done => bar.Show(budgetRows + done, all, ProgressBar.Rows(budgetRows + done)), cancellation);

            void AddBudget(long row, long count, ref RowBytes bytes) =>
                BudgetRow.Add(row, count, meanCents, ref bytes);
        }

        FileStream Create(string file) =>
            new(PathOf(file), FileMode.CreateNew, FileAccess.Write, FileShare.None);

        string PathOf(string file) => Path.Combine(unfinished, file);
    }

    private static void WriteText(FileStream file, string text) => file.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Removes what runs that were broken off have left; one that is alive has its description open.</summary>
    private static void RemoveLeftovers(string parent)
    {
        foreach (DirectoryInfo leftover in Unfinished.In(parent).OfType<DirectoryInfo>())
        {
            string description = Path.Combine(leftover.FullName, BookFolder.DescriptionFile);
            Unfinished.IfNotInUse(description, () => leftover.Delete(recursive: true));
        }
    }
}
