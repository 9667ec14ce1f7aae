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
    /// <param name="shape">What it looks like.</param>
    /// <param name="rows">Rows of postings.</param>
    /// <param name="budgetRows">Rows of the budget.</param>
    /// <param name="bar">Shows how far it has come.</param>
    /// <param name="cancellation">Ends it, and nothing is left.</param>
    public static void Make(
        string folder, BookShape shape, long rows, long budgetRows, ProgressBar bar, CancellationToken cancellation)
    {
        var company = new Company(shape);
        var budget = new BudgetRow(company, shape, Math.Max(1, PostingRow.MeanCents * rows / budgetRows));
        if (budgetRows > budget.Most)
        {
            throw new UsageException($"--budget-rows is at most {budget.Most}, the cells of this shape.");
        }


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
            string mark = shape.HasCrLf ? "\uFEFF" : "";
            string lineEnd = shape.HasCrLf ? "\r\n" : "\n";
            using (FileStream centers = Create(BookFolder.CentersFile), elements = Create(BookFolder.ElementsFile))
            {
                WriteText(centers, mark + company.CenterRows());
                WriteText(elements, mark + company.ElementRows());
                centers.Flush(flushToDisk: true);
                elements.Flush(flushToDisk: true);
            }

            long all = rows + budgetRows;
            RowFile.Write(PathOf(BookFolder.BudgetFile), HeaderOf(BudgetRow.Header), new RowRange(0, budgetRows),
                budgetRows, budget.Add, Progress(before: 0), cancellation);
            var posting = new PostingRow(company, shape);
            if (shape.Files > 0)
            {
                Directory.CreateDirectory(PathOf(BookFolder.PostingsFolder));
            }

            for (int file = 0; file < Math.Max(1, shape.Files); file++)
            {
                string name = shape.Files == 0 ? BookFolder.PostingsFile
                    : $"{BookFolder.PostingsFolder}/{file:D5}.csv";
                long first = rows * file / Math.Max(1, shape.Files);
                long end = rows * (file + 1) / Math.Max(1, shape.Files);
                RowFile.Write(PathOf(name), HeaderOf(posting.Header), new RowRange(first, end),
                    rows, posting.Add, Progress(before: budgetRows), cancellation);
            }

            string HeaderOf(string header) => mark + header.Replace("\n", lineEnd, StringComparison.Ordinal);

            Action<long> Progress(long before) =>
                done => bar.Show(before + done, all, ProgressBar.Rows(before + done));
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
