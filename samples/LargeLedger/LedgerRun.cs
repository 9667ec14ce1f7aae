using System.Diagnostics;
using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Reports.Tables;
using CostCenters.Structure;

namespace CostCenters.Samples.LargeLedger;

/// <summary>Makes the book if need be, imports it, reports, and tells what that took.</summary>
internal static class LedgerRun
{
    private const int AllRowsUsed = 0;
    private const int SomeRowsRejected = 3;
    private const int MostFaultsTold = 20;
    private const double Million = 1e6;

    public static int Run(Options options, CancellationToken cancellation)
    {
        if (options.Book is string folder)
        {
            return RunIn(folder, options, cancellation);
        }

        DirectoryInfo passing = Directory.CreateTempSubdirectory("large-ledger-");
        try
        {
            return RunIn(Path.Combine(passing.FullName, "book"), options, cancellation);
        }
        finally
        {
            passing.Delete(recursive: true);
        }
    }

    private static int RunIn(string folder, Options options, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(folder, BookFolder.DescriptionFile)))
        {
            Make(folder, options, cancellation);
        }
        else if (options.NamesBook || options.GenerateOnly)
        {
            throw new UsageException(
                $"There is a book in '{folder}' already. Name another folder, or leave its rows and its shape out.");
        }

        return options.GenerateOnly ? AllRowsUsed : Report(folder, options, cancellation);
    }

    private static void Make(string folder, Options options, CancellationToken cancellation)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new RunException($"'{folder}' is neither a book nor an empty folder; name another with --book.");
        }

        var elapsed = Stopwatch.StartNew();
        using (var bar = new ProgressBar("Making "))
        {
            new BookMaker(options.Shape, options.Rows, options.BudgetRows, bar, cancellation).Make(folder);
        }

        Print("Made", $"{options.Rows:N0} postings, {options.BudgetRows:N0} budget rows in {Seconds(elapsed)}");
    }

    private static int Report(string folder, Options options, CancellationToken cancellation)
    {
        ImportResult<BookCubes> import = Import(folder, options, cancellation);
        foreach (ImportIssue issue in import.Issues.Take(MostFaultsTold))
        {
            Messages.Line(issue.ToString());
        }

        if (import.Files.Any(file => file.Untold > 0) || import.Issues.Length > MostFaultsTold)
        {
            Messages.Line($"... {import.Counts.Rejected} rejected rows in all");
        }

        if (import.Value is not BookCubes book)
        {
            throw new RunException($"The book in '{folder}' cannot be used.");
        }

        var elapsed = Stopwatch.StartNew();
        VarianceReport report = Compare(book, options);
        int rows = report.Rows.Count();
        Print("Report", $"{rows:N0} rows in {Seconds(elapsed)}");
        using var process = Process.GetCurrentProcess();
        Print("Memory", $"{process.PeakWorkingSet64 / Million:N1} MB at most, of the whole program");
        cancellation.ThrowIfCancellationRequested();

        // First, since it is there even where the file cannot be written.
        var table = ReportTable.Create(report, VarianceReportCsv.PercentDigits, MidpointRounding.AwayFromZero);
        TextTable.Write(table, options.Top, rows, Console.Out);
        if (options.Out is string path)
        {
            WriteTo(path, table, cancellation);
        }

        return import.Counts.Rejected == 0 ? AllRowsUsed : SomeRowsRejected;
    }

    private static void WriteTo(string path, ReportTable table, CancellationToken cancellation)
    {
        using var output = new Output(path);
        foreach (string note in output.Notes)
        {
            Messages.Line(note);
        }

        ReportTableCsv.Write(table, output.Stream, cancellation: cancellation);
        output.Complete();
    }

    private static ImportResult<BookCubes> Import(string folder, Options options, CancellationToken cancellation)
    {
        long allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        var elapsed = Stopwatch.StartNew();
        long bytes = 0;
        ImportResult<BookCubes> import;
        using (var bar = new ProgressBar("Reading"))
        {
            var progress = new ImportBar(bar, all => bytes = all);
            import = BookFolder.ReadCubes(
                folder, options.Threads, progress, mostTold: MostFaultsTold, cancellation: cancellation);
        }

        elapsed.Stop();
        TimeSpan cpu = Environment.CpuUsage.TotalTime - cpuBefore;
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        long rows = Math.Max(1, import.Counts.Read);
        double seconds = elapsed.Elapsed.TotalSeconds;
        Print("Import", $"{import.Counts}, {bytes / Million:N1} MB in {Seconds(elapsed)}");
        int threads = options.Threads ?? Environment.ProcessorCount;
        Print("Speed", $"{rows / seconds:N0} rows/s, {bytes / seconds / Million:N0} MB/s, threads: {threads}");
        Print("CPU", $"{cpu.TotalNanoseconds / rows:N1} ns a row, of all threads together");
        Print("Managed", $"{(double)allocated / rows:N2} bytes allocated a row, cubes and buffers included");
        return import;
    }

    private static VarianceReport Compare(BookCubes book, Options options)
    {
        BudgetCube? version = VersionOf(book, options.Version);
        Cube budget = version?.Cube ?? Cube.Empty(book.Space);
        FiscalPeriodRange range = budget.Periods ?? book.Actual.Periods
            ?? throw new RunException("The book has neither a budget nor a posting to report on.");
        CenterTree tree = book.Space.Centers.TreeAsOf(book.Space.Calendar.DatesOf(range.Through).Last);
        return VarianceReport.Create(new Comparison(budget, book.Actual, range), tree, options.By);
    }

    private static BudgetCube? VersionOf(BookCubes book, string? name)
    {
        if (name is null && book.Budgets.Length > 1)
        {
            string names = string.Join(", ", book.Budgets.Select(budget => budget.Name));
            throw new UsageException($"The book has the versions {names}; name one with --version.");
        }

        return name is null
            ? book.Budgets.FirstOrDefault()
            : book.Budgets.FirstOrDefault(budget => budget.Name == name)
                ?? throw new UsageException($"The book has no budget version '{name}' with an accepted row.");
    }

    private static string Seconds(Stopwatch elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"{elapsed.Elapsed.TotalSeconds:N2} s");

    private static void Print(string name, FormattableString text) =>
        Console.Out.WriteLine($"{name,-8} {text.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Shows the progress of an import, and keeps how many bytes there are.</summary>
    private sealed class ImportBar(ProgressBar bar, Action<long> keepTotal) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            keepTotal(value.TotalBytes);
            string word = string.Create(
                CultureInfo.InvariantCulture,
                $"{value.BytesRead / Million:N0} of {value.TotalBytes / Million:N0} MB, "
                    + $"{ProgressBar.Rows(value.RowsRead)}");
            bar.Show(value.BytesRead, value.TotalBytes, word);
        }
    }
}
