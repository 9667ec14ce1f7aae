using System.Collections.Immutable;

namespace CostCenters.Ledgers;

/// <summary>A ledger refused a command of a caller who expected no refusal; tells all reasons.</summary>
public sealed class LedgerRefusalException : InvalidOperationException
{
    internal LedgerRefusalException(ImmutableArray<PostingFault> faults)
        : base(string.Join("\n", faults.Select(fault => fault.Message))) =>
        Faults = faults;

    /// <summary>All reasons, in order of the postings.</summary>
    public ImmutableArray<PostingFault> Faults { get; }
}
