using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Forecasts;

/// <summary>Cells of several cubes weighed together.</summary>
internal static class WeightedCells
{
    public static Cube Sum((Cube Forecast, decimal Weight)[] forecasts, MidpointRounding rounding)
    {
        CubeSpace space = forecasts.Select(part => part.Forecast.Space)
            .Aggregate((left, right) => CubeSpace.LaterOf(left, right, nameof(forecasts)));
        var sums = new Dictionary<CellAddress, (Fraction Amount, Fraction? Quantity)>();
        foreach ((Cube forecast, decimal weight) in forecasts)
        {
            Fraction part = InputRange.Figure(weight, nameof(forecasts));
            foreach (CubeCell cell in forecast.In(space).Cells())
            {
                (Fraction amount, Fraction? quantity) = sums.TryGetValue(cell.Address, out var sum)
                    ? sum
                    : (Fraction.Zero, Fraction.Zero);
                sums[cell.Address] = (
                    amount + (part * Fraction.Of(cell.Amount)),
                    quantity + (cell.Quantity is decimal known ? part * Fraction.Of(known) : null));
            }
        }

        var builder = new CubeBuilder(space);
        foreach ((CellAddress address, (Fraction amount, Fraction? quantity)) in sums)
        {
            builder.Add(
                address,
                amount.RoundTo(space.Scale.Digits, rounding),
                quantity?.RoundTo(DecimalScale.Quantity.Digits, rounding));
        }

        return builder.Build();
    }
}
