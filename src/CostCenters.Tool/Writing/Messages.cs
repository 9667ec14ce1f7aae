using System.Globalization;
using CostCenters.Csv.Imports;
using Spectre.Console;

namespace CostCenters.Tool.Writing;

/// <summary>What a program tells beside its report, on standard error.</summary>
internal static class Messages
{
    /// <summary>The faults, and the notes, that are told on the screen.</summary>
    public const int MostTold = 20;

    public static void Line(string text) => Lines(Printable.OneLine(text) + "\n");

    /// <summary>Writes lines that are fit for the screen already, all at once.</summary>
    public static void Lines(string text)
    {
        try
        {
            Console.Error.Write(text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A report is worth more than what is told beside it, and there is nowhere left to tell. Standard error
            // may be full, or closed, which counts as no access.
        }
    }

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
    /// <param name="import">The import.</param>
    public static void Summary<T>(ImportResult<T> import)
        where T : class
    {
        List<ImportIssue> notes = [.. import.Issues.Where(issue => issue.Severity == ImportSeverity.Note)];
        foreach (ImportIssue issue in notes.Take(MostTold))
        {
            Line($"note: {issue}");
        }

        if (notes.Count > MostTold)
        {
            Line($"note: {notes.Count - MostTold} more notes.");
        }

        ILookup<bool, ImportIssue> faults = import.Issues
            .Where(issue => issue.Severity != ImportSeverity.Note)
            .ToLookup(issue => import.Value is null || issue.Severity == ImportSeverity.FileStopped);
        foreach (ImportIssue issue in faults[true])
        {
            Error(issue.ToString());
        }

        foreach (ImportIssue issue in faults[false].Take(MostTold))
        {
            Line($"rejected: {issue}");
        }

        if (faults[false].Skip(MostTold).Any() || import.Files.Any(file => file.Untold > 0))
        {
            Line($"rejected: {import.Counts.Rejected} rows in all; --rejected FILE lists every fault of them.");
        }

        foreach (ImportedFile file in import.Files.Where(file => !IsUnread(file, import.Issues)))
        {
            Line($"{file.Name}: {file.Counts}");
        }
    }

    /// <summary>Whether a file is missing or stopped at once, so that there are no rows to count.</summary>
    private static bool IsUnread(ImportedFile file, IEnumerable<ImportIssue> issues) =>
        file.Counts.Read == 0
        && issues.Any(issue => issue.Severity == ImportSeverity.FileStopped && issue.File == file.Name);

    /// <summary>Shows progress at once, on the thread that tells it.</summary>
    private sealed class StatusProgress(Action<ImportProgress> show) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => show(value);
    }
}
