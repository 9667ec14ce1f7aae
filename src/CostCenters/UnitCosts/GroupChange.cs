using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>One group on both sides of a comparison of unit costs.</summary>
internal sealed class GroupChange
{
    private readonly string name;
    private readonly string input;
    private readonly Fraction average;
    private readonly Fraction share0;
    private readonly Fraction share1;
    private readonly Fraction input0;
    private readonly Fraction input1;
    private readonly Fraction price0;
    private readonly Fraction price1;

    private GroupChange(
        string name,
        string input,
        Fraction average,
        (Fraction Base, Fraction Actual) shares,
        (Fraction Base, Fraction Actual) inputs,
        (Fraction Base, Fraction Actual) prices)
    {
        this.name = name;
        this.input = input;
        this.average = average;
        (share0, share1) = shares;
        (input0, input1) = inputs;
        (price0, price1) = prices;
    }

    /// <summary>Pairs the groups of both sides by name: those of the base first, then the new ones.</summary>
    public static ImmutableArray<GroupChange> Pair(UnitCostCase baseline, UnitCostCase actual, NewGroups newGroups)
    {
        (Fraction units0, Fraction units1) = (baseline.Units.Value!.Value, actual.Units.Value!.Value);
        Fraction average = baseline.VariableCost / units0;
        return
        [
            .. baseline.Groups.Concat(actual.Groups).Select(group => group.Name).Distinct().Select(name =>
            {
                UnitCostGroup? before = baseline.Find(name);
                UnitCostGroup? after = actual.Find(name);
                if (before is not null && after is not null && before.InputUnit != after.InputUnit)
                {
                    throw new ArgumentException(
                        $"'{name}' counts its input in '{before.InputUnit}' and in '{after.InputUnit}'.",
                        nameof(actual));
                }

                // Without units nothing of the actual rates reaches the total, so the base rates stand in for them.
                bool isUsed = after is { IsKnown: true, Units.Sign: > 0 };
                (Fraction input0, Fraction price0) =
                    isUsed && before is not { IsKnown: true } && newGroups == NewGroups.PartsOfMix
                        ? (after!.InputPerUnit!.Value, after.InputPrice)
                        : BaseRates(baseline, before, after, average);
                return new GroupChange(
                    name,
                    (before ?? after)!.InputUnit,
                    average,
                    (ShareOf(before, units0), ShareOf(after, units1)),
                    (input0, isUsed ? after!.InputPerUnit!.Value : input0),
                    (price0, isUsed ? after!.InputPrice : price0));
            }),
        ];
    }

    public VarianceNode Mix(UnitCostUnits units) => VarianceNode.Leaf(
        VarianceKey.Of(UnitCostChange.MixKey, name),
        $"mix {name}",
        VarianceBasis.Cost,
        ((input0 * price0) - average) * (share1 - share0),
        "(v0 - average v0) x (s1 - s0)",
        [
            new("base variable cost a unit", input0 * price0, units.UnitCost),
            new("base average variable cost a unit", average, units.UnitCost),
            new("base share", share0, InputUnit.Number),
            new("actual share", share1, InputUnit.Number),
        ]);

    public VarianceNode Efficiency(UnitCostUnits units) => VarianceNode.Leaf(
        VarianceKey.Of(UnitCostChange.EfficiencyKey, name),
        $"efficiency {name}",
        VarianceBasis.Cost,
        share1 * (input1 - input0) * price0,
        "s1 x (t1 - t0) x p0",
        [
            new("actual share", share1, InputUnit.Number),
            new("base input a unit", input0, units.InputPerUnit(input)),
            new("actual input a unit", input1, units.InputPerUnit(input)),
            new("base price", price0, units.Price(input)),
        ]);

    public VarianceNode Price(UnitCostUnits units) => VarianceNode.Leaf(
        VarianceKey.Of(UnitCostChange.PriceKey, name),
        $"price {name}",
        VarianceBasis.Cost,
        share1 * input1 * (price1 - price0),
        "s1 x t1 x (p1 - p0)",
        [
            new("actual share", share1, InputUnit.Number),
            new("actual input a unit", input1, units.InputPerUnit(input)),
            new("base price", price0, units.Price(input)),
            new("actual price", price1, units.Price(input)),
        ]);

    /// <summary>The share of a group; a group that is not there has none of the units.</summary>
    private static Fraction ShareOf(UnitCostGroup? group, Fraction units) =>
        group is null ? Fraction.Zero : group.Units / units;

    private static (Fraction Input, Fraction Price) BaseRates(
        UnitCostCase baseline, UnitCostGroup? before, UnitCostGroup? after, Fraction average)
    {
        if (before is { IsKnown: true })
        {
            return (before.InputPerUnit!.Value, before.InputPrice);
        }

        UnitCostGroup[] used = [.. baseline.Groups.Where(group => group.Units.Sign > 0)];
        bool hasOneUnit = after is not null && used.All(group => group.InputUnit == after.InputUnit);
        Fraction input = Fraction.Sum(used.Select(group => group.Units * group.InputPerUnit!.Value))
            / baseline.Units.Value!.Value;
        if (hasOneUnit && input.Sign > 0)
        {
            return (input, average / input);
        }

        // No input to compare with: at the actual price the average cost buys so much input; the rest is efficiency.
        return after is { IsKnown: true, InputPrice.Sign: > 0 }
            ? (average / after.InputPrice, after.InputPrice)
            : (Fraction.One, average);
    }
}
