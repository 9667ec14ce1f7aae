using System.Collections.Immutable;

namespace CostCenters.Reports;

/// <summary>Findings by kind: how many, what they add up to, and the largest.</summary>
/// <remarks>Made by <see cref="FindingSearch.Summarize"/>. Immutable.</remarks>
public sealed class FindingSummary
{
    internal FindingSummary(ImmutableArray<FindingGroup> groups) => Groups = groups;

    /// <summary>The kinds that have a finding, in the order of <see cref="FindingKind"/>.</summary>
    public ImmutableArray<FindingGroup> Groups { get; }

    /// <summary>How many findings there are, of all kinds.</summary>
    public long Count => Groups.Sum(group => group.Count);
}
