using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Data;
using CostCenters.Data.Dialects;
using CostCenters.Data.Loading;
using CostCenters.Data.Results;
using CostCenters.Journals;
using CostCenters.Reports;
using CostCenters.Reports.Tables;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Samples.DatabaseReport;

/// <summary>Loads the book if the database has none, groups it there, and prints: the whole program.</summary>
internal static class ReportRun
{
    private const int CouldNotRun = 1;

    private static string SampleCompany => Path.Combine(AppContext.BaseDirectory, "SampleCompany");

    public static async Task<int> RunAsync(Options options)
    {
        await using Engine engine = await Engine.OpenAsync(options);
        ImportResult<Book>? import = null;
        if (!await engine.HasBookAsync())
        {
            import = BookFolder.Read(
                options.Book ?? SampleCompany,
                new CommandStamp("DatabaseReport", SystemClock.Instance.GetCurrentInstant()));
            Messages.Summary(import);
            if (import.Value is not Book book)
            {
                return CouldNotRun;
            }

            await new SqlBookLoader(engine.Connection, engine.Dialect, engine.Tables, engine.NewWriter)
                .LoadAsync(book.Snapshot());
        }

        await using SqlSnapshot snapshot = await SqlSnapshot.OpenAsync(engine.Connection, engine.Dialect);
        CubeSpace space = await snapshot.ReadSpaceAsync(engine.Tables);
        SqlResult<CubeLayers> budgets = await snapshot.ReadBudgetsAsync(space, engine.Tables.Budgets);
        SqlLedgerReading actual = await snapshot.ReadLedgerAsync(space, engine.Tables.Postings);
        Tell(engine.Tables.Budgets.Table, budgets.RowsRead, budgets.RowsRejected, budgets.Rejections);
        Tell(engine.Tables.Postings.Table, actual.RowsRead, actual.RowsRejected, actual.Rejections);
        VarianceReport report = ReportOf(budgets.Value!, actual.Cube, options);
        using var outputs = new Outputs(options.Out);
        outputs.WriteReport(output => Write(report, options.IsJson, output.Stream));
        outputs.WriteBeside(options.Rejected, stream => RejectedRowsCsv.Write(import?.Issues ?? [], stream));
        if (options.Postings is not null)
        {
            string postings = await PostingList.OfAsync(snapshot, engine.Tables.Postings, report.Comparison);
            outputs.WriteBeside(options.Postings, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(postings)));
        }

        return outputs.ExitCode(
            (import?.Counts.Rejected ?? 0) + budgets.RowsRejected + actual.RowsRejected);
    }

    private static void Tell(SqlTableName table, long read, long rejected, IEnumerable<SqlRejection> rejections)
    {
        Messages.Line(FormattableString.Invariant(
            $"table {table}: {read} rows read, {read - rejected} accepted, {rejected} rejected"));
        foreach (SqlRejection rejection in rejections)
        {
            Messages.Line($"rejected: {rejection}");
        }
    }

    private static VarianceReport ReportOf(CubeLayers budgets, Cube actual, Options options)
    {
        CubeSpace space = actual.Space;
        RequirePeriod("--from", options.From, space.Calendar);
        RequirePeriod("--through", options.Through, space.Calendar);
        Cube budget = BudgetOf(budgets, options.Version);
        FiscalPeriodRange range = ReportRange.Choose(
                budget,
                actual,
                options.FullYear ? ReportEnd.LastBudget : ReportEnd.LastPosting,
                options.From,
                options.Through)
            ?? ((budget.Periods ?? actual.Periods) is FiscalPeriodRange used
                ? throw new UsageException(
                    $"There is nothing to report; the book reaches from {used.From} to {used.Through}.")
                : throw new RunException("There is neither a budget nor a posting; name --from and --through."));
        CenterTree tree = space.Centers.TreeAsOf(space.Calendar.DatesOf(range.Through).Last);
        return VarianceReport.Create(new Comparison(budget, actual, range), tree, options.By);
    }

    private static Cube BudgetOf(CubeLayers budgets, string? version)
    {
        if (version is not null)
        {
            return budgets.TryGet(LayerKey.Budget(version, 1), out Cube? named)
                ? named
                : throw new UsageException($"The book has no budget version '{version}'.");
        }

        return budgets.Keys.Length switch
        {
            0 => Cube.Empty(budgets.Space),
            1 => budgets[budgets.Keys[0]],
            _ => throw new UsageException("The book has the versions "
                + $"{string.Join(", ", budgets.Keys.Select(key => key.Name))}; name one with --version."),
        };
    }

    private static void RequirePeriod(string option, FiscalPeriod? period, FiscalCalendar calendar)
    {
        if (period is FiscalPeriod named && !(calendar.IsWholeYearSupported(named.Year) && calendar.Contains(named)))
        {
            throw new UsageException($"{option} {named} is no period of the book's fiscal calendar.");
        }
    }

    private static void Write(VarianceReport report, bool isJson, Stream stream)
    {
        if (!isJson)
        {
            VarianceReportCsv.Write(report, stream);
            return;
        }

        var table = ReportTable.Create(report, VarianceReportCsv.PercentDigits, MidpointRounding.AwayFromZero);
        JsonRows.Write([.. table.Columns.Select(column => column.Name)], table.Texts(), stream);
    }
}
