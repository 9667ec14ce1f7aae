namespace CostCenters.Control.Spending;

/// <summary>How far a purchase has come.</summary>
public enum SpendingStage
{
    /// <summary>Somebody asked for it (pre-commitment, requisition).</summary>
    Request,

    /// <summary>It is ordered (commitment, obligation, encumbrance).</summary>
    Order,

    /// <summary>It is invoiced and posted (expenditure).</summary>
    Actual,
}
