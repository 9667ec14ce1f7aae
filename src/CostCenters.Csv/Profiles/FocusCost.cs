namespace CostCenters.Csv.Profiles;

/// <summary>Which cost of a FOCUS row is read.</summary>
public enum FocusCost
{
    /// <summary><c>BilledCost</c>: what invoices have.</summary>
    Billed,

    /// <summary><c>EffectiveCost</c>: prepaid commitments spread over what uses them.</summary>
    Effective,

    /// <summary><c>ContractedCost</c>: by negotiated prices, before commitments.</summary>
    Contracted,

    /// <summary><c>ListCost</c>: by public prices.</summary>
    List,
}
