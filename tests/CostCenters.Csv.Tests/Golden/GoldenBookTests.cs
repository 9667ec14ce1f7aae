using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Structure;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Golden;

/// <summary>
/// Small books whose reports were derived by hand, as their <c>source.md</c> tells. A line of <c>reports.txt</c> is the
/// name of a report, its version, first and last period (<c>-</c> for that of the budget) and dimensions.
/// </summary>
public class GoldenBookTests
{
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
    public void Reports_OfFourScenarios_AreThere() => Assert.Equal(7, Reports.Count);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Report_OfAScenario_IsAsDerivedByHand(string scenario, string line)
    {
        string folder = Path.Combine(Root, scenario);
        string[] words = line.Split(' ');

        Assert.Equal(
            File.ReadAllText(Path.Combine(folder, words[0] + ".csv")),
            Written(stream => VarianceReportCsv.Write(Create(folder, words, DimensionsOf(words[4])), stream)));
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
        BudgetVersion budget = book.Budgets.Single(version => version.Name == words[1]);
        FiscalPeriodRange used = budget.Cube.Periods!.Value;
        var range = new FiscalPeriodRange(
            words[2] == "-" ? used.From : FiscalPeriod.Parse(words[2]),
            words[3] == "-" ? used.Through : FiscalPeriod.Parse(words[3]));
        Cube actual = book.Ledger.Snapshot().ToCube();
        CenterTree tree = book.Space.Centers.TreeAsOf(book.Space.Calendar.DatesOf(range.Through).Last);
        return VarianceReport.Create(new Comparison(budget.Cube, actual, range), tree, dimensions);
    }

    private static ReportDimensions DimensionsOf(string list) =>
        list.Split(',').Aggregate(
            ReportDimensions.None, (all, name) => all | Enum.Parse<ReportDimensions>(name, ignoreCase: true));
}
