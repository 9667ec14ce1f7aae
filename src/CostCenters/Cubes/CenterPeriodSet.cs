using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Cubes;

/// <summary>A set of pairs of a center and a fiscal period, such as the closed periods of each center.</summary>
/// <remarks>Immutable.</remarks>
public sealed class CenterPeriodSet
{
    private readonly ImmutableHashSet<(CenterCode Center, FiscalPeriod Period)> pairs;

    private CenterPeriodSet(ImmutableHashSet<(CenterCode Center, FiscalPeriod Period)> pairs) => this.pairs = pairs;

    /// <summary>The set without pairs.</summary>
    public static CenterPeriodSet Empty { get; } = new([]);

    /// <summary>How many pairs there are.</summary>
    public int Count => pairs.Count;

    /// <summary>Whether a pair is in the set.</summary>
    public bool Contains(CenterCode center, FiscalPeriod period) =>
        !pairs.IsEmpty && pairs.Contains((center, period));

    /// <summary>This set and one more pair.</summary>
    public CenterPeriodSet With(CenterCode center, FiscalPeriod period) => new(pairs.Add((center, period)));

    /// <summary>This set without one pair.</summary>
    public CenterPeriodSet Without(CenterCode center, FiscalPeriod period) => new(pairs.Remove((center, period)));
}
