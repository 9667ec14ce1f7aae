namespace CostCenters.Control.Commitments;

/// <summary>Where a request or an order stands.</summary>
/// <remarks>The last four are final: what ended comes again as a new document. The one way back is the reversal of an
/// invoice, which opens a liquidated order again.</remarks>
public enum CommitmentState
{
    /// <summary>A request of which nothing was taken over yet.</summary>
    Requested,

    /// <summary>An order of which nothing was taken over yet.</summary>
    Reserved,

    /// <summary>Something was taken over, and something is open.</summary>
    PartlyLiquidated,

    /// <summary>All was taken over.</summary>
    Liquidated,

    /// <summary>It was released before anything was taken over.</summary>
    Released,

    /// <summary>It was released after something was taken over.</summary>
    Closed,

    /// <summary>What was open expired.</summary>
    Expired,
}
