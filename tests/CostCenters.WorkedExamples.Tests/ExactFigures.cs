using CostCenters.Monetary;
using CostCenters.Variances;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Exact fractions as the decimals that the comparison takes: to the 12 places that it looks at.</summary>
public static class ExactFigures
{
    private const int Decimals = 12;

    public static decimal Exact(Fraction value) => value.RoundTo(Decimals, MidpointRounding.AwayFromZero);

    public static decimal? Exact(Fraction? value) => value is Fraction present ? Exact(present) : null;

    /// <summary>The fraction 1/8 is 12.5 percent.</summary>
    public static decimal? Percent(Fraction? value) => Exact(value * Fraction.Of(100m));

    /// <summary>A magnitude with its flag, as it stands in the sources.</summary>
    public static Dictionary<string, object?> Flagged(VarianceNode node) => Figures.Flagged(Exact(node.ProfitEffect));
}
