namespace CostCenters.Variances.Currencies;

/// <summary>Which amount in posting currency carries the rate effect, and with it the joint term of rate and amount.
/// </summary>
/// <remarks>The total is the same either way.</remarks>
public enum RateEffectBase
{
    /// <summary>Rate effect = actual amount x (actual rate - budget rate); the operating effect is at the budget rate.
    /// So AJB Systems and the International Finance and Accounting Handbook.</summary>
    ActualAmount,

    /// <summary>Rate effect = reference amount x (actual rate - budget rate); the operating effect is at the actual
    /// rate. So Syensqo and Solvay.</summary>
    ReferenceAmount,
}
