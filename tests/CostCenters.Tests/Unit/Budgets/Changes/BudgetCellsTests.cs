using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Budgets.Changes;

/// <summary>Each cell of a budget for itself: its changes, its phasing, its element and its role.</summary>
public class BudgetCellsTests
{
    private static readonly CellAddress Cell = new(Company.North, Company.Freight, Company.Period(1));

    [Fact] // A cell is told by center, element and period together.
    public void ChangesOf_ACellThatSharesTwoOfThree_AreNone()
    {
        var book = new Book("changes", Company.Space);
        book.Changes.Enter(
            new BudgetChange(
                new("a"),
                "adopted",
                BudgetChangeKind.Original,
                [BudgetLine.ForPeriod(Cell.Center, Cell.Element, Cell.Period, 1m)],
                "why"),
            Company.Stamp).GetOrThrow();
        book.Changes.Submit(new("a"), Company.Stamp).GetOrThrow();
        BudgetBookSnapshot changes = book.Snapshot().Changes;

        Assert.Single(changes.ChangesOf("adopted", Cell));
        Assert.Empty(changes.ChangesOf("adopted", new(Company.Head, Cell.Element, Cell.Period)));
        Assert.Empty(changes.ChangesOf("adopted", new(Cell.Center, Company.Salaries, Cell.Period)));
        Assert.Empty(changes.ChangesOf("adopted", new(Cell.Center, Cell.Element, Company.Period(2))));
    }

    [Fact] // 12 in January and 24 in February make 3 a month.
    public void Rephase_TwoMonths_SpreadsTheirSum()
    {
        Cube budget = Company.Cube((Company.North, Company.Freight, 1, 12m), (Company.North, Company.Freight, 2, 24m));

        var lines = BudgetChangeLines.Rephase(
            budget, Company.North, Company.Freight, 2026, Phasing.Even(RemainderRule.LargestRemainder));

        Assert.Equal([-9m, -21m, .. Enumerable.Repeat(3m, 10)], lines.Select(line => line.Amount));
    }

    [Fact] // What lies below a budget on top of it is no excess, however much it is.
    public void Excess_OfABudgetOnTop_IsNone()
    {
        ParentBudget node = Assert.Single(
            ParentBudget.Check(
                Company.Cube((Company.North, Company.Freight, 7, 1m), (Company.South, Company.Freight, 7, 5m)),
                Company.Space.Centers.TreeAsOf(Company.Day(7)),
                new Dictionary<CenterCode, ParentBudgetRule>
                {
                    [Company.Head] = ParentBudgetRule.Informative,
                    [Company.North] = ParentBudgetRule.Additive,
                },
                new(Company.Period(1), Company.Period(12))),
            checkedNode => checkedNode.Center == Company.North);

        Assert.Equal((1m, 5m, 6m, 0m), (node.Own, node.Below, node.Total, node.Excess));
    }

    [Fact] // Old plant stands beside North, right behind what is below it.
    public void Collect_TheNextCenterBesideTheParent_StaysOut() => Assert.Empty(BudgetChangeLines.Collect(
        Company.Cube((Company.Blocked, Company.Freight, 7, 5m)),
        Company.Space.Centers.TreeAsOf(Company.Day(7)),
        Company.North,
        new(Company.Period(1), Company.Period(12))));

    [Fact] // North keeps its sum from January to February, head office does not.
    public void SumFault_OneOfTwoCentersKeepsItsSum_IsAFault() => Assert.NotNull(BudgetChange.SumFault(
        BudgetChangeKind.Rephasing,
        [
            BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(1), 5m),
            BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(2), -5m),
            BudgetLine.ForPeriod(Company.Head, Company.Freight, Company.Period(1), 1m),
        ]));

    [Fact] // Leasing ends in May: a change for September is refused.
    public void Element_ThatEnds_IsRefusedAfterItsEnd()
    {
        var leasing = new ElementCode("6200");
        var book = new Book("changes", new CubeSpace(
            Company.Centers().Build(),
            Company.Elements()
                .Add(new CostElement(leasing, "Leasing", ElementNature.Cost, through: Company.Day(5, 31)))
                .Build(),
            Company.Calendar,
            Currency.Eur,
            new DecimalScale(2)));

        CommandFault fault = Assert.Single(book.Changes.Enter(
            new BudgetChange(
                new("a"),
                "adopted",
                BudgetChangeKind.Original,
                [
                    BudgetLine.ForPeriod(Company.North, leasing, Company.Period(5), 1m),
                    BudgetLine.ForPeriod(Company.North, leasing, Company.Period(9), 1m),
                ],
                "why"),
            Company.Stamp).Faults);

        Assert.Equal((CommandFaultKind.ElementNotValid, 1), (fault.Kind, fault.Line));
    }

    [Fact]
    public void RoleAssignment_OfOneDay_IsHeldThatDay()
    {
        var day = new LocalDate(2026, 7, 1);

        Assert.Equal((day, day), (
            new RoleAssignment("cfo", "ben", day, day).From, new RoleAssignment("cfo", "ben", day, day).Through));
    }
}
