using System.Collections.Immutable;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>One side of a comparison of unit costs: the fixed cost, and the groups with their units and variable cost.
/// </summary>
/// <remarks>Unit cost = fixed cost / units + sum of share x variable cost a unit. What is missing is told by
/// <see cref="Gaps"/> and never counts as 0. Immutable.</remarks>
public sealed class UnitCostCase
{
    /// <summary>Creates a side.</summary>
    /// <param name="fixedCost">The fixed cost in all.</param>
    /// <param name="groups">The groups, each once; perhaps none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The fixed cost is beyond 10^15 or has more than 8
    /// decimals.</exception>
    public UnitCostCase(decimal fixedCost, IEnumerable<UnitCostGroup> groups)
        : this(InputRange.Amount(fixedCost), groups)
    {
    }

    private UnitCostCase(Fraction fixedCost, IEnumerable<UnitCostGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Groups = Once(groups);
        FixedCost = Figure.Of(fixedCost);
        Units = Figure.Of(Fraction.Sum(Groups.Select(group => group.Units)));
        UnitCost = new UnitCost(Figure.Of(fixedCost + VariableCost), Units);
        Gaps = [];
    }

    internal UnitCostCase(
        UnitCost unitCost, Figure fixedCost, IEnumerable<UnitCostGroup> groups, IEnumerable<UnitCostGap> gaps)
    {
        Groups = Once(groups);
        Gaps = [.. gaps];
        FixedCost = fixedCost;
        Units = unitCost.Quantity;
        UnitCost = unitCost;
    }

    /// <summary>The fixed cost in all, or why it is not known.</summary>
    public Figure FixedCost { get; }

    /// <summary>The groups whose figures are known, as given.</summary>
    public ImmutableArray<UnitCostGroup> Groups { get; }

    /// <summary>The units of all groups; missing where those of one group are.</summary>
    public Figure Units { get; }

    /// <summary>The cost of a unit, or the reason why there is none.</summary>
    public UnitCost UnitCost { get; }

    /// <summary>The parts that are missing, the fixed cost first and then in the order of the groups; none for a side
    /// that was given in numbers. With a gap the change of a unit cost is not split, even where both unit costs are
    /// known.</summary>
    public ImmutableArray<UnitCostGap> Gaps { get; }

    internal Fraction VariableCost =>
        Fraction.Sum(Groups.Where(group => group.IsKnown)
            .Select(group => group.Units * group.VariableCostPerUnit!.Value));

    internal UnitCostGroup? Find(string name) => Groups.FirstOrDefault(group => group.Name == name);

    private static ImmutableArray<UnitCostGroup> Once(IEnumerable<UnitCostGroup> groups)
    {
        ImmutableArray<UnitCostGroup> all = [.. groups];
        return all.DistinctBy(group => group.Name).Count() == all.Length
            ? all
            : throw new ArgumentException("Each group was expected once.", nameof(groups));
    }
}
