using System.Collections.Immutable;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>One side of a comparison of unit costs: the fixed cost, and the groups with their units and variable cost.
/// </summary>
/// <remarks>Unit cost = fixed cost / units + sum of share x variable cost a unit. Immutable.</remarks>
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

    internal UnitCostCase(Fraction fixedCost, IEnumerable<UnitCostGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        FixedCost = fixedCost;
        Groups = [.. groups];
        if (Groups.DistinctBy(group => group.Name).Count() != Groups.Length)
        {
            throw new ArgumentException("Each group was expected once.", nameof(groups));
        }

        Units = Fraction.Sum(Groups.Select(group => group.Units));
    }

    /// <summary>The fixed cost in all.</summary>
    public Fraction FixedCost { get; }

    /// <summary>The groups, as given.</summary>
    public ImmutableArray<UnitCostGroup> Groups { get; }

    /// <summary>The units of all groups.</summary>
    public Fraction Units { get; }

    /// <summary>The cost of a unit, or the reason why there is none.</summary>
    public UnitCost UnitCost => new(Figure.Of(FixedCost + VariableCost), Figure.Of(Units));

    internal Fraction VariableCost =>
        Fraction.Sum(Groups.Select(group => group.Units * (group.VariableCostPerUnit ?? Fraction.Zero)));

    internal UnitCostGroup? Find(string name) => Groups.FirstOrDefault(group => group.Name == name);

    internal Fraction ShareOf(UnitCostGroup? group) => group is null ? Fraction.Zero : group.Units / Units;
}
