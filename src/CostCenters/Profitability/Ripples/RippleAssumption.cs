using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>A dependency, and what hangs on it.</summary>
/// <remarks>Money of the model, over all periods, unrounded. Immutable.</remarks>
public sealed record RippleAssumption
{
    internal RippleAssumption(RippleDependency dependency, Fraction profitEffect, Fraction? breakEven)
    {
        Dependency = dependency;
        ProfitEffect = profitEffect;
        BreakEven = breakEven;
    }

    /// <summary>The dependency.</summary>
    public RippleDependency Dependency { get; }

    /// <summary>The figure that it decides: expected profit effect less that without this dependency.</summary>
    public Fraction ProfitEffect { get; }

    /// <summary>The elasticity at which the change neither pays nor costs, with all others as expected.</summary>
    /// <remarks>Null where there is none: nothing hangs on the dependency, or profit does not follow it in a straight
    /// line (around a circle, or beyond a limit) and misses 0 there.</remarks>
    public Fraction? BreakEven { get; }
}
