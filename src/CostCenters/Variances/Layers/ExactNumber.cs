using CostCenters.Monetary;

namespace CostCenters.Variances.Layers;

/// <summary>Figures of layers as the decimal numbers that they are.</summary>
internal static class ExactNumber
{
    public static decimal Of(Fraction figure, string what)
    {
        decimal number = figure.RoundTo(MoneyRange.MaxDecimals, MidpointRounding.ToZero);
        return Fraction.Of(number) == figure
            ? number
            : throw new ArgumentException(
                $"A decimal number with at most {MoneyRange.MaxDecimals} decimals was expected as {what}, "
                    + $"not {figure}.");
    }
}
