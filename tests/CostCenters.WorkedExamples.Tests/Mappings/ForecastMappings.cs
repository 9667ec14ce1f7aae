using CostCenters.Forecasts;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class ForecastMappings
{
    /// <summary>Without a budget at completion there is a status to date and no estimate, without a cost the schedule
    /// alone.</summary>
    [Calc("evm")]
    public static object EarnedValueOf(Given inputs)
    {
        decimal earned = inputs.Number("ev");
        decimal? budget = inputs.OptionalNumber("bac");
        decimal? spent = inputs.OptionalNumber("ac");
        var value = new EarnedValue(budget ?? earned, earned, spent ?? 0m, inputs.OptionalNumber("pv"));
        var result = new Dictionary<string, object?>
        {
            ["spi"] = ExactFigures.Exact(value.SchedulePerformance),
            ["schedule_variance"] = ExactFigures.Exact(value.ScheduleVariance),
        };
        if (spent is not null)
        {
            result["cpi"] = ExactFigures.Exact(value.CostPerformance);
            result["cost_variance"] = ExactFigures.Exact(value.CostVariance);
        }

        if (spent is not null && budget is not null)
        {
            AddEstimates(result, value);
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

    private static void AddEstimates(Dictionary<string, object?> result, EarnedValue value)
    {
        result["tcpi_bac"] = ExactFigures.Exact(value.ToCompleteWithinBudget);
        result["tcpi_eac"] = ExactFigures.Exact(value.ToCompleteWithinEstimate(EstimateMethod.Typical));
        foreach (var (name, method) in Methods)
        {
            result[$"eac_{name}"] = ExactFigures.Exact(value.EstimateAtCompletion(method));
            result[$"etc_{name}"] = ExactFigures.Exact(value.EstimateToComplete(method));
            result[$"vac_{name}"] = ExactFigures.Exact(value.VarianceAtCompletion(method));
        }
    }

    private static (string Name, EstimateMethod Method)[] Methods =>
    [
        ("typical", EstimateMethod.Typical),
        ("atypical", EstimateMethod.Atypical),
        ("cost_schedule", EstimateMethod.CostAndSchedule),
    ];
}
