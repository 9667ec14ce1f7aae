using System.Text;
using CostCenters.Csv;

namespace CostCenters.Samples.LargeLedger;

/// <summary>
/// Makes the book folder: the same shape and numbers of rows give the same bytes, and the folder is whole or absent.
/// </summary>
/// <param name="shape">What it looks like.</param>
/// <param name="rows">Rows of postings.</param>
/// <param name="budgetRows">Rows of the budget.</param>
/// <param name="bar">Shows how far it has come.</param>
/// <param name="cancellation">Ends it, and nothing is left.</param>
internal sealed class BookMaker(
    BookShape shape, long rows, long budgetRows, ProgressBar bar, CancellationToken cancellation)
{
    private readonly Company company = new(shape);
    private readonly string mark = shape.HasCrLf ? "\uFEFF" : "";

    /// <summary>Makes the book.</summary>
    /// <param name="folder">A folder that is not there, or empty.</param>
    /// <exception cref="UsageException">The shape has fewer cells than there are rows of the budget.</exception>
    public void Make(string folder)
    {
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
            using (FileStream description = Create(Path.Combine(unfinished, BookFolder.DescriptionFile)))
            {
                description.Write(Encoding.UTF8.GetBytes(Company.Json.ReplaceLineEndings("\n")));
                WriteText(Path.Combine(unfinished, BookFolder.CentersFile), company.CenterRows());
                WriteText(Path.Combine(unfinished, BookFolder.ElementsFile), company.ElementRows());
                WriteRows(Path.Combine(unfinished, BookFolder.BudgetFile),
                    BudgetRow.Header, new RowRange(0, budgetRows), budgetRows, budget.Add, before: 0);
                WritePostings(unfinished);
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
    }

    private void WritePostings(string folder)
    {
        var posting = new PostingRow(company, shape);
        if (shape.Files == 0)
        {
            WriteRows(Path.Combine(folder, BookFolder.PostingsFile),
                posting.Header, new RowRange(0, rows), rows, posting.Add, before: budgetRows);
            return;
        }

        Directory.CreateDirectory(Path.Combine(folder, BookFolder.PostingsFolder));
        for (int file = 0; file < shape.Files; file++)
        {
            WriteRows(Path.Combine(folder, BookFolder.PostingsFolder, $"{file:D5}.csv"),
                posting.Header, new RowRange(rows * file / shape.Files, rows * (file + 1) / shape.Files), rows,
                posting.Add, before: budgetRows);
        }
    }

    private void WriteRows(string path, string header, RowRange range, long count, RowFile.RowMaker add, long before)
    {
        string lineEnd = shape.HasCrLf ? "\r\n" : "\n";
        RowFile.Write(path, mark + header.Replace("\n", lineEnd, StringComparison.Ordinal), range, count, add,
            done => bar.Show(before + done, rows + budgetRows, ProgressBar.Rows(before + done)), cancellation);
    }

    private void WriteText(string path, string text)
    {
        using FileStream file = Create(path);
        file.Write(Encoding.UTF8.GetBytes(mark + text));
        file.Flush(flushToDisk: true);
    }

    private static FileStream Create(string path) =>
        new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

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
