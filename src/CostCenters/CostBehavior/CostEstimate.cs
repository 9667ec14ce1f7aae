using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>A mixed cost taken apart: cost = fixed cost + variable rate × activity.</summary>
public sealed record CostEstimate
{
    internal CostEstimate(Fraction fixedCost, Fraction variableRate, RelevantRange observed)
    {
        FixedCost = fixedCost;
        VariableRate = variableRate;
        Observed = observed;
    }

    /// <summary>The fixed part, unrounded. It may be negative; then the line does not hold near 0.</summary>
    public Fraction FixedCost { get; }

    /// <summary>What one unit of activity adds, unrounded.</summary>
    public Fraction VariableRate { get; }

    /// <summary>From the lowest through the highest activity that was observed: the range that the estimate covers.
    /// </summary>
    public RelevantRange Observed { get; }

    /// <summary>The estimate as a cost function over the observed range.</summary>
    /// <param name="outside">What the function gives for other activities.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outside"/> is no rule.</exception>
    public CostFunction ToCostFunction(OutsideRange outside) =>
        CostFunction.Line(FixedCost, VariableRate, Observed, outside);
}
