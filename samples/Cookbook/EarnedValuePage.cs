using CostCenters.Forecasts;

namespace CostCenters.Samples.Cookbook;

internal static class EarnedValuePage
{
    public static void Show()
    {
        Console.WriteLine("-- earned value");
        var move = EarnedValue.OfProgress(
            budgetAtCompletion: 100_000m, progress: 0.4m, actualCost: 50_000m, plannedProgress: 0.5m);
        Console.WriteLine($"cost performance {move.CostPerformance}, schedule performance {move.SchedulePerformance}");
        Console.WriteLine($"estimate at completion {move.EstimateAtCompletion(EstimateMethod.Typical)}");
    }
}
