using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Control.Rules;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Tests.Unit.Control;

namespace CostCenters.Tests.Unit.Budgets;

/// <summary>Worked cases of phasing from other systems, by their ids; where one of them is wrong, what is right comes
/// out. Those that spread within a period are in <see cref="PeerDailyTests"/>.</summary>
public class PeerPhasingTests
{
    private static readonly FiscalYear Year = Company.Calendar.GetYear(2026);

    [Fact] // ERPNext: 120,000 over twelve months, monthly and equal.
    public void A1_EvenYear_GivesTheSameToEachMonth() => Assert.Equal(
        Enumerable.Repeat(10_000_00L, 12), Phasing.Even(RemainderRule.LargestRemainder).Spread(120_000_00, Year));

    [Fact] // The same: 30,000 for April to June in given rows.
    public void A2_GivenAmountsOfAQuarter_AreAccepted() => Assert.Equal(
        30_000m,
        Company.Budget()
            .Add(Line(4, 10_000m)).Add(Line(5, 15_000m)).Add(Line(6, 5_000m))
            .Freeze().Cube.Cells().Sum(cell => cell.Amount));

    [Fact] // The same: twelve rows of 2,000 for 12,000.
    public void A3_GivenAmountsBeyondTheTotal_AreRefused() => Assert.Throws<ArgumentException>(
        () => Phasing.Given([.. Enumerable.Repeat(2_000_00L, 12)]).Spread(12_000_00, Year));

    [Fact] // The same: years the wrong way round, a year that the calendar has not, a second budget of that name.
    public void A4_WrongYearsAndASecondBudget_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new FiscalPeriodRange(new(2100, 1), new(2099, 12)));
        Assert.ThrowsAny<ArgumentException>(() => Company.Budget().Add(
            BudgetLine.ForYear(Company.North, Company.Freight, 2_400, 1m)));
        var book = new Book("x", Company.Space);
        book.Budgets.Add(Company.Budget().Add(Line(1, 15_000m)).Freeze(), Company.Stamp).GetOrThrow();
        Assert.Equal(
            CommandFaultKind.BudgetVersionTaken,
            Assert.Single(book.Budgets.Add(
                Company.Budget().Add(Line(1, 10_000m)).Freeze(), Company.Stamp).Faults).Kind);
    }

    [Fact] // The same: a revision without a change has the amount of what it revises, which is out of use then.
    public void A5_RevisionWithoutAChange_ReplacesTheBudget()
    {
        var book = ControlBook.With((ControlBook.TeamOne, ControlBook.Paper, 120_000m)).Rules(
            ControlBook.Stop("r", ControlBook.Everything, RuleSpan.FullYear));

        book.Budget(2, (ControlBook.TeamOne, ControlBook.Paper, 120_000m));

        Assert.Equal(120_000m, book.Figures("r").Budget);
        Assert.Equal([120_000m, 120_000m], book.Book.Snapshot().Budgets.Select(
            version => version.Cube.Cells().Sum(cell => cell.Amount)));
    }

    [Fact] // Tryton cuts the ratio to 0.0833 and loses 8 cents of 50; here each year sums to the cent.
    public void A6_ShareOfATwelfth_LosesNoCent()
    {
        long[] expense = [.. Phasing.Even(RemainderRule.LargestRemainder).Spread(50_00, Year)];
        long[] revenue = [.. Phasing.Even(RemainderRule.LargestRemainder).Spread(150_00, Year)];

        Assert.Equal((50_00, 150_00), (expense.Sum(), revenue.Sum()));
        Assert.All(expense, share => Assert.InRange(share, 4_16, 4_17));
        Assert.All(revenue, share => Assert.Equal(12_50, share));
        Assert.All(expense.Zip(revenue), pair => Assert.InRange(pair.First - pair.Second, -8_34, -8_33));
    }

    [Fact] // The same: eleven ratios of 0.0833 and one of 0.1.
    public void A8_RatiosBeyondOne_AreRefused() => Assert.Throws<ArgumentException>(() => Phasing.ByPercent(
        [10m, .. Enumerable.Repeat(8.33m, 11)], RemainderRule.LargestRemainder));

    [Fact] // hledger: a goal of 10 a month, 10 and then 5 of it used: 10 of 10, then 15 of 20.
    public void A19_CumulativeGoal_IsUsedToThreeQuarters()
    {
        var book = ControlBook.With((ControlBook.TeamOne, ControlBook.Paper, 120m)).Rules(
            ControlBook.Stop("r", ControlBook.Everything, RuleSpan.YearToDate));
        book.Invoice("january", ControlBook.Line(10m)).GetOrThrow();
        book.Invoice("february", ControlBook.Line(5m, month: 2)).GetOrThrow();

        Assert.Equal((10m, 10m), (book.Figures("r", 1).Consumed, book.Figures("r", 1).Budget));
        Assert.Equal((15m, 20m), (book.Figures("r", 2).Consumed, book.Figures("r", 2).Budget));
    }

    private static BudgetLine Line(int month, decimal amount) =>
        BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(month), amount);
}
