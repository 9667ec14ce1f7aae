namespace CostCenters.Reports;

/// <summary>Which sides of a comparison come from the ledger whose changes a <see cref="StandingReport"/> follows.
/// </summary>
public enum LedgerFeed
{
    /// <summary>The actuals alone: a budget does not move with postings.</summary>
    Actual,

    /// <summary>Both sides: the other one is an earlier range of the same ledger, such as last year.</summary>
    BothSides,
}
