namespace CostCenters.Profitability.Ripples;

/// <summary>Which of its three values every elasticity has.</summary>
public enum RippleCase
{
    /// <summary>The weakest that is thought possible.</summary>
    Low,

    /// <summary>The one that is expected.</summary>
    Expected,

    /// <summary>The strongest that is thought possible.</summary>
    High,
}
