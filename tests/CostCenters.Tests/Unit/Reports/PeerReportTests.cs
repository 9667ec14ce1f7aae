using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Reports;

/// <summary>Worked cases of actual against budget from other systems, by their ids. Costs and revenues are positive
/// here, whatever signs the system has.</summary>
public class PeerReportTests
{
    private static readonly FiscalPeriodRange Year = new(Company.Period(1), Company.Period(12));

    [Fact] // Tryton: revenue 150 and cost 50 planned, 130 and 60 actual: 100 and 70, used to 0.7, 0.8667 and 1.2.
    public void B1_UsedRatios_AreThoseOfRevenueCostAndBoth()
    {
        Comparison comparison = Compare(
            Company.Cube((Company.Head, Company.Sales, 1, 150m), (Company.Head, Company.Salaries, 1, 50m)),
            Company.Cube((Company.Head, Company.Sales, 1, 130m), (Company.Head, Company.Salaries, 1, 60m)));

        Assert.Equal((150m, 130m), Of(comparison, Company.Head, Measure.Revenue));
        Assert.Equal((50m, 60m), Of(comparison, Company.Head, Measure.Cost));
        Assert.Equal((100m, 70m), Of(comparison, Company.Head, Measure.Margin));
        Assert.Equal(
            [0.8667m, 1.2000m, 0.7000m],
            new[] { (130m, 150m), (60m, 50m), (70m, 100m) }.Select(pair =>
                (Fraction.Of(pair.Item1) / Fraction.Of(pair.Item2)).RoundTo(4, MidpointRounding.AwayFromZero)));
    }

    [Fact] // The same: copied to the next year x 1.25, 100 becomes 125; x 1.2, 70 becomes 84.
    public void B2_CopyTimesAFactor_MultipliesTheTotal()
    {
        Cube budget = Company.Cube((Company.Head, Company.Sales, 1, 150m), (Company.Head, Company.Salaries, 1, 50m));
        var lines = BudgetChangeLines.Copy(budget, Year, 1, 1.25m, MidpointRounding.AwayFromZero);
        Cube other = Company.Cube((Company.Head, Company.Salaries, 1, 70m));

        Assert.Equal([62.5m, 187.5m], lines.Select(line => line.Amount).Order());
        Assert.Equal(125m, 187.5m - 62.5m);
        Assert.Equal(84m, Assert.Single(
            BudgetChangeLines.Copy(other, Year, 1, 1.2m, MidpointRounding.AwayFromZero)).Amount);
    }

    [Fact] // The same: 100 and -30 on the first day are 70 there and 0 afterwards; a cancelled 42 leaves both postings.
    public void B3_Balance_IsThatOfItsPeriodsAndAReversalRemovesNothing()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(
            Company.Document(
                "d",
                new Posting(Company.Day(1, 1), Company.Head, Company.Sales, 100m),
                new Posting(Company.Day(1, 1), Company.Head, Company.Sales, -30m)),
            Company.Stamp).GetOrThrow();
        ledger.Post(Company.Document("c", Company.Post(1, Company.North, Company.Sales, 42m)), Company.Stamp)
            .GetOrThrow();
        ledger.Reverse(new("c"), new("r"), null, Company.Stamp).GetOrThrow();

        Cube actual = ledger.Snapshot().ToCube();
        Assert.Equal(70m, Sum(actual, Company.Head, 1, 1));
        Assert.Equal(0m, Sum(actual, Company.Head, 2, 12));
        Assert.Equal(70m, Sum(actual, Company.Head, 1, 12));
        Assert.Equal([42m, -42m], ledger.Snapshot().Postings()
            .Where(posting => posting.Center == Company.North).Select(posting => posting.Amount));
    }

    [Theory] // ERPNext: 120,000 planned, nothing or 50,000 spent; its variance is budget - actual, ours the other way.
    [InlineData(0, -120_000)]
    [InlineData(50_000, -70_000)]
    public void B4_Variance_IsActualLessBudget(decimal actual, decimal difference)
    {
        Comparison comparison = Compare(
            Company.Cube((Company.North, Company.Freight, 1, 120_000m)),
            Company.Cube((Company.North, Company.Freight, 5, actual)));

        Assert.Equal((120_000m, actual), Of(comparison, Company.North, Measure.Cost));
        Assert.Equal(difference, Row(comparison, Company.North, Measure.Cost)!.Value.Difference);
        Assert.Null(Row(comparison, Company.South, Measure.Cost));
    }

    [Fact] // The same: what closes the accounts of the year is posted after it, and 5,000 of May stay spent.
    public void B5_ClosingEntry_LeavesTheActualOfTheYear()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(Company.Document("may", Company.Post(5, Company.North, Company.Freight, 5_000m)), Company.Stamp)
            .GetOrThrow();
        ledger.Post(
            Company.Document("closing", new Posting(
                Company.Day(12, 31), Company.North, Company.Freight, -5_000m, adjustmentPeriod: 1)),
            Company.Stamp).GetOrThrow();

        Assert.Equal(
            5_000m, Of(Compare(Company.Cube(), ledger.Snapshot().ToCube()), Company.North, Measure.Cost).Actual);
    }

    [Fact] // The same: 10,000 earned in one child, 3,000 spent in the other: 7,000 in the parent; another year apart.
    public void B6_Profit_OfAParentIsThatOfItsChildren()
    {
        Cube actual = Company.Cube(
            (Company.North, Company.Sales, 1, 10_000m), (Company.Blocked, Company.Freight, 1, 3_000m));
        Comparison comparison = Compare(Company.Cube(), actual);

        Assert.Equal(10_000m, Of(comparison, Company.Head, Measure.Revenue).Actual);
        Assert.Equal(3_000m, Of(comparison, Company.Head, Measure.Cost).Actual);
        Assert.Equal(7_000m, Of(comparison, Company.Head, Measure.Margin).Actual);
        var before = new Comparison(
            Company.Cube(), actual, new FiscalPeriodRange(new(2025, 1), new(2025, 12)));
        Assert.Null(Row(before, Company.Head, Measure.Revenue));
    }

    [Fact] // Odoo: 42 planned on a parent, 42 spent on it and 42 on its child.
    public void B7_ActualOfAParent_HasThatOfItsChild() => Assert.Equal((42m, 84m), Of(
        Compare(
            Company.Cube((Company.Head, Company.Freight, 1, 42m)),
            Company.Cube((Company.Head, Company.Freight, 1, 42m), (Company.North, Company.Freight, 1, 42m))),
        Company.Head,
        Measure.Cost));

    [Fact] // hledger: 25 planned a day; 10, 14 and 51 spent, of which 40 without a budget: they count in the parent.
    public void B8_SpendingWithoutABudget_CountsInTheParent()
    {
        Cube budget = Company.Cube([.. Enumerable.Range(1, 3).SelectMany(day => new[]
        {
            (Company.North, Company.Freight, day, 10m), (Company.Blocked, Company.Freight, day, 15m),
        })]);
        Cube actual = Company.Cube(
            (Company.North, Company.Freight, 1, 10m),
            (Company.North, Company.Freight, 2, 9m),
            (Company.Blocked, Company.Freight, 2, 5m),
            (Company.North, Company.Freight, 3, 11m),
            (Company.Head, Company.Salaries, 3, 25m),
            (Company.Head, Company.Freight, 3, 15m));

        Assert.Equal(
            [(25m, 10m), (25m, 14m), (25m, 51m)],
            Enumerable.Range(1, 3).Select(day => Of(
                new Comparison(budget, actual, new(Company.Period(day), Company.Period(day))),
                Company.Head,
                Measure.Cost)));
    }

    [Fact] // hledger: goals of 100 a month for a quarter on each of two accounts, 100 earned on one of them in July.
    public void B11_GoalsOfAQuarter_AreUsedToAThirdAndNotAtAll()
    {
        Cube budget = Company.Cube([.. Enumerable.Range(7, 3).SelectMany(month => new[]
        {
            (Company.North, Company.Sales, month, 100m), (Company.Blocked, Company.Sales, month, 100m),
        })]);
        Comparison comparison = Compare(budget, Company.Cube((Company.North, Company.Sales, 7, 100m)));

        Assert.Equal((300m, 100m), Of(comparison, Company.North, Measure.Revenue));
        Assert.Equal((300m, 0m), Of(comparison, Company.Blocked, Measure.Revenue));
    }

    [Fact] // Fava: 10 on a parent and 2 on its child are 12 and 2.
    public void B12_BudgetOfAParent_HasThatOfItsChild()
    {
        Comparison comparison = Compare(
            Company.Cube((Company.Head, Company.Freight, 1, 10m), (Company.North, Company.Freight, 1, 2m)),
            Company.Cube());

        Assert.Equal((12m, 0m), Of(comparison, Company.Head, Measure.Cost));
        Assert.Equal((2m, 0m), Of(comparison, Company.North, Measure.Cost));
    }

    [Fact] // ledger: 10 a month; twice 10 x the month spent: 2 x 780 - 120 = 1,440 beyond it after a year.
    public void B14_DifferenceOfAYear_IsTheSumOfItsMonths()
    {
        Comparison comparison = Compare(
            Company.Cube([.. Enumerable.Range(1, 12).Select(k => (Company.North, Company.Freight, k, 10m))]),
            Company.Cube([.. Enumerable.Range(1, 12).Select(k => (Company.North, Company.Freight, k, 20m * k))]));

        Assert.Equal(1_440m, Row(comparison, Company.North, Measure.Cost)!.Value.Difference);
    }

    private static Comparison Compare(Cube budget, Cube actual) => new(budget, actual, Year);

    private static (decimal? Budget, decimal Actual) Of(Comparison comparison, CenterCode center, Measure measure)
    {
        Variance variance = Row(comparison, center, measure)!.Value;
        return (variance.Budget, variance.Actual);
    }

    private static Variance? Row(Comparison comparison, CenterCode center, Measure measure) =>
        VarianceReport.Create(comparison, Company.Space.Centers.TreeAsOf(Company.Day(12)), ReportDimensions.Center).Rows
            .Where(row => row.Center?.Center.Code == center && row.Variance.Measure == measure)
            .Select(row => (Variance?)row.Variance)
            .SingleOrDefault();

    private static decimal Sum(Cube cube, CenterCode center, int from, int through) => cube.Cells()
        .Where(cell => cell.Address.Center == center
            && cell.Address.Period >= Company.Period(from) && cell.Address.Period <= Company.Period(through))
        .Sum(cell => cell.Amount);
}
