namespace CostCenters.UnitCosts.Service;

/// <summary>What a cost variance is worth once the service is looked at.</summary>
public enum GuardVerdict
{
    /// <summary>There is no variance.</summary>
    Neutral,

    /// <summary>Less cost, and no guard breached.</summary>
    Favorable,

    /// <summary>Less cost, at the expense of a measure whose guard is breached: no success.</summary>
    FavorableAtExpense,

    /// <summary>More cost, and no service got better.</summary>
    Unfavorable,

    /// <summary>More cost, which bought better service: a measure improved and no guard is breached.</summary>
    UnfavorableForBetterService,
}
