using CostCenters.CostBehavior;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Variances.Flexible;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;
using static CostCenters.Samples.Cookbook.Desk;

namespace CostCenters.Samples.Cookbook;

internal static class ElementPage
{
    public static void Show()
    {
        Console.WriteLine("-- activity, price and quantity from layers");
        Cube budget = new CubeBuilder(Space)
            .Add(Cell(Logistics, Freight, 1), 300m, quantity: 100m)
            .Add(Cell(Logistics, Wages, 1), 1_000m)
            .Build();
        Cube actual = new CubeBuilder(Space)
            .Add(Cell(Logistics, Freight, 1), 403m, quantity: 130m)
            .Add(Cell(Logistics, Wages, 1), 1_010m)
            .Build();
        var orders = new KeyFigureCode("orders");
        KeyFigureTable Orders(decimal count) => new(
            new KeyFigureCatalog([KeyFigure.Flow(orders, "orders", KeyFigurePreference.Neutral)]),
            Space.Calendar,
            [new KeyFigureValue(Month(1), Logistics, orders, count)]);
        VarianceNode tree = ElementVariances.Analyze(
            new Comparison(budget, actual, new(Month(1), Month(1))),
            [Logistics],
            [Freight, Wages],
            ReportDimensions.None,
            JointVariance.InPrice,
            VarianceBasis.Cost,
            new ActivityFigures(planned: Orders(50), actual: Orders(60), orders, [Logistics]),
            new Dictionary<ElementCode, CostFunction>());
        Console.Write(tree.ToText(digits: 2, MidpointRounding.AwayFromZero));
    }
}
