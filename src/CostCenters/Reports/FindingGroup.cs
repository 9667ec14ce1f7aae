using System.Collections.Immutable;

namespace CostCenters.Reports;

/// <summary>All findings of one kind, in short.</summary>
/// <remarks>Immutable.</remarks>
public sealed class FindingGroup
{
    internal FindingGroup(FindingKind kind, long count, decimal sum, ImmutableArray<Finding> largest)
    {
        Kind = kind;
        Count = count;
        Sum = sum;
        Largest = largest;
    }

    /// <summary>The kind.</summary>
    public FindingKind Kind { get; }

    /// <summary>How many findings there are, at least 1.</summary>
    public long Count { get; }

    /// <summary>
    /// The sum of their amounts in the currency of the space, with natural signs: costs and revenues are both added.
    /// </summary>
    public decimal Sum { get; }

    /// <summary>
    /// The findings of the largest magnitude, as many as were asked for; of equal ones the one that comes first in the
    /// report.
    /// </summary>
    public ImmutableArray<Finding> Largest { get; }
}
