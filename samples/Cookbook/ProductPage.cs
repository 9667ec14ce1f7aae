using CostCenters.Calendars;
using CostCenters.CostBehavior;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Variances.Flexible;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;

namespace CostCenters.Samples.Cookbook;

internal static class ProductPage
{
    public static void Show()
    {
        Console.WriteLine("-- price and quantity by product");
        var shop = new CenterCode("SHOP");
        ElementCode lamps = new("4000"), shelves = new("4010"), glass = new("5000"), wood = new("5010");
        CostElement Revenue(ElementCode code, string name) =>
            new(code, name, ElementNature.Revenue, ElementBehavior.Variable, unit: "piece");
        CostElement Material(ElementCode code, string name, string unit) =>
            new(code, name, ElementNature.Cost, ElementBehavior.Variable, unit: unit);
        var space = new CubeSpace(
            new CenterHierarchy.Builder().Add(shop, new CenterValidity("Shop", CenterKind.Profit)).Build(),
            new ElementChart.Builder()
                .Add(Revenue(lamps, "Lamps")).Add(Revenue(shelves, "Shelves"))
                .Add(Material(glass, "Glass", "kg")).Add(Material(wood, "Wood", "m")).Build(),
            FiscalCalendar.Months(firstMonth: 1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
        var january = new FiscalPeriod(2026, 1);
        CellAddress Cell(ElementCode element) => new(shop, element, january);
        Cube budget = new CubeBuilder(space)
            .Add(Cell(lamps), 5_000m, quantity: 100m).Add(Cell(glass), 600m, quantity: 200m)
            .Add(Cell(shelves), 4_000m, quantity: 40m).Add(Cell(wood), 800m, quantity: 400m).Build();
        Cube actual = new CubeBuilder(space)
            .Add(Cell(lamps), 5_880m, quantity: 120m).Add(Cell(glass), 775m, quantity: 250m)
            .Add(Cell(shelves), 3_060m, quantity: 30m).Add(Cell(wood), 589m, quantity: 310m).Build();
        var comparison = new Comparison(budget, actual, new(january, january));
        var products = new List<VarianceNode>();
        foreach ((ElementCode product, ElementCode material, decimal planned, decimal sold) in
            new[] { (lamps, glass, 100m, 120m), (shelves, wood, 40m, 30m) })
        {
            var pieces = new KeyFigureCode("pieces");
            KeyFigureTable Pieces(decimal count) => new(
                new KeyFigureCatalog([KeyFigure.Flow(pieces, "pieces", KeyFigurePreference.Neutral)]),
                space.Calendar,
                [new KeyFigureValue(january, shop, pieces, count)]);
            VarianceNode tree = ElementVariances.Analyze(
                comparison, [shop], [product, material], ReportDimensions.None, JointVariance.InPrice,
                VarianceBasis.Profit, new ActivityFigures(Pieces(planned), Pieces(sold), pieces, [shop]),
                new Dictionary<ElementCode, CostFunction>());
            products.Add(tree.WithKey(product.Value).WithName(space.Elements[product].Name));
        }

        var total = VarianceNode.Sum("shop", "Shop", "sum of the products", products);
        Console.Write(total.ToText(digits: 2, MidpointRounding.AwayFromZero));
    }
}
