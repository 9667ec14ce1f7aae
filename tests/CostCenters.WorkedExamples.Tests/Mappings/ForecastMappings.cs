using CostCenters.Forecasts;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class ForecastMappings
{
    [Calc("evm")]
    public static object EarnedValueOf(Given inputs)
    {
        var value = new EarnedValue(
            inputs.Number("bac"),
            inputs.Number("ev"),
            inputs.Number("ac"),
            inputs.OptionalNumber("pv"));
        var result = new Dictionary<string, object?>
        {
            ["cpi"] = ExactFigures.Exact(value.CostPerformance),
            ["spi"] = ExactFigures.Exact(value.SchedulePerformance),
            ["cost_variance"] = ExactFigures.Exact(value.CostVariance),
            ["schedule_variance"] = ExactFigures.Exact(value.ScheduleVariance),
            ["tcpi_bac"] = ExactFigures.Exact(value.ToCompleteWithinBudget),
            ["tcpi_eac"] = ExactFigures.Exact(value.ToCompleteWithinEstimate(EstimateMethod.Typical)),
        };
        foreach (var (name, method) in Methods)
        {
            result[$"eac_{name}"] = ExactFigures.Exact(value.EstimateAtCompletion(method));
            result[$"etc_{name}"] = ExactFigures.Exact(value.EstimateToComplete(method));
            result[$"vac_{name}"] = ExactFigures.Exact(value.VarianceAtCompletion(method));
        }

        return result;
    }

    [Calc("run_rate")]
    public static object RunRateOf(Given inputs)
    {
        var forecast = new RunRate(
            inputs.Number("total_to_date"), inputs.Number("periods_elapsed"), inputs.Number("periods_total"));
        return new Dictionary<string, object?>
        {
            ["rate_per_period"] = ExactFigures.Exact(forecast.RatePerPeriod),
            ["projected"] = ExactFigures.Exact(forecast.Projected),
        };
    }

    private static (string Name, EstimateMethod Method)[] Methods =>
    [
        ("typical", EstimateMethod.Typical),
        ("atypical", EstimateMethod.Atypical),
        ("cost_schedule", EstimateMethod.CostAndSchedule),
    ];
}
