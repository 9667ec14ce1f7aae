using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>Why a unit cost changed: from budget to actual, or from one period to another.</summary>
/// <remarks>
/// <para>With F fixed cost, N units, s share of a group, v = t x p its variable cost a unit (input a unit x price of
/// the input), 0 = base and 1 = actual: volume F0/N1 - F0/N0; spending (F1 - F0)/N1; mix sum of v0 (s1 - s0);
/// efficiency sum of s1 (t1 - t0) p0; price sum of s1 t1 (p1 - p0). They add up to the change exactly; nothing
/// rounds.</para>
/// <para>The mix of a single group is told against the average variable cost of the base, V0: (v0 - V0)(s1 - s0).
/// Shares add up to 1 on both sides, so the sum is the same, and moving to a dear group is unfavorable whichever group
/// is looked at. A total that rises while every group falls (Simpson's paradox) shows as mix.</para>
/// <para>How a group counts that the base does not know, the caller names (<see cref="NewGroups"/>). At the base
/// average, that is its v0, with the average input a unit of the base where all inputs are counted in one unit;
/// otherwise all that differs from the average is efficiency. As a part of the mix, its own figures are its v0. A group
/// that has vanished is mix alone by either rule.</para>
/// <para>Source: the price and efficiency variances of standard costing (Horngren, Cost Accounting, flexible budgets),
/// taken to one unit.</para>
/// </remarks>
public sealed class UnitCostChange
{
    /// <summary>The key of the unit cost node.</summary>
    public const string UnitCostKey = "unit-cost";

    /// <summary>The key of the volume node.</summary>
    public const string VolumeKey = "volume";

    /// <summary>The key of the spending node.</summary>
    public const string SpendingKey = "spending";

    /// <summary>The key of the mix node.</summary>
    public const string MixKey = "mix";

    /// <summary>The key of the efficiency node.</summary>
    public const string EfficiencyKey = "efficiency";

    /// <summary>The key of the price node.</summary>
    public const string PriceKey = "price";

    private UnitCostChange(UnitCostCase baseline, UnitCostCase actual, VarianceNode? split)
    {
        Baseline = baseline.UnitCost;
        Actual = actual.UnitCost;
        BaselineGaps = baseline.Gaps;
        ActualGaps = actual.Gaps;
        Split = split;
    }

    /// <summary>The unit cost of the base.</summary>
    public UnitCost Baseline { get; }

    /// <summary>The actual unit cost.</summary>
    public UnitCost Actual { get; }

    /// <summary>The change in parts: volume, spending, mix, efficiency and price, in the cost basis and by unit; null
    /// where <see cref="Gap"/> says why.</summary>
    public VarianceNode? Split { get; }

    /// <summary>Why there is no split: one of both sides has no units, or lacks a part.</summary>
    public FigureGap Gap =>
        Baseline.Gap != FigureGap.None ? Baseline.Gap
        : Actual.Gap != FigureGap.None ? Actual.Gap
        : BaselineGaps.Concat(ActualGaps).Select(gap => gap.Gap).FirstOrDefault();

    /// <summary>The parts that the base lacks.</summary>
    public ImmutableArray<UnitCostGap> BaselineGaps { get; }

    /// <summary>The parts that the actuals lack.</summary>
    public ImmutableArray<UnitCostGap> ActualGaps { get; }

    /// <summary>Explains a change.</summary>
    /// <param name="baseline">The budget, or the earlier period.</param>
    /// <param name="actual">The actuals, or the later period.</param>
    /// <param name="newGroups">How a group counts that the base does not know; there is no default.</param>
    /// <param name="currency">The currency of the cost.</param>
    /// <param name="unit">What is counted, such as <c>contact</c>: amounts are in the currency for one of it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A group counts its input in two different units.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="newGroups"/> is no rule.</exception>
    public static UnitCostChange Explain(
        UnitCostCase baseline, UnitCostCase actual, NewGroups newGroups, Currency currency, string unit)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(unit);
        var units = new UnitCostUnits(currency, unit);
        if (!Enum.IsDefined(newGroups))
        {
            throw new ArgumentOutOfRangeException(nameof(newGroups), newGroups, "There is no such rule.");
        }

        var none = new UnitCostChange(baseline, actual, null);
        if (none.Gap != FigureGap.None)
        {
            return none;
        }

        (Fraction from, Fraction to) = (baseline.UnitCost.Value!.Value, actual.UnitCost.Value!.Value);
        ImmutableArray<GroupChange> groups = GroupChange.Pair(baseline, actual, newGroups);
        VarianceNode split = VarianceNode.Whole(
            UnitCostKey,
            "unit cost",
            to - from,
            "actual cost / actual units - base cost / base units",
            [new("base unit cost", from, units.UnitCost), new("actual unit cost", to, units.UnitCost)],
            [
                Volume(baseline, actual, units),
                Spending(baseline, actual, units),
                Part(MixKey, "mix", "sum of v0 x (s1 - s0)", groups, group => group.Mix(units)),
                Part(
                    EfficiencyKey,
                    "efficiency",
                    "sum of s1 x (t1 - t0) x p0",
                    groups,
                    group => group.Efficiency(units)),
                Part(PriceKey, "price", "sum of s1 x t1 x (p1 - p0)", groups, group => group.Price(units)),
            ]);
        return new UnitCostChange(baseline, actual, split);
    }

    private static VarianceNode Volume(UnitCostCase baseline, UnitCostCase actual, UnitCostUnits units)
    {
        (Fraction cost, Fraction from, Fraction to) =
            (baseline.FixedCost.Value!.Value, baseline.Units.Value!.Value, actual.Units.Value!.Value);
        return VarianceNode.Leaf(
            VolumeKey,
            "volume",
            VarianceBasis.Cost,
            (cost / to) - (cost / from),
            "base fixed cost / actual units - base fixed cost / base units = F0/N1 - F0/N0",
            [
                new("base fixed cost", cost, units.Money),
                new("base units", from, units.Units),
                new("actual units", to, units.Units),
            ]);
    }

    private static VarianceNode Spending(UnitCostCase baseline, UnitCostCase actual, UnitCostUnits units)
    {
        (Fraction before, Fraction after, Fraction to) =
            (baseline.FixedCost.Value!.Value, actual.FixedCost.Value!.Value, actual.Units.Value!.Value);
        return VarianceNode.Leaf(
            SpendingKey,
            "spending",
            VarianceBasis.Cost,
            (after - before) / to,
            "(actual fixed cost - base fixed cost) / actual units = (F1 - F0)/N1",
            [
                new("base fixed cost", before, units.Money),
                new("actual fixed cost", after, units.Money),
                new("actual units", to, units.Units),
            ]);
    }

    private static VarianceNode Part(
        string key,
        string name,
        string formula,
        ImmutableArray<GroupChange> groups,
        Func<GroupChange, VarianceNode> part) =>
        groups.IsEmpty
            ? VarianceNode.Leaf(key, name, VarianceBasis.Cost, Fraction.Zero, formula, [])
            : VarianceNode.Sum(key, name, formula, groups.Select(part));
}
