using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Structure;
using CostCenters.Variances;
using NodaTime;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Reads the book, compares, and prints: the whole program, given its options.</summary>
internal static class ReportRun
{
    private const int AllRowsUsed = 0;
    private const int CouldNotRun = 1;
    private const int SomeRowsRejected = 3;

    private static string SampleCompany => Path.Combine(AppContext.BaseDirectory, "SampleCompany");

    public static int Run(Options options)
    {
        ImportResult<BookCubes> import = Messages.WhileShowing(
            "Reading the book",
            progress => BookFolder.ReadCubes(options.Book ?? SampleCompany, threads: null, progress));
        Messages.Summary(import);
        if (import.Value is not BookCubes book)
        {
            return CouldNotRun;
        }

        (Comparison comparison, string title) = Comparisons.Choose(options, book);
        LocalDate lastDay = book.Space.Calendar.DatesOf(comparison.Periods[^1]).Last;
        CenterTree tree = book.Space.Centers.TreeAsOf(lastDay);
        var report = Variances.VarianceReport.Create(comparison, tree, options.By);
        Messages.Findings(FindingSearch.Find(comparison, tree, CenterPeriodSet.Empty), book.Space);

        using var output = new Output(options.Out);
        using Output? rejected = options.Rejected is null ? null : new Output(options.Rejected);
        if (rejected is not null)
        {
            // First, since whoever reads the report may close its pipe.
            RejectedRowsCsv.Write(import.Issues, rejected.Stream);
            rejected.Complete();
        }

        if (options.Explain is string center)
        {
            ExplanationTable.Write(comparison, tree, CenterOf(book, center), book, title, output);
        }
        else
        {
            ViewOf(report, title, options).Write(options.Format, output);
        }

        output.Complete();
        return import.Counts.Rejected == 0 ? AllRowsUsed : SomeRowsRejected;
    }

    private static View ViewOf(Variances.VarianceReport report, string title, Options options) =>
        options.Material is { } materiality ? ReportView.Material(report, title, materiality)
        : options.Top is int count ? ReportView.Top(report, title, count)
        : options.Bridge is ReportDimensions step ? new BridgeView(report, title, step)
        : ReportView.All(report, title);

    private static CenterCode CenterOf(BookCubes book, string code) =>
        book.Space.Centers.TryGet(new CenterCode(code), out Center? center)
            ? center.Code
            : throw new UsageException($"--explain: the book has no center '{code}'.");
}
