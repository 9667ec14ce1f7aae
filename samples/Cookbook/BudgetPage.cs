using CostCenters.Budgets;
using CostCenters.Cubes;
using CostCenters.Monetary;
using static CostCenters.Samples.Cookbook.Desk;

namespace CostCenters.Samples.Cookbook;

internal static class BudgetPage
{
    public static void Show()
    {
        Console.WriteLine("-- seasonal budgets");
        var seasons = Phasing.ByWeights([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3], RemainderRule.LargestRemainder);
        BudgetVersion budget = new BudgetVersion.Builder(Space, "adopted", 1, seasons)
            .Add(BudgetLine.ForYear(Logistics, Freight, 2026, 100_000m))
            .Freeze();
        foreach (CubeCell cell in budget.Cube.Cells().Skip(9))
        {
            Console.WriteLine($"{cell.Address.Period} {cell.Amount}");
        }

        Console.WriteLine($"year {budget.Cube.Cells().Sum(cell => cell.Amount)}");
    }
}
