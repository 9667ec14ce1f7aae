using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Reads the book, compares, and prints: the whole program, given its options.</summary>
internal static class ReportRun
{
    private const int CouldNotRun = 1;

    private static string SampleCompany => Path.Combine(AppContext.BaseDirectory, "SampleCompany");

    public static int Run(Options options)
    {
        ImportResult<BookCubes> import = Messages.WhileShowing(
            "Reading the book",
            progress => BookFolder.ReadCubes(
                options.Book ?? SampleCompany,
                progress: progress,
                quantities: false,
                comparableWeeks: options.Against == Options.LastYearWeeks));
        Messages.Summary(import);
        if (import.Value is not BookCubes book)
        {
            return CouldNotRun;
        }

        OpenOrders? orders =
            options.WithCommitments ? OpenOrders.Read(options.Book ?? SampleCompany, book.Space) : null;
        if (orders is { Cube: null })
        {
            return CouldNotRun;
        }

        RequireOtherFiles(options, import.Files.Concat(orders?.Import.Files ?? []));
        CenterCode? explained = options.Explain is string code ? CenterOf(book, code) : null;
        ChosenComparison chosen = Comparisons.Choose(options, book);
        Comparison comparison = chosen.Comparison;
        LocalDate lastDay = book.Space.Calendar.DatesOf(comparison.Periods[^1]).Last;
        CenterTree tree = book.Space.Centers.TreeAsOf(lastDay);
        var report = Reports.VarianceReport.Create(comparison, tree, options.By, Environment.ProcessorCount);
        foreach (string note in chosen.Notes)
        {
            Messages.Line($"note: {note}");
        }

        var findings = new BookFindings(chosen.BudgetAgainstActuals, tree);
        findings.Tell(isWrittenToo: options.Findings is not null);
        using var outputs = new Outputs(options.Out);
        outputs.WriteReport(output =>
        {
            if (explained is CenterCode center)
            {
                ExplanationTable.Write(comparison, tree, center, book, chosen.Title, output);
            }
            else
            {
                ViewOf(report, chosen.Title, options, orders?.Cube).Write(options.Format, options.Csv, output);
            }
        });
        outputs.WriteBeside(options.Rejected, stream => RejectedRowsCsv.Write(
            import.Issues.Concat(orders?.Import.Issues ?? []), stream));
        outputs.WriteBeside(options.Findings, findings.Write);
        return outputs.ExitCode(import.Counts.Rejected + (orders?.Rejected ?? 0));
    }

    /// <summary>An output must not replace a file that the run reads.</summary>
    private static void RequireOtherFiles(Options options, IEnumerable<ImportedFile> files)
    {
        string folder = options.Book ?? SampleCompany;
        var read = files.Select(file => WholeFile.TargetOf(Path.Combine(folder, file.Name))).ToHashSet();
        foreach (string path in options.Outputs)
        {
            if (read.Contains(WholeFile.TargetOf(path)))
            {
                throw new UsageException($"'{path}' is a file of the book; name another for the output.");
            }
        }
    }

    private static View ViewOf(Reports.VarianceReport report, string title, Options options, Cube? orders) =>
        orders is not null ? new CommittedView(report, title, orders)
        : options.Material is { } materiality ? ReportView.Material(report, title, materiality)
        : options.Top is int count ? ReportView.Top(report, title, count)
        : options.Bridge is ReportDimensions step ? new BridgeView(report, title, step)
        : ReportView.All(report, title);

    private static CenterCode CenterOf(BookCubes book, string code) =>
        book.Space.Centers.TryGet(new CenterCode(code), out Center? center)
            ? center.Code
            : throw new UsageException($"--explain: the book has no center '{code}'.");
}
