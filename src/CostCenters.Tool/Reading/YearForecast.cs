using CostCenters.Cubes;
using CostCenters.Forecasts;
using CostCenters.Reports;

namespace CostCenters.Tool.Reading;

/// <summary>What a year is expected to come to.</summary>
/// <param name="Cube">The actuals to date and what is expected after them.</param>
/// <param name="Method">How the rest is expected, for a title.</param>
internal sealed record YearForecast(Cube Cube, string Method)
{
    /// <summary>Makes the forecast.</summary>
    /// <param name="chosen">The year to date.</param>
    /// <param name="byRunRate">Whether the rest is as so far, and not as budgeted.</param>
    public static YearForecast Of(ChosenComparison chosen, bool byRunRate)
    {
        Comparison toDate = chosen.Comparison;
        return byRunRate
            ? new YearForecast(
                CubeForecast.RunRate(
                    toDate.Actual, chosen.Year, toDate.Periods[^1], RunRateBasis.Periods, MidpointRounding.ToEven),
                "forecast: actuals to date, then as much in each period as so far")
            : new YearForecast(
                CubeForecast.RestOfBudget(toDate.Actual, toDate.Budget, chosen.Year, toDate.Periods[^1]),
                "forecast: actuals to date, then the budget of the rest");
    }
}
