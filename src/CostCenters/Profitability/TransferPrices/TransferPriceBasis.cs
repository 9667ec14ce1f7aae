namespace CostCenters.Profitability.TransferPrices;

/// <summary>What a transfer price was made of.</summary>
/// <remarks>Source: OpenStax, Principles of Accounting Vol. 2, transfer pricing; Horngren, Cost Accounting.</remarks>
public enum TransferPriceBasis
{
    /// <summary>What the good is sold for outside.</summary>
    Market,

    /// <summary>Variable and fixed cost of a unit.</summary>
    FullCost,

    /// <summary>Variable and fixed cost of a unit, and a markup on both.</summary>
    FullCostPlus,

    /// <summary>Variable cost of a unit.</summary>
    VariableCost,

    /// <summary>Variable cost of a unit, and a markup on it.</summary>
    VariableCostPlus,

    /// <summary>What both sides agreed on.</summary>
    Negotiated,

    /// <summary>The seller is credited with one price, and the buyer is charged with another.</summary>
    Dual,
}
