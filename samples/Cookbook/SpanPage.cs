using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Forecasts;
using CostCenters.Monetary;
using NodaTime;
using static CostCenters.Samples.Cookbook.Desk;

namespace CostCenters.Samples.Cookbook;

internal static class SpanPage
{
    public static void Show()
    {
        Console.WriteLine("-- contracts and forecasts within a period");
        var contract = new DateRange(new(2026, 3, 15), new(2026, 5, 14));
        BudgetVersion budget = new BudgetVersion.Builder(
            Space, "adopted", 1, Phasing.Even(RemainderRule.LargestRemainder))
            .Add(Logistics, Freight, contract, 6_100m, null, Phasing.ByDays(RemainderRule.LargestRemainder))
            .Freeze();
        Cube actual = new CubeBuilder(Space)
            .Add(Cell(Logistics, Freight, 3), 1_800m)
            .Add(Cell(Logistics, Freight, 4), 900m)
            .Build();
        Cube forecast = CubeForecast.RestOfBudget(
            actual,
            budget.Cube,
            new(Month(3), Month(5)),
            through: new LocalDate(2026, 4, 10),
            MidpointRounding.AwayFromZero);
        foreach ((CubeCell plan, CubeCell expected) in budget.Cube.Cells().Zip(forecast.Cells()))
        {
            Console.WriteLine($"{plan.Address.Period} {plan.Amount} {expected.Amount}");
        }
    }
}
