using CostCenters.CostBehavior;

namespace CostCenters.Samples.Cookbook;

internal static class BreakEvenPage
{
    public static void Show()
    {
        Console.WriteLine("-- break-even and a target after tax");
        var lamp = new CostVolumeProfit(price: 50m, variableCost: 30m, fixedCost: 12_000m);
        Console.WriteLine($"break-even {lamp.BreakEvenUnits} units, {lamp.BreakEvenSales} EUR");
        Console.WriteLine($"6,000 after 25 % tax: {lamp.UnitsForAfterTax(6_000m, taxRate: 0.25m)} units");
    }
}
