using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Ledgers;
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
        var stamp = new CommandStamp("VarianceReport", SystemClock.Instance.GetCurrentInstant());
        ImportResult<Book> import = Messages.WhileShowing(
            "Reading the book", () => BookFolder.Read(options.Book ?? SampleCompany, stamp));
        Messages.Summary(import);
        if (import.Value is not Book book)
        {
            return CouldNotRun;
        }

        LedgerSnapshot snapshot = book.Ledger.Snapshot();
        Cube actual = snapshot.ToCube();
        Cube budget = BudgetOf(book, options.Version, out string? version);
        var comparison = new Comparison(budget, actual, RangeOf(options, book.Space.Calendar, budget, actual));
        LocalDate lastDay = book.Space.Calendar.DatesOf(comparison.Periods[^1]).Last;
        CenterTree tree = book.Space.Centers.TreeAsOf(lastDay);
        Variances.VarianceReport report = Variances.VarianceReport.Create(comparison, tree, options.By);
        Messages.Findings(FindingSearch.Find(comparison, tree, snapshot.ClosedPeriods), book.Space);

        using var output = new Output(options.Out);
        using Output? rejected = options.Rejected is null ? null : new Output(options.Rejected);
        if (rejected is not null)
        {
            // First, since whoever reads the report may close its pipe.
            RejectedRowsCsv.Write(import.Issues, rejected.Stream);
            rejected.Complete();
        }

        var heading = new Heading(book, version, comparison);
        if (options.Explain is string center)
        {
            ExplanationTable.Write(comparison, tree, CenterOf(book, center), snapshot, heading, output);
        }
        else
        {
            Write(report, options.Format, heading, output);
        }

        output.Complete();
        return import.Counts.Rejected == 0 ? AllRowsUsed : SomeRowsRejected;
    }

    private static void Write(Variances.VarianceReport report, OutputFormat format, Heading heading, Output output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                VarianceReportCsv.Write(report, output.Stream);
                break;
            case OutputFormat.Json:
                ReportJson.Write(report, output.Stream);
                break;
            default:
                ReportTable.Write(report, heading, output);
                break;
        }
    }

    private static Cube BudgetOf(Book book, string? name, out string? version)
    {
        if (name is null && book.Budgets.Length > 1)
        {
            throw new UsageException(
                $"The book has the versions {string.Join(", ", book.Budgets.Select(b => b.Name))}; "
                    + "name one with --version.");
        }

        var found = name is null ? book.Budgets.SingleOrDefault() : book.Budgets.FirstOrDefault(b => b.Name == name);
        if (name is not null && found is null)
        {
            throw new UsageException($"The book has no budget version '{name}' with an accepted row.");
        }

        version = found?.Name;
        return found?.Cube ?? Cube.Empty(book.Space);
    }

    private static FiscalPeriodRange RangeOf(Options options, FiscalCalendar calendar, Cube budget, Cube actual)
    {
        RequirePeriod("--from", options.From, calendar);
        RequirePeriod("--through", options.Through, calendar);
        FiscalPeriodRange? used = budget.Periods ?? actual.Periods;
        FiscalPeriod from = options.From ?? used?.From ?? throw NoRange();
        FiscalPeriod through = options.Through ?? used?.Through ?? throw NoRange();
        return from <= through
            ? new FiscalPeriodRange(from, through)
            : throw new UsageException($"The range from {from} through {through} is reversed.");

        static RunException NoRange() =>
            new("There is neither a budget nor a posting to take the range from; name --from and --through.");
    }

    private static void RequirePeriod(string option, FiscalPeriod? period, FiscalCalendar calendar)
    {
        if (period is FiscalPeriod p && !(calendar.IsWholeYearSupported(p.Year) && calendar.Contains(p)))
        {
            throw new UsageException($"{option} {p} is no period of the book's fiscal calendar.");
        }
    }

    private static CenterCode CenterOf(Book book, string code) =>
        book.Space.Centers.TryGet(new CenterCode(code), out Center? center)
            ? center.Code
            : throw new UsageException($"--explain: the book has no center '{code}'.");
}
