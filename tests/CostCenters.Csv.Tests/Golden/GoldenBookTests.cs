using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Ledgers;
using CostCenters.Reports;
using CostCenters.Structure;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Golden;

/// <summary>
/// Small books whose reports were derived by hand, as their <c>source.md</c> tells. A line of <c>reports.txt</c> is the
/// name of a report, what the actuals are compared with (a version, <c>last-year</c> or <c>last-year-weeks</c>), first
/// and last period (<c>-</c> for that of a report whose reader names none) and dimensions.
/// </summary>
public class GoldenBookTests
{
    private const string LastYear = "last-year";
    private const string LastYearWeeks = "last-year-weeks";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string, string> Reports
    {
        get
        {
            var reports = new TheoryData<string, string>();
            foreach (string folder in Directory.GetDirectories(Root).Order(StringComparer.Ordinal))
            {
                foreach (string line in File.ReadLines(Path.Combine(folder, "reports.txt")))
                {
                    reports.Add(Path.GetFileName(folder), line);
                }
            }

            return reports;
        }
    }

    [Fact]
    public void Reports_OfFiveScenarios_AreThere() => Assert.Equal(12, Reports.Count);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_OfAScenario_IsAsDerivedByHand(string scenario, string line)
    {
        string folder = Path.Combine(Root, scenario);
        string[] words = line.Split(' ');

        string expected = File.ReadAllText(Path.Combine(folder, words[0] + ".csv"));

        Assert.Equal(
            expected,
            Written(stream => VarianceReportCsv.Write(Create(folder, words, DimensionsOf(words[4])), stream)));
        Assert.Equal(expected, Written(stream => VarianceReportCsv.Write(CreateInBulk(folder, words), stream)));
        Assert.True(File.Exists(Path.Combine(folder, "source.md")));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_OfAScenario_CrossFoots(string scenario, string line)
    {
        string folder = Path.Combine(Root, scenario);
        string[] words = line.Split(' ');
        VarianceReport byCenter = Create(folder, words, ReportDimensions.Center);
        var whole = Totals(Create(folder, words, ReportDimensions.None));

        Assert.Equal(whole, Totals(byCenter, row => row.Center!.Value.Depth == 0));
        Assert.Equal(whole, Totals(Create(folder, words, ReportDimensions.Element)));
        Assert.Equal(whole, Totals(Create(folder, words, ReportDimensions.Period)));

        // A center is its own amounts and its children's: what its elements have (own only) and the children's rows.
        VarianceReport byElement = Create(folder, words, ReportDimensions.Center | ReportDimensions.Element);
        Assert.Equal(
            byCenter.Rows.Where(row => row.Variance.Measure != Measure.Margin)
                .Select(row => (row.Center!.Value.Center.Code, row.Variance.Measure, row.Variance.Actual)),
            byElement.Rows.GroupBy(row => (row.Center!.Value.Center.Code, row.Variance.Measure))
                .OrderBy(group => byCenter.Tree.PlaceOf(group.Key.Code)).ThenBy(group => group.Key.Measure)
                .Select(group => (group.Key.Code, group.Key.Measure, group.Sum(row => row.Variance.Actual))));
    }

    /// <summary>Cost and revenue; a margin stands only where a group has both.</summary>
    private static Dictionary<Measure, (decimal Budget, decimal Actual)> Totals(
        VarianceReport report, Func<VarianceRow, bool>? isCounted = null) =>
        report.Rows.Where(row => row.Variance.Measure != Measure.Margin && (isCounted is null || isCounted(row)))
            .GroupBy(row => row.Variance.Measure)
            .ToDictionary(
                group => group.Key,
                group => (group.Sum(row => row.Variance.Budget ?? 0m), group.Sum(row => row.Variance.Actual)));

    private static VarianceReport Create(string folder, string[] words, ReportDimensions dimensions)
    {
        Book book = BookFolder.Read(folder, Stamp).GetOrThrow();
        LedgerSnapshot ledger = book.Ledger.Snapshot();
        Cube? weeks = words[1] == LastYearWeeks ? ledger.ToComparableWeeks() : null;
        return Create(
            words,
            dimensions,
            book.Snapshot().Budgets.Select(each => (each.Name, each.Cube)),
            ledger.ToCube(),
            weeks);
    }

    private static VarianceReport CreateInBulk(string folder, string[] words)
    {
        BookCubes book = BookFolder.ReadCubes(folder, comparableWeeks: words[1] == LastYearWeeks).GetOrThrow();
        return Create(
            words,
            DimensionsOf(words[4]),
            book.Budgets.Select(each => (each.Name, each.Cube)),
            book.Actual,
            book.ComparableWeeks);
    }

    private static VarianceReport Create(
        string[] words,
        ReportDimensions dimensions,
        IEnumerable<(string Name, Cube Cube)> versions,
        Cube actual,
        Cube? comparableWeeks)
    {
        bool isLastYear = words[1] is LastYear or LastYearWeeks;
        Cube budget = versions.Single(version => isLastYear || version.Name == words[1]).Cube;
        FiscalPeriodRange range = ReportRange.Choose(
            budget, actual, ReportEnd.LastPosting, PeriodOf(words[2]), PeriodOf(words[3]))!.Value;
        Comparison comparison = words[1] switch
        {
            LastYear => new Comparison(actual, new(YearBefore(range.From), YearBefore(range.Through)), actual, range),
            LastYearWeeks => new Comparison(comparableWeeks!, actual, range),
            _ => new Comparison(budget, actual, range),
        };
        CenterTree tree = actual.Space.Centers.TreeAsOf(actual.Space.Calendar.DatesOf(range.Through).Last);
        return VarianceReport.Create(comparison, tree, dimensions);

        static FiscalPeriod? PeriodOf(string word) => word == "-" ? null : FiscalPeriod.Parse(word);

        static FiscalPeriod YearBefore(FiscalPeriod period) => new(period.Year - 1, period.Number);
    }

    private static ReportDimensions DimensionsOf(string list) =>
        list.Split(',').Aggregate(
            ReportDimensions.None, (all, name) => all | Enum.Parse<ReportDimensions>(name, ignoreCase: true));
}
