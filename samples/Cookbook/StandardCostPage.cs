using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.Overhead;
using CostCenters.Variances.Standard.PriceAndQuantity;

namespace CostCenters.Samples.Cookbook;

internal static class StandardCostPage
{
    public static void Show()
    {
        Console.WriteLine("-- standard costs and overhead from layers");
        var plant = new CenterCode("PLANT");
        ElementCode steel = new("5000"), wages = new("6000"), power = new("6200"), rent = new("6300");
        var space = new CubeSpace(
            new CenterHierarchy.Builder().Add(plant, new CenterValidity("Plant", CenterKind.Cost)).Build(),
            new ElementChart.Builder()
                .Add(new CostElement(steel, "Steel", ElementNature.Cost, ElementBehavior.Variable, unit: "kg"))
                .Add(new CostElement(wages, "Wages", ElementNature.Cost, ElementBehavior.Variable, unit: "hour"))
                .Add(new CostElement(power, "Power", ElementNature.Cost, ElementBehavior.Variable))
                .Add(new CostElement(rent, "Rent", ElementNature.Cost, ElementBehavior.Fixed)).Build(),
            FiscalCalendar.Months(firstMonth: 1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
        var january = new FiscalPeriod(2026, 1);
        CellAddress Cell(ElementCode element) => new(plant, element, january);
        Cube budget = new CubeBuilder(space)
            .Add(Cell(steel), 10_000m, quantity: 2_000m).Add(Cell(wages), 10_000m, quantity: 500m)
            .Add(Cell(power), 2_500m).Add(Cell(rent), 6_000m).Build();
        Cube actual = new CubeBuilder(space)
            .Add(Cell(steel), 11_270m, quantity: 2_300m).Add(Cell(wages), 11_685m, quantity: 570m)
            .Add(Cell(power), 2_900m).Add(Cell(rent), 6_100m).Build();
        ActivityFigures Activity(string name, decimal planned, decimal reached)
        {
            var code = new KeyFigureCode(name);
            KeyFigureTable Of(decimal count) => new(
                new KeyFigureCatalog([KeyFigure.Flow(code, name, KeyFigurePreference.Neutral)]),
                space.Calendar,
                [new KeyFigureValue(january, plant, code, count)]);
            return new ActivityFigures(Of(planned), Of(reached), code, [plant]);
        }

        var scope = new VarianceScope(new Comparison(budget, actual, new(january, january)), [plant]);
        ActivityFigures pieces = Activity("pieces", 1_000m, 1_100m);
        ActivityFigures hours = Activity("hours", 500m, 570m);
        VarianceNode[] trees =
        [
            MaterialVariances.AnalyzeAtUse(scope, pieces, steel, JointVariance.InPrice),
            LaborVariances.Analyze(scope, pieces, wages, worked: null, expectedIdle: 0m, JointVariance.InPrice),
            OverheadVariances.Analyze(scope, pieces, [power], [rent], hours, OverheadSet.FourWithFixedSpending),
        ];
        foreach (VarianceNode tree in trees)
        {
            Console.Write(tree.ToText(digits: 2, MidpointRounding.AwayFromZero));
        }
    }
}
