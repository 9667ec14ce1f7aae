using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;

namespace CostCenters.Tests.Unit.Reports;

public class ReportRangeTests
{
    [Theory] // First and last budget, first and last posting, --from, --through, and the range; 0 is none.
    [InlineData(1, 12, 1, 8, 0, 0, 1, 8)]
    [InlineData(3, 12, 1, 8, 0, 0, 3, 8)]
    [InlineData(1, 6, 1, 8, 0, 0, 1, 6)]
    [InlineData(1, 6, 1, 6, 0, 0, 1, 6)]
    [InlineData(1, 12, 0, 0, 0, 0, 1, 12)] // Without any posting the budget alone decides,
    [InlineData(5, 12, 1, 4, 0, 0, 5, 12)] // and where the last posting is before the range.
    [InlineData(1, 12, 1, 4, 5, 0, 5, 12)]
    [InlineData(1, 12, 1, 5, 5, 0, 5, 5)]
    [InlineData(0, 0, 2, 8, 0, 0, 2, 8)] // Without any budget the postings.
    [InlineData(0, 0, 2, 8, 4, 0, 4, 8)]
    [InlineData(1, 12, 1, 8, 0, 10, 1, 10)] // A named end stands.
    [InlineData(1, 12, 1, 8, 2, 11, 2, 11)]
    [InlineData(0, 0, 0, 0, 2, 11, 2, 11)]
    public void Choose_LastPosting_IsAsTheContractSays(
        int budgetFrom,
        int budgetThrough,
        int postedFrom,
        int postedThrough,
        int from,
        int through,
        int first,
        int last) =>
        Assert.Equal(
            VarianceReportTests.Range(first, last),
            Choose(ReportEnd.LastPosting, budgetFrom, budgetThrough, postedFrom, postedThrough, from, through));

    [Theory]
    [InlineData(1, 12, 1, 8, 0, 0, 1, 12)]
    [InlineData(1, 12, 1, 8, 3, 0, 3, 12)]
    [InlineData(1, 12, 1, 8, 0, 5, 1, 5)]
    [InlineData(1, 6, 1, 8, 0, 0, 1, 6)]
    [InlineData(0, 0, 2, 8, 0, 0, 2, 8)]
    public void Choose_LastBudget_GoesOnAfterTheLastPosting(
        int budgetFrom,
        int budgetThrough,
        int postedFrom,
        int postedThrough,
        int from,
        int through,
        int first,
        int last) =>
        Assert.Equal(
            VarianceReportTests.Range(first, last),
            Choose(ReportEnd.LastBudget, budgetFrom, budgetThrough, postedFrom, postedThrough, from, through));

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(0, 0, 0, 0, 3, 0)]
    [InlineData(0, 0, 0, 0, 0, 3)]
    [InlineData(1, 6, 1, 8, 7, 0)] // The budget ends before the range begins,
    [InlineData(3, 6, 3, 6, 0, 2)] // or begins after it ends,
    [InlineData(0, 0, 2, 8, 9, 0)] // or the postings do.
    public void Choose_NothingToTakeAnEndFrom_IsNull(
        int budgetFrom, int budgetThrough, int postedFrom, int postedThrough, int from, int through)
    {
        Assert.All(
            Enum.GetValues<ReportEnd>(),
            end => Assert.Null(Choose(end, budgetFrom, budgetThrough, postedFrom, postedThrough, from, through)));
    }

    [Fact]
    public void Choose_BudgetOfZero_IsABudget() => Assert.Equal(
        VarianceReportTests.Range(2, 3),
        ReportRange.Choose(
            Company.Cube((Company.Head, Company.Sales, 2, 0m), (Company.Head, Company.Sales, 9, 0m)),
            Company.Cube((Company.Head, Company.Freight, 3, 0m)),
            ReportEnd.LastPosting));

    [Fact]
    public void Choose_WrongArguments_Throws()
    {
        var cube = Company.Cube();
        var april = Company.Period(4);
        var months = new CubeSpace(
            Company.Space.Centers,
            Company.Space.Elements,
            FiscalCalendar.Months(4, YearNaming.End),
            Company.Space.Currency,
            Company.Space.Scale);

        Assert.Throws<ArgumentException>(() =>
            ReportRange.Choose(cube, cube, ReportEnd.LastBudget, april, Company.Period(3)));
        Assert.Throws<ArgumentException>("actual", () =>
            ReportRange.Choose(cube, Cube.Empty(months), ReportEnd.LastBudget));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => ReportRange.Choose(cube, cube, (ReportEnd)2));
        Assert.Throws<ArgumentNullException>("actual", () => ReportRange.Choose(cube, null!, ReportEnd.LastBudget));
    }

    private static FiscalPeriodRange? Choose(
        ReportEnd end, int budgetFrom, int budgetThrough, int postedFrom, int postedThrough, int from, int through) =>
        ReportRange.Choose(
            Used(budgetFrom, budgetThrough), Used(postedFrom, postedThrough), end, PeriodOf(from), PeriodOf(through));

    private static Cube Used(int from, int through) => from == 0
        ? Company.Cube()
        : Company.Cube((Company.Head, Company.Sales, from, 1m), (Company.North, Company.Freight, through, 2m));

    private static FiscalPeriod? PeriodOf(int number) => number == 0 ? null : Company.Period(number);
}
