using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Forecasts;
using CostCenters.UnitCosts;
using static CostCenters.Samples.Cookbook.Desk;

namespace CostCenters.Samples.Cookbook;

internal static class ProjectPage
{
    public static void Show()
    {
        Console.WriteLine("-- earned value from layers");
        Cube Layer(params decimal[] amounts)
        {
            var builder = new CubeBuilder(Space);
            foreach ((int index, decimal amount) in amounts.Index())
            {
                builder.Add(Cell(Logistics, Wages, index + 1), amount);
            }

            return builder.Build();
        }

        Cube planned = Layer(20_000m, 30_000m, 30_000m, 20_000m);
        Cube earned = Layer(15_000m, 25_000m);
        Cube spent = Layer(18_000m, 32_000m);
        var project = new CostScope([Logistics], [Wages]);
        var span = new FiscalPeriodRange(Month(1), Month(4));
        EarnedValue status = EarnedValue.FromLayers(planned, earned, spent, project, span, through: Month(2));
        Console.WriteLine($"cost variance {status.CostVariance}, schedule variance {status.ScheduleVariance}");
        VarianceNode estimate = EarnedValue.Analyze(
            planned, earned, spent, project, span, Month(2), EstimateMethod.Typical)!;
        Console.Write(estimate.ToText(digits: 2, MidpointRounding.AwayFromZero));
    }
}
