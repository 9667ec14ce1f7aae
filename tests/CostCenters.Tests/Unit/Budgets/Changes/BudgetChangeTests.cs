using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Budgets.Changes;

/// <summary>What a change of a budget must have, and what its kind asks of the sums of its lines.</summary>
public class BudgetChangeTests
{
    private static readonly BudgetLine North = Line(Company.North, 1, 5m);

    [Fact]
    public void New_WithoutAPart_Throws()
    {
        Assert.Throws<ArgumentException>("id", () => Of(id: ""));
        Assert.Throws<ArgumentException>("budget", () => Of(budget: " "));
        Assert.Throws<ArgumentException>("reason", () => Of(reason: " "));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => Of(kind: (BudgetChangeKind)6));
        Assert.Throws<ArgumentNullException>("lines", () => new BudgetChange(
            new("x"), "b", BudgetChangeKind.Original, null!, "why"));
        Assert.Throws<ArgumentException>("lines", () => Of(lines: []));
        Assert.Throws<ArgumentException>("lines", () => Of(lines: [North, null!]));
        Assert.Throws<ArgumentException>("lines", () => Of(
            lines: [North, BudgetLine.ForYear(Company.North, Company.Freight, 2026, 12m)]));
    }

    [Theory] // The larger of what is added and what is taken away.
    [InlineData(5, -3, 5)]
    [InlineData(2, -7, 7)]
    [InlineData(-2, -7, 9)]
    [InlineData(5, 3, 8)]
    [InlineData(0, 0, 0)]
    public void Size_OfLines_IsTheLargerSide(int first, int second, int expected) => Assert.Equal(
        expected, Of(lines: [Line(Company.North, 1, first), Line(Company.Head, 2, second)]).Size);

    [Theory]
    [InlineData(BudgetChangeKind.Supplement, 1, 0, true)]
    [InlineData(BudgetChangeKind.Supplement, 1, -1, false)]
    [InlineData(BudgetChangeKind.Return, 0, -1, true)]
    [InlineData(BudgetChangeKind.Return, 0, 0, false)]
    [InlineData(BudgetChangeKind.Transfer, 2, -2, true)]
    [InlineData(BudgetChangeKind.Transfer, 2, -1, false)]
    [InlineData(BudgetChangeKind.Original, 2, -1, true)]
    [InlineData(BudgetChangeKind.CarryForward, -2, 1, true)]
    public void SumFault_OfAKind_IsNullWhereTheLinesSumAsItSays(
        BudgetChangeKind kind, int first, int second, bool isOfItsKind) => Assert.Equal(
            isOfItsKind,
            BudgetChange.SumFault(kind, [Line(Company.North, 1, first), Line(Company.Head, 2, second)]) is null);

    [Fact] // Other phasing keeps the year of each center and element, not that of all together.
    public void SumFault_OfRephasing_LooksAtEachYear()
    {
        Assert.Null(BudgetChange.SumFault(
            BudgetChangeKind.Rephasing, [North, Line(Company.North, 2, -5m)]));
        Assert.NotNull(BudgetChange.SumFault(
            BudgetChangeKind.Rephasing,
            [North, BudgetLine.ForPeriod(Company.North, Company.Freight, new FiscalPeriod(2027, 1), -5m)]));
        Assert.NotNull(BudgetChange.SumFault(
            BudgetChangeKind.Rephasing,
            [North, BudgetLine.ForPeriod(Company.North, Company.Salaries, Company.Period(2), -5m)]));
        Assert.NotNull(BudgetChange.SumFault(
            BudgetChangeKind.Rephasing, [North, Line(Company.Head, 2, -5m)]));
        Assert.Throws<ArgumentNullException>(
            "lines", () => BudgetChange.SumFault(BudgetChangeKind.Original, null!));
    }

    [Fact]
    public void Lines_OfNothing_Throw()
    {
        Cube cube = Company.Cube((Company.North, Company.Freight, 1, 12m));
        FiscalPeriodRange year = new(Company.Period(1), Company.Period(12));
        CenterTree tree = Company.Space.Centers.TreeAsOf(Company.Day(7));
        var rules = new Dictionary<CenterCode, ParentBudgetRule>();
        Phasing even = Phasing.Even(RemainderRule.LargestRemainder);
        FiscalPeriod next = new(2027, 1);

        Assert.Throws<ArgumentNullException>(
            "source", () => BudgetChangeLines.Copy(null!, year, 1, 1m, MidpointRounding.ToEven));
        Assert.Throws<ArgumentNullException>("receivers", () => BudgetChangeLines.Distribute(
            1m, null!, new(2), RemainderRule.LargestRemainder));
        Assert.Throws<ArgumentNullException>(
            "budget", () => BudgetChangeLines.Rephase(null!, Company.North, Company.Freight, 2026, even));
        Assert.Throws<ArgumentNullException>(
            "phasing", () => BudgetChangeLines.Rephase(cube, Company.North, Company.Freight, 2026, null!));
        Assert.Throws<ArgumentNullException>("budget", () => BudgetChangeLines.CarryForward(
            null!, cube, cube, 2026, next, CarryForwardRule.Both));
        Assert.Throws<ArgumentNullException>("actual", () => BudgetChangeLines.CarryForward(
            cube, null!, cube, 2026, next, CarryForwardRule.Both));
        Assert.Throws<ArgumentNullException>("committed", () => BudgetChangeLines.CarryForward(
            cube, cube, null!, 2026, next, CarryForwardRule.Both));
        Assert.Throws<ArgumentOutOfRangeException>("rule", () => BudgetChangeLines.CarryForward(
            cube, cube, cube, 2026, next, (CarryForwardRule)3));
        Assert.Throws<ArgumentNullException>(
            "budget", () => BudgetChangeLines.Collect(null!, tree, Company.North, year));
        Assert.Throws<ArgumentNullException>(
            "tree", () => BudgetChangeLines.Collect(cube, null!, Company.North, year));
        Assert.Throws<ArgumentNullException>("budget", () => ParentBudget.Check(null!, tree, rules, year));
        Assert.Throws<ArgumentNullException>("tree", () => ParentBudget.Check(cube, null!, rules, year));
        Assert.Throws<ArgumentNullException>("rules", () => ParentBudget.Check(cube, tree, null!, year));
    }

    private static BudgetChange Of(
        string id = "x",
        string budget = "b",
        BudgetChangeKind kind = BudgetChangeKind.Original,
        BudgetLine[]? lines = null,
        string reason = "why") => new(id.Length == 0 ? default : new(id), budget, kind, lines ?? [North], reason);

    private static BudgetLine Line(CenterCode center, int period, decimal amount) =>
        BudgetLine.ForPeriod(center, Company.Freight, Company.Period(period), amount);
}
