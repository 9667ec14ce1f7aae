using System.Globalization;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Exact fractions as the decimals that the comparison takes.</summary>
public static class ExactFigures
{
    // Far more than the 12 places that the comparison looks at, lest it round what was rounded up to a middle.
    private const int Decimals = 24;

    // A decimal has 28 digits: what stands before the point leaves a large figure fewer places behind it.
    private const int Digits = 28;

    public static decimal Exact(Fraction value) => value.RoundTo(
        Math.Clamp(Digits - WholeDigitsOf(value), 0, Decimals), MidpointRounding.AwayFromZero);

    public static decimal? Exact(Fraction? value) => value is Fraction present ? Exact(present) : null;

    /// <summary>The fraction 1/8 is 12.5 percent.</summary>
    public static decimal? Percent(Fraction? value) => Exact(value * Fraction.Of(100m));

    /// <summary>A magnitude with its flag, as it stands in the sources.</summary>
    public static Dictionary<string, object?> Flagged(VarianceNode node) => Figures.Flagged(Exact(node.ProfitEffect));

    private static int WholeDigitsOf(Fraction value) => value
        .Abs().RoundTo(0, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture).Length;
}
