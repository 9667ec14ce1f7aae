using CostCenters.Calendars;
using CostCenters.Reports;

namespace CostCenters.Tests.Unit.Reports;

public class LaterBudgetTests
{
    [Fact]
    public void After_BothNatures_AreAddedUpEachByItself()
    {
        LaterBudget? later = LaterBudget.After(
            Company.Cube(
                (Company.Head, Company.Sales, 3, 1m), // In the report.
                (Company.Head, Company.Sales, 5, 20m),
                (Company.North, Company.Sales, 7, 300m),
                (Company.South, Company.Salaries, 7, 4_000m),
                (Company.Blocked, Company.Freight, 14, -0.05m)), // An adjustment period comes last.
            Company.Period(3));

        Assert.Equal(VarianceReportTests.Range(5, 14), later!.Periods);
        Assert.Equal((3_999.95m, 320m), (later.Cost, later.Revenue));
    }

    [Fact]
    public void After_OneNatureAlone_LeavesTheOtherAbsent()
    {
        LaterBudget? later = LaterBudget.After(
            Company.Cube((Company.Head, Company.Sales, 5, 0m)), new FiscalPeriod(2025, 1));

        Assert.Equal((VarianceReportTests.Range(5, 5), null, 0m), (later!.Periods, later.Cost, later.Revenue));
    }

    [Fact]
    public void After_Nothing_IsNull()
    {
        var budget = Company.Cube((Company.Head, Company.Sales, 5, 1m));

        Assert.Null(LaterBudget.After(budget, Company.Period(5)));
        Assert.Null(LaterBudget.After(Company.Cube(), Company.Period(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaterBudget.After(budget, Company.Period(15)));
        Assert.Throws<ArgumentNullException>(() => LaterBudget.After(null!, Company.Period(1)));
    }

    [Fact] // No note beside a report may fail where the report itself does not.
    public void After_SumsBeyond64Bits_AreExact()
    {
        const decimal Most = 92_233_720_368_547_758.07m;

        Assert.Equal(
            2m * Most,
            LaterBudget.After(
                Company.Cube((Company.Head, Company.Freight, 3, Most), (Company.North, Company.Salaries, 3, Most)),
                Company.Period(2))!.Cost);
    }
}
