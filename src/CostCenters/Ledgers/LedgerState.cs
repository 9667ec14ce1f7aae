using CostCenters.Cubes;

namespace CostCenters.Ledgers;

/// <summary>What a journal keeps of a ledger: columns that only grow beyond the count given here.</summary>
internal sealed record LedgerState(PostingColumns Columns, long PostingCount, CenterPeriodSet Closed);
