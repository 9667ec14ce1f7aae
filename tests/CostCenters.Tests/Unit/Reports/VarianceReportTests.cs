using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Reports;

public class VarianceReportTests
{
    private static readonly Cube Budget = Company.Cube(
        (Company.Head, Company.Sales, 3, 100m),
        (Company.North, Company.Freight, 3, 10m),
        (Company.North, Company.Freight, 4, 0m),
        (Company.South, Company.Salaries, 4, 40m),
        (Company.Head, Company.Sales, 9, 999m));

    private static readonly Cube Actual = Company.Cube(
        (Company.Head, Company.Sales, 3, 90m),
        (Company.North, Company.Freight, 3, 12.5m),
        (Company.South, Company.Salaries, 3, 7m),
        (Company.South, Company.Sales, 4, -1m),
        (Company.Blocked, Company.Freight, 9, 888m));

    [Fact]
    public void Rows_ByCenter_RollUpInPreorder() => Assert.Equal(
        [
            "1000 Cost 50.00 19.50",
            "1000 Revenue 100.00 89.00",
            "1000 Margin 50.00 69.50",
            "1100 Cost 10.00 12.50",
            "1200 Cost 40.00 7.00",
            "1200 Revenue - -1.00",
            "1200 Margin -40.00 -8.00", // An absent budget of one nature counts as 0 where the other has one.
        ],
        Report(ReportDimensions.Center).Lines());

    [Fact]
    public void Rows_WithTheTreeOfAnotherDay_RollUpAlongIt() => Assert.Equal(
        ["1000 Cost 50.00 19.50", "1100 Cost 50.00 19.50", "1200 Cost 40.00 7.00"],
        Report(ReportDimensions.Center, month: 12).Lines()
            .Where(line => line.Contains("Cost", StringComparison.Ordinal)));

    [Fact]
    public void Rows_Totals_AreOfAllCenters() => Assert.Equal(
        ["Cost 50.00 19.50", "Revenue 100.00 89.00", "Margin 50.00 69.50"], Report(ReportDimensions.None).Lines());

    [Fact]
    public void Rows_ByElement_AreByCodeWithoutMargin() => Assert.Equal(
        ["4000 Revenue 100.00 89.00", "6000 Cost 40.00 7.00", "6100 Cost 10.00 12.50"],
        Report(ReportDimensions.Element).Lines());

    [Fact]
    public void Rows_ByPeriod_ShowOnlyPeriodsWithFigures() => Assert.Equal(
        [
            "2026-P03 Cost 10.00 19.50", "2026-P03 Revenue 100.00 90.00", "2026-P03 Margin 90.00 70.50",
            "2026-P04 Cost 40.00 0.00", "2026-P04 Revenue - -1.00", "2026-P04 Margin -40.00 -1.00",
        ],
        Report(ReportDimensions.Period).Lines());

    [Fact]
    public void Rows_ByAllThree_KeepZeroAndAbsentApart() => Assert.Equal(
        [
            "1000 4000 2026-P03 Revenue 100.00 90.00",
            "1000 4000 2026-P04 Revenue - -1.00",
            "1000 6000 2026-P03 Cost - 7.00",
            "1000 6000 2026-P04 Cost 40.00 0.00",
            "1000 6100 2026-P03 Cost 10.00 12.50",
            "1000 6100 2026-P04 Cost 0.00 0.00",
            "1100 6100 2026-P03 Cost 10.00 12.50",
            "1100 6100 2026-P04 Cost 0.00 0.00",
            "1200 4000 2026-P04 Revenue - -1.00",
            "1200 6000 2026-P03 Cost - 7.00",
            "1200 6000 2026-P04 Cost 40.00 0.00",
        ],
        Report(ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period).Lines());

    [Fact]
    public void Rows_NeitherNatureHasABudget_LeaveTheMarginWithoutOne()
    {
        var actual = Company.Cube((Company.Head, Company.Sales, 3, 5m), (Company.Head, Company.Freight, 3, 2m));
        var report = VarianceReport.Create(
            new Comparison(Cube.Empty(Company.Space), actual, Range(3, 3)), Tree(3), ReportDimensions.None);

        Assert.Equal(["Cost - 2.00", "Revenue - 5.00", "Margin - 3.00"], report.Lines());
    }

    [Fact]
    public void Rows_WithoutFigures_AreNone() => Assert.Empty(
        VarianceReport.Create(new Comparison(Budget, Actual, Range(5, 6)), Tree(5), ReportDimensions.Center).Rows);

    [Fact]
    public void Create_TwoRanges_SetsPeriodAgainstPeriodAndNamesTheActuals()
    {
        var report = VarianceReport.Create(
            new Comparison(Actual, Range(3, 4), Budget, Range(8, 9)), Tree(9), ReportDimensions.Period);

        Assert.Equal(
            [
                "2026-P08 Cost 19.50 0.00", "2026-P08 Revenue 90.00 0.00", "2026-P08 Margin 70.50 0.00",
                "2026-P09 Revenue -1.00 999.00",
            ],
            report.Lines());
    }

    [Theory] // Two leaves each near the edge of 64 bits, that a third may bring back.
    [InlineData(long.MaxValue, 1, -1, true)]
    [InlineData(long.MaxValue, 1, 0, false)]
    [InlineData(long.MinValue, long.MinValue, long.MaxValue, false)]
    [InlineData(long.MinValue, long.MaxValue, long.MaxValue, true)]
    [InlineData(long.MinValue, -1, 1, true)]
    public void Create_RolledUpSumAroundTheEdge_IsExactOrRefused(long first, long second, long third, bool fits)
    {
        var builder = new CubeBuilder(Company.Space);
        int period = Company.Calendar.OrdinalOf(Company.Period(3));
        builder.AddCounts(1, 0, period, first);
        builder.AddCounts(2, 0, period, second);
        builder.AddCounts(3, 0, period, third);
        var comparison = new Comparison(Cube.Empty(Company.Space), builder.Build(), Range(3, 3));
        var sum = (Int128)first + second + third;

        foreach (var dimensions in new[] { ReportDimensions.None, ReportDimensions.Center, ReportDimensions.Element })
        {
            if (fits)
            {
                Assert.Equal(
                    Company.Space.Scale.ToDecimal(sum),
                    VarianceReport.Create(comparison, Tree(3), dimensions).Rows.First().Variance.Actual);
            }
            else
            {
                Assert.Throws<AmountOverflowException>(() => VarianceReport.Create(comparison, Tree(3), dimensions));
            }
        }

        Assert.Equal(
            Company.Space.Scale.ToDecimal(sum),
            VarianceSlice.Create(comparison, Tree(3), Company.Head, ElementNature.Cost).Variance.Actual);
    }

    [Fact]
    public void Create_TreeOrCubeOfOtherCenters_Throws()
    {
        var other = new CubeSpace(
            Company.Centers().Build(), Company.Space.Elements, Company.Calendar, Currency.Eur, new DecimalScale(2));

        Assert.Throws<CubeSpaceMismatchException>(() => new Comparison(Cube.Empty(other), Actual, Range(3, 3)));
        Assert.Throws<ArgumentException>(() => VarianceReport.Create(
            new Comparison(Budget, Actual, Range(3, 3)),
            other.Centers.TreeAsOf(new LocalDate(2026, 1, 1)),
            ReportDimensions.None));
        Assert.Throws<ArgumentException>(() => new Comparison(Budget, Range(1, 2), Actual, Range(1, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Comparison(Budget, Actual, Range(1, 15)));
        Assert.Throws<InvalidOperationException>(() => new Comparison(Budget, Actual, default));
        Assert.Throws<ArgumentNullException>(() => new Comparison(null!, Actual, Range(1, 2)));
        Assert.Throws<ArgumentNullException>(() => new Comparison(Budget, null!, Range(1, 2)));
    }

    [Fact]
    public void ReadPercents_RoundingThatThereIsNot_Throws()
    {
        var grid = new VarianceGrid(Report(ReportDimensions.None));
        grid.Load(0, 0);

        Assert.Throws<ArgumentOutOfRangeException>(
            "rounding", () => grid.ReadPercents(2, (MidpointRounding)5, new long[grid.Budgets.Length]));
    }

    internal static FiscalPeriodRange Range(int from, int through) =>
        new(Company.Period(from), Company.Period(through));

    internal static CenterTree Tree(int month) => Company.Space.Centers.TreeAsOf(Company.Day(month));

    private static VarianceReport Report(ReportDimensions dimensions, int month = 4) =>
        VarianceReport.Create(new Comparison(Budget, Actual, Range(3, 4)), Tree(month), dimensions);
}
