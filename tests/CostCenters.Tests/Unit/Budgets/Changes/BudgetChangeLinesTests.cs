using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Budgets.Changes;

/// <summary>The lines of changes, each derived by hand.</summary>
public class BudgetChangeLinesTests
{
    private static readonly FiscalPeriodRange Year = new(Company.Period(1), Company.Period(12));

    [Fact] // 10.01 x 1.25 = 12.5125; -0.02 x 1.25 = -0.025, half away from zero.
    public void Copy_TimesAFactor_RoundsEachCellByTheNamedRule()
    {
        Cube source = Company.Cube(
            (Company.North, Company.Freight, 1, 10.01m),
            (Company.Head, Company.Salaries, 12, -0.02m),
            (Company.Head, Company.Salaries, 13, 5m));

        Assert.Equal(
            [("1100", "2027-P01", 12.51m), ("1000", "2027-P12", -0.03m)],
            Told(BudgetChangeLines.Copy(source, Year, 1, 1.25m, MidpointRounding.AwayFromZero)));
        Assert.Equal(
            [("1100", "2025-P01", 12.51m), ("1000", "2025-P12", -0.02m)],
            Told(BudgetChangeLines.Copy(source, Year, -1, 1.25m, MidpointRounding.ToEven)));
    }

    [Fact] // 100 by 1 : 1 : 1 is 33.34, 33.33 and 33.33, the earlier first.
    public void Distribute_ByKeys_KeepsTheTotal()
    {
        CellAddress[] cells =
        [
            new(Company.Head, Company.Salaries, Company.Period(1)),
            new(Company.North, Company.Salaries, Company.Period(1)),
            new(Company.South, Company.Salaries, Company.Period(4)),
        ];

        var lines = BudgetChangeLines.Distribute(
            100m, [.. cells.Select(cell => (cell, 1m))], new DecimalScale(2), RemainderRule.LargestRemainder);

        Assert.Equal([33.34m, 33.33m, 33.33m], lines.Select(line => line.Amount));
        Assert.Equal(cells.Select(cell => cell.Center), lines.Select(line => line.Center));
    }

    [Fact] // 12 in January spread evenly: 11 less there, 1 more in each other month.
    public void Rephase_AYear_KeepsItsTotal()
    {
        Cube budget = Company.Cube((Company.North, Company.Freight, 1, 12m), (Company.North, Company.Salaries, 2, 7m));

        var lines = BudgetChangeLines.Rephase(
            budget, Company.North, Company.Freight, 2026, Phasing.Even(RemainderRule.LargestRemainder));

        Assert.Equal([-11m, .. Enumerable.Repeat(1m, 11)], lines.Select(line => line.Amount));
        _ = new BudgetChange(new("x"), "b", BudgetChangeKind.Rephasing, lines, "why");
    }

    [Theory] // North: 100 - 60 - 15 = 25 left. Head: 50 - 80 = 30 too much. Sales are no cost; 2025 is another year.
    [InlineData(CarryForwardRule.Surplus, "1100 25")]
    [InlineData(CarryForwardRule.Deficit, "1000 -30")]
    [InlineData(CarryForwardRule.Both, "1000 -30;1100 25")]
    public void CarryForward_OfAYear_IsBudgetLessActualLessCommitted(CarryForwardRule rule, string expected)
    {
        Cube budget = Company.Cube(
            (Company.North, Company.Freight, 1, 60m),
            (Company.North, Company.Freight, 12, 40m),
            (Company.Head, Company.Salaries, 1, 50m),
            (Company.Head, Company.Sales, 1, 500m));
        Cube actual = Company.Cube((Company.North, Company.Freight, 2, 60m), (Company.Head, Company.Salaries, 3, 80m));
        Cube committed = Company.Cube((Company.North, Company.Freight, 11, 15m));

        var lines = BudgetChangeLines.CarryForward(budget, actual, committed, 2026, new(2027, 1), rule);

        Assert.Equal(expected, string.Join(';', lines.Select(line =>
            FormattableString.Invariant($"{line.Center} {line.Amount:0.##}"))));
        Assert.All(lines, line => Assert.Equal(new FiscalPeriod(2027, 1), line.Period));
        Assert.Empty(BudgetChangeLines.CarryForward(budget, actual, committed, 2025, new(2026, 1), rule));
    }

    [Fact] // All of what was budgeted is spent: nothing is left, by any rule.
    public void CarryForward_NothingLeft_GivesNoLine()
    {
        Cube budget = Company.Cube((Company.North, Company.Freight, 1, 60m));

        Assert.Empty(BudgetChangeLines.CarryForward(
            budget, budget, Company.Cube(), 2026, new(2027, 1), CarryForwardRule.Both));
    }

    [Fact] // West came after the budget was made; what it spends is a deficit of its own.
    public void CarryForward_WhereTheSpaceHasGrown_NamesTheNewCenters()
    {
        var west = new CenterCode("1400");
        var rent = new ElementCode("6200");
        CubeSpace grown = Company.Space.Extend(
            Company.Space.Centers.ToBuilder().Add(west, new CenterValidity("West", CenterKind.Cost)).Build(),
            Company.Space.Elements.ToBuilder().Add(new CostElement(rent, "Rent", ElementNature.Cost)).Build());
        Cube before = Company.Cube((Company.North, Company.Freight, 1, 60m));
        Cube after = new CubeBuilder(grown).Add(new(west, rent, Company.Period(2)), 5m).Build();

        Assert.Equal(
            [("1100", "2027-P01", 60m), ("1400", "2027-P01", -5m)],
            Told(BudgetChangeLines.CarryForward(
                before, after, Company.Cube(), 2026, new(2027, 1), CarryForwardRule.Both)));
        Assert.Equal(
            [("1100", "2027-P01", -60m), ("1400", "2027-P01", 5m)],
            Told(BudgetChangeLines.CarryForward(
                after, before, Company.Cube(), 2026, new(2027, 1), CarryForwardRule.Both)));
    }

    [Fact] // North has the 10 of South already in July; August lies outside, and so does head office.
    public void Collect_WhereTheParentHasTheSumAlready_GivesNoLine()
    {
        Cube budget = Company.Cube(
            (Company.North, Company.Freight, 7, 10m),
            (Company.South, Company.Freight, 7, 10m),
            (Company.South, Company.Freight, 8, 3m));

        Assert.Empty(BudgetChangeLines.Collect(
            budget,
            Company.Space.Centers.TreeAsOf(Company.Day(7)),
            Company.North,
            new(Company.Period(1), Company.Period(7))));
    }

    [Fact] // Below North stands South in July: 4 of its own, of which it collects 10 - 4 more.
    public void Collect_TheCentersBelow_LiftsTheParentToTheirSum()
    {
        Cube budget = Company.Cube(
            (Company.North, Company.Freight, 7, 4m),
            (Company.South, Company.Freight, 7, 10m),
            (Company.South, Company.Salaries, 8, 3m),
            (Company.Head, Company.Freight, 7, 99m));

        Assert.Equal(
            [("1100", "2026-P07", 6m), ("1100", "2026-P08", 3m)],
            Told(BudgetChangeLines.Collect(
                budget, Company.Space.Centers.TreeAsOf(Company.Day(7)), Company.North, Year)));
    }

    [Fact] // Head 100 holds North 70 and Old plant 20: 10 left; with South 30 on top of North it is 20 too much.
    public void ParentBudget_ByEachRule_TellsWhatIsLeftAndWhatIsTooMuch()
    {
        Cube budget = Company.Cube(
            (Company.Head, Company.Salaries, 7, 100m),
            (Company.Head, Company.Sales, 7, 999m),
            (Company.North, Company.Freight, 7, 70m),
            (Company.South, Company.Freight, 7, 30m),
            (Company.Blocked, Company.Freight, 7, 20m));

        Assert.Equal([(100m, 90m, 100m, 10m, 0m), (70m, 30m, 70m, 40m, 0m)], Check(
            ParentBudgetRule.Ceiling, ParentBudgetRule.Ceiling));
        Assert.Equal([(100m, 120m, 100m, 0m, 20m), (70m, 30m, 100m, null, 0m)], Check(
            ParentBudgetRule.Ceiling, ParentBudgetRule.Additive));
        Assert.Equal([(100m, 50m, 150m, null, 0m), (70m, 30m, 30m, null, 0m)], Check(
            ParentBudgetRule.Additive, ParentBudgetRule.Informative));
        Assert.Throws<ArgumentException>(() => ParentBudget.Check(
            budget,
            Company.Space.Centers.TreeAsOf(Company.Day(7)),
            new Dictionary<CenterCode, ParentBudgetRule>(),
            Year));

        IEnumerable<(decimal Own, decimal Below, decimal Total, decimal? Left, decimal Excess)> Check(
            ParentBudgetRule head, ParentBudgetRule north) => ParentBudget.Check(
                budget,
                Company.Space.Centers.TreeAsOf(Company.Day(7)),
                new Dictionary<CenterCode, ParentBudgetRule>
                {
                    [Company.Head] = head,
                    [Company.North] = north,
                },
                Year).Select(node => (node.Own, node.Below, node.Total, node.Undistributed, node.Excess));
    }

    [Fact] // In June and July together North has 3 of its own; August lies outside the range.
    public void ParentBudget_OfARange_LeavesOtherPeriodsOut()
    {
        Cube budget = Company.Cube(
            (Company.North, Company.Freight, 6, 1m),
            (Company.North, Company.Freight, 7, 2m),
            (Company.North, Company.Freight, 8, 4m));

        var nodes = ParentBudget.Check(
            budget,
            Company.Space.Centers.TreeAsOf(Company.Day(7)),
            new Dictionary<CenterCode, ParentBudgetRule>
            {
                [Company.Head] = ParentBudgetRule.Additive,
                [Company.North] = ParentBudgetRule.Ceiling,
            },
            new(Company.Period(6), Company.Period(7)));

        Assert.Equal(
            [(Company.Head, ParentBudgetRule.Additive, 0m, 3m), (Company.North, ParentBudgetRule.Ceiling, 3m, 0m)],
            nodes.Select(node => (node.Center, node.Rule, node.Own, node.Below)));
    }

    private static IEnumerable<(string Center, string Period, decimal Amount)> Told(IEnumerable<BudgetLine> lines) =>
        lines.Select(line => (line.Center.Value, line.Period.ToString()!, line.Amount));
}
