using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Forecasts;
using CostCenters.Reports;
using static CostCenters.Samples.Cookbook.Desk;

namespace CostCenters.Samples.Cookbook;

internal static class ForecastPage
{
    public static void Show()
    {
        Console.WriteLine("-- forecasts");
        Cube actual = new CubeBuilder(Space)
            .Add(Cell(Helpdesk, Wages, 1), 100_000m)
            .Add(Cell(Helpdesk, Wages, 2), 104_000m)
            .Add(Cell(Helpdesk, Wages, 3), 105_000m)
            .Build();
        var budget = new CubeBuilder(Space);
        for (int month = 1; month <= 12; month++)
        {
            budget.Add(Cell(Helpdesk, Wages, month), 102_000m);
        }

        var year = new FiscalPeriodRange(Month(1), Month(12));
        Cube plan = budget.Build();
        Cube rest = CubeForecast.RestOfBudget(actual, plan, year, lastActual: Month(3));
        Cube rate = CubeForecast.RunRate(actual, year, Month(3), RunRateBasis.Days, MidpointRounding.AwayFromZero);
        CubeLayers layers = new CubeLayers(Space)
            .With(LayerKey.Budget("adopted", 1), plan)
            .With(LayerKey.Forecast("rest of budget"), rest)
            .With(LayerKey.Forecast("run rate"), rate);
        foreach (LayerKey forecast in layers.Keys.Where(key => key.Kind == LayerKind.Forecast))
        {
            var comparison = new Comparison(layers, LayerKey.Budget("adopted", 1), forecast, year);
            var tree = Space.Centers.TreeAsOf(Space.Calendar.DatesOf(Month(12)).Last);
            VarianceRow row = VarianceReport.Create(comparison, tree, ReportDimensions.None).Rows.Single();
            Console.WriteLine($"{forecast}: {row.Variance.Actual}, {row.Variance.Difference} to budget");
        }
    }
}
