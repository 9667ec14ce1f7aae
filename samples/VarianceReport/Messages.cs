using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Variances;
using Spectre.Console;

namespace CostCenters.Samples.VarianceReport;

/// <summary>What the program tells beside its report, on standard error.</summary>
internal static class Messages
{
    private const int MostRejectedTold = 20;

    public static void Line(string text) => Tell(Printable.OneLine(text) + Environment.NewLine);

    public static void Error(string text) => Line($"error: {text}");

    /// <summary>Runs something that may take a while; on a terminal a spinner shows that it does.</summary>
    public static T WhileShowing<T>(string what, Func<IProgress<ImportProgress>?, T> work)
    {
        if (Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
        {
            return work(null);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            ColorSystem = Terminal.Colors(isTerminal: true),
        });
        return console.Status().Start(what, status => work(new StatusProgress(progress =>
        {
            long percent = progress.BytesRead * 100 / Math.Max(1, progress.TotalBytes);
            string rows = progress.RowsRead.ToString("N0", CultureInfo.InvariantCulture);
            status.Status = $"{what}: {percent.ToString(CultureInfo.InvariantCulture)} %, {rows} rows";
        })));
    }

    /// <summary>What was read of each file, and what was wrong.</summary>
    public static void Summary(ImportResult<BookCubes> import)
    {
        foreach (ImportIssue issue in import.Issues.Where(issue => issue.Severity == ImportSeverity.Note))
        {
            Line($"note: {issue}");
        }

        ILookup<bool, ImportIssue> faults = import.Issues
            .Where(issue => issue.Severity != ImportSeverity.Note)
            .ToLookup(issue => import.Value is null || issue.Severity == ImportSeverity.FileStopped);
        foreach (ImportIssue issue in faults[true])
        {
            Error(issue.ToString());
        }

        foreach (ImportIssue issue in faults[false].Take(MostRejectedTold))
        {
            Line($"rejected: {issue}");
        }

        if (faults[false].Skip(MostRejectedTold).Any())
        {
            int more = faults[false].Count() - MostRejectedTold;
            Line($"rejected: {more} more faults; --rejected FILE lists all of them.");
        }

        foreach (ImportedFile file in import.Files)
        {
            Line($"{file.Name}: {file.Counts}");
        }
    }

    /// <summary>What does not fit between budget and postings.</summary>
    public static void Findings(ImmutableArray<Finding> findings, CubeSpace space)
    {
        // There may be a line for every cell of a book, so they are not told one by one.
        var text = new StringBuilder();
        foreach (IGrouping<FindingKind, Finding> kind in findings.GroupBy(finding => finding.Kind).OrderBy(g => g.Key))
        {
            string count = kind.Count().ToString(CultureInfo.InvariantCulture);
            text.AppendLine(CultureInfo.InvariantCulture, $"finding: {Title(kind.Key)} ({count})");
            foreach (Finding finding in kind)
            {
                string amount = finding.Amount.ToString($"N{space.Scale.Digits}", CultureInfo.InvariantCulture);
                string element = Printable.Short($"{finding.Element.Code} {finding.Element.Name}");
                text.AppendLine(Printable.OneLine($"  center {finding.Center.Code}, element {element}: {amount}"));
            }
        }

        Tell(text.ToString());
    }

    /// <summary>Shows progress at once, on the thread that tells it.</summary>
    private sealed class StatusProgress(Action<ImportProgress> show) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => show(value);
    }

    private static void Tell(string lines)
    {
        try
        {
            Console.Error.Write(lines);
        }
        catch (IOException)
        {
            // A report is worth more than what is told beside it, and there is nowhere left to tell.
        }
    }

    private static string Title(FindingKind kind) =>
        kind switch
        {
            FindingKind.PostingWithoutBudget => "postings without any budget in the range",
            FindingKind.BudgetWithoutPosting => "budgets without a posting in the range",
            FindingKind.UnreachableBudget => "budgets that no posting can reach, the center being closed or blocked",
            _ => "postings outside the range",
        };
}
