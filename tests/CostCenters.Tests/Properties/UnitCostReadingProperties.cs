using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Tests.Unit.UnitCosts;
using CostCenters.UnitCosts;
using CostCenters.UnitCosts.Savings;
using CostCenters.UnitCosts.Service;
using FsCheck.Xunit;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Properties;

/// <summary>What is read from cubes and key figures, against sums over the plain lists.</summary>
[Laws(Arbitrary = [typeof(UnitCostGenerators)])]
public class UnitCostReadingProperties
{
    private static readonly string[] Leaves = ["S1", "S11", "S12"];

    [Property] // The cost of a unit of S1 is the cost of its leaves over the units of its leaves.
    public void Read_Node_EqualsTheRatioOfItsLeaves(CostSample sample)
    {
        UnitCost node = Source(sample, 12, [.. Leaves]).Read(Range(1, 12));
        decimal cents = sample.Costs.Where(cost => Leaves.Contains(cost.Center))
            .Sum(cost => (decimal)(cost.IsFee ? -cost.Cents : cost.Cents));
        decimal[] calls = [.. sample.Figures.Values.Where(value => value.KeyFigure == Calls)
            .Where(value => Leaves.Contains(value.Center.Value)).Select(value => value.Value)];

        Assert.Equal(sample.Costs.Any(cost => Leaves.Contains(cost.Center)), node.Cost.Value is not null);
        Assert.Equal(Fraction.Of(cents) / Fraction.Of(100), node.Cost.Value ?? Fraction.Zero);
        Assert.Equal(calls.Length == 0 ? null : Fraction.Of(calls.Sum()), node.Quantity.Value);
        Assert.Equal(
            node.Cost.Value is not null && calls.Sum() != 0
                ? Fraction.Of(cents) / Fraction.Of(100) / Fraction.Of(calls.Sum())
                : null,
            node.Value);
    }

    [Property] // Issue 11, point 10: as it was recorded, each leaf is named that lacks units where another has some.
    public void FindGaps_LeavesThatLackUnits_AreNamed(CostSample sample, byte from, byte length)
    {
        int first = 1 + (from % 12);
        FiscalPeriodRange periods = Range(first, Math.Min(12, first + (length % 4)));
        var source = new UnitCostSource(
            Cube(sample, 12), Scope(Leaves), TableThrough(sample, 12), Calls, Scope(Leaves).Centers);
        ILookup<FiscalPeriod, string> recorded = sample.Figures.Values
            .Where(value => value.KeyFigure == Calls && Leaves.Contains(value.Center.Value))
            .Where(value => periods.Contains(value.Period))
            .ToLookup(value => value.Period, value => value.Center.Value);
        string[] lacking = [.. recorded.OrderBy(period => period.Key)
            .SelectMany(period => Leaves.Except(period).Select(leaf => (Leaf: leaf, period.Key)))
            .DistinctBy(pair => pair.Leaf).Select(pair => $"{pair.Leaf} {pair.Key}")];

        Assert.Equal(
            recorded.Count == 0 ? FigureGap.NoValue : lacking.Length > 0 ? FigureGap.Incomplete : FigureGap.None,
            source.Read(periods).Quantity.Gap);
        Assert.Equal(
            lacking,
            source.FindGaps(periods).Where(gap => gap.Gap == FigureGap.Incomplete)
                .Select(gap => $"{gap.Center} {gap.Period}"));
    }

    [Property] // Two roads to a figure: the groups of a case, and all of it at once.
    public void Read_CaseOfGroups_IsTheUnitCostOfAll(CostSample sample, byte from, byte length)
    {
        int first = 1 + (from % 12);
        FiscalPeriodRange periods = Range(first, Math.Min(12, first + (length % 4)));
        if (sample.Figures.Values.Any(value => value.Value < 0))
        {
            return;
        }

        foreach (KeyFigureTable figures in new[] { TableThrough(sample, 12), Completed(sample, 12) })
        {
            var groups = new UnitCostCaseSource(
                new CostScope([], []),
                Leaves.Select(leaf => new UnitCostGroupSource(leaf, Scope(leaf), Calls, null, [new(leaf)])));
            var all = new UnitCostSource(Cube(sample, 12), Scope(Leaves), figures, Calls, Scope(Leaves).Centers);

            Assert.Equal(all.Read(periods), groups.Read(Cube(sample, 12), figures, periods).UnitCost);
        }
    }

    [Property] // The leaves put together by themselves give the node, where each has figures.
    public void Add_Leaves_GivesTheNode(CostSample sample)
    {
        UnitCost[] leaves = [.. Leaves.Select(leaf => Source(sample, 12, leaf).Read(Range(1, 12)))
            .Where(leaf => leaf.Cost.Value is not null && leaf.Quantity.Value is not null)];
        if (leaves.Length == Leaves.Length)
        {
            Assert.Equal(
                leaves[0] + leaves[1] + leaves[2], Source(sample, 12, [.. Leaves]).Read(Range(1, 12)));
        }
    }

    [Property]
    public void Compute_FurtherPeriods_ChangeNoEarlierRow(CostSample sample)
    {
        var early = UnitCostSeries.Compute(Source(sample, 6, "S1"), Range(1, 6));
        var late = UnitCostSeries.Compute(Source(sample, 12, "S1"), Range(1, 12));

        Assert.Equal(early, late.Take(6));
    }

    [Property]
    public void Measure_FurtherPeriods_ChangeNoEarlierSaving(CostSample sample)
    {
        var improvement = new Improvement("dialog", P(3), Range(1, 2), Calls, Customers, 0.25m, 3, 700, 20);
        string Text(int known, int through) => string.Join("\n", SavingReport
            .Create(improvement, TableThrough(sample, known), Tree.Nodes.Select(node => node.Center.Code), P(through))
            .Rows.Take(4).Select(row =>
                $"{row.Period} {row.Avoided} {row.ExpectedAvoided} {row.NetSaving} {row.Cumulative} "
                    + $"{row.Change?.Amount} {row.Change?["volume"].Amount}"));

        Assert.Equal(Text(6, 6), Text(12, 12));
    }

    [Property] // What is known later changes a verdict only as long as it calls itself provisional.
    public void Judge_FurtherPeriods_ChangeNoVerdictThatIsFinal(CostSample sample, byte lag, byte known)
    {
        int first = 1 + (known % 12);
        string Text(int through, out bool isProvisional)
        {
            KeyFigureTable actual = TableThrough(sample, through);
            KeyFigureTable budget = TableThrough(sample, 12);
            var guard = new ServiceGuard(
                ServiceMeasure.Create(Rate, budget, actual, Tree, new CenterCode("S")), 9, 0.5m, lag % 5);
            var judged = GuardedVariance.Judge(
                VarianceNode.Leaf("cost", "cost", VarianceBasis.Cost, Fraction.Of(-1), "", []),
                Range(2, 4),
                P(through),
                Calendar,
                [guard]);
            isProvisional = judged.IsProvisional;
            return $"{judged.Verdict} {judged.Findings[0]}";
        }

        string before = Text(first, out bool mayChange);
        string after = Text(12, out bool isOpen);

        Assert.Equal(first < 4 + (lag % 5), mayChange);
        Assert.False(isOpen);
        Assert.True(mayChange || before == after, $"{before} became {after}");
    }

    [Property] // Nothing of the scopes is lost on the way into a case, whatever has no units.
    public void ReadCase_AnySample_HoldsAllCost(CostSample sample)
    {
        var source = new UnitCostCaseSource(
            Scope("S2"),
            Leaves.Select(leaf => new UnitCostGroupSource(leaf, Scope(leaf), Calls, Heads, [new(leaf)])));
        if (sample.Figures.Values.Any(value => value.Value < 0))
        {
            return;
        }

        UnitCostCase read = source.Read(Cube(sample, 12), Completed(sample, 12), Range(1, 12));
        decimal cents = sample.Costs.Where(cost => cost.Center != "S")
            .Sum(cost => (decimal)(cost.IsFee ? -cost.Cents : cost.Cents));

        Assert.Equal(
            sample.Costs.Any(cost => cost.Center != "S") ? Fraction.Of(cents) / Fraction.Of(100) : null,
            read.UnitCost.Cost.Value);
        if (read.Gaps.IsEmpty)
        {
            Assert.Equal(
                read.UnitCost.Cost.Value ?? Fraction.Zero,
                read.FixedCost.Value!.Value + Fraction.Sum(read.Groups.Where(group => group.Units.Sign > 0)
                    .Select(group => group.Units * group.VariableCostPerUnit!.Value)));
        }
    }

    [Property] // Rates that hold everywhere are what every unit costs, however the units fall.
    public void OfRates_OneRate_IsTheUnitCostOfAnySpan(CostSample sample, byte from, byte length)
    {
        int first = 1 + (from % 12);
        FiscalPeriodRange periods = Range(first, Math.Min(12, first + (length % 12)));
        UnitCost read = UnitCostSource.OfRates(
            [new UnitRate(Range(1, 5), 4.20m), new UnitRate(Range(6, 12), 4.20m)],
            TableThrough(sample, 12), Calls, [new CenterCode("S1")]).Read(periods);

        Assert.Equal(read.Quantity.Value is Fraction { IsZero: false } ? Fraction.Of(4.20m) : null, read.Value);
    }

    private static CostScope Scope(params string[] centers) =>
        new(centers.Select(center => new CenterCode(center)), [UnitCostBook.Wages, UnitCostBook.Fees]);

    private static UnitCostSource Source(CostSample sample, int through, params string[] centers) =>
        new(Cube(sample, through), Scope(centers), Completed(sample, through), Calls, Scope(centers).Centers);

    private static Cube Cube(CostSample sample, int through) => UnitCostBook.Costs(
        sample.Costs.Where(cost => cost.Period <= through).Select(cost => (
            cost.Center, cost.IsFee ? UnitCostBook.Fees : UnitCostBook.Wages, cost.Period, cost.Cents / 100m)));

    private static KeyFigureTable TableThrough(CostSample sample, int through) =>
        Table(sample.Figures.Values.Where(value => value.Period <= P(through)));

    /// <summary>The figures with a value of 0 for each leaf without contacts in a period in which another has
    /// some.</summary>
    private static KeyFigureTable Completed(CostSample sample, int through)
    {
        KeyFigureValue[] values = [.. sample.Figures.Values.Where(value => value.Period <= P(through))];
        return Table(values.Concat(
            values.Where(value => value.KeyFigure == Calls && Leaves.Contains(value.Center.Value))
                .SelectMany(value => Leaves.Select(leaf => Value(Calls, leaf, value.Period.Number, 0)))));
    }
}
