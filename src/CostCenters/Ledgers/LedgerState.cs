using CostCenters.Cubes;

namespace CostCenters.Ledgers;

/// <summary>
/// Everything that a snapshot needs, published in one reference: arrays that only grow beyond the counts given here.
/// </summary>
internal sealed record LedgerState(
    PostingChunk[] Chunks,
    long PostingCount,
    LedgerEntry[] Entries,
    int EntryCount,
    CenterPeriodSet Closed)
{
    public static LedgerState Empty { get; } = new([], 0, [], 0, CenterPeriodSet.Empty);

    public Moment Moment => new(EntryCount);
}
