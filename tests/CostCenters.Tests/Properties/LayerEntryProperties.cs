using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.MixAndYield;
using CostCenters.Variances.Standard.Overhead;
using CostCenters.Variances.Standard.PriceAndQuantity;
using CostCenters.Variances.Standard.Sales;
using FsCheck.Xunit;
using static CostCenters.Tests.Properties.LayerTrees;

namespace CostCenters.Tests.Properties;

/// <summary>The two entries of the standard-cost analyses give one tree, and the cells of its leaves add up to their
/// inputs.</summary>
[Laws(Arbitrary = [typeof(LayerGenerators)])]
public class LayerEntryProperties
{
    private static readonly VarianceUnits Kilograms = new(Currency.Eur, "kg");
    private static readonly VarianceUnits Hours = new(Currency.Eur, "hour");
    private static readonly VarianceUnits Pieces = new(Currency.Eur, "piece");

    [Property]
    public void Material_ByLayers_IsTheTreeOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        var standard = PricedQuantity.AtPrice(c.Output * c.Metal.PerUnit, c.Metal.Price);
        var actual = PricedQuantity.ForCost(c.Metal.Used, c.Metal.Cost);
        foreach (JointVariance joint in Enum.GetValues<JointVariance>())
        {
            AreSame(
                MaterialVariances.AnalyzeAtUse(standard, actual, joint, Kilograms),
                MaterialVariances.AnalyzeAtUse(scope, c.OutputFigures, LayerCase.MetalCode, joint),
                scope,
                ["actual quantity"]);
        }

        AreSame(
            MaterialVariances.AnalyzeAtPurchase(standard, actual, c.WorkedHours, Kilograms),
            MaterialVariances.AnalyzeAtPurchase(scope, c.OutputFigures, LayerCase.MetalCode, c.HourFigures),
            scope,
            ["actual quantity", "quantity bought"]);
    }

    [Property]
    public void Labor_ByLayers_IsTheTreeOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        var standard = PricedQuantity.AtPrice(c.AllowedHours, c.Labor.Price);
        var paid = PricedQuantity.ForCost(c.Labor.Used, c.Labor.Cost);
        AreSame(
            LaborVariances.Analyze(standard, paid, c.Labor.Used, 0.1m, JointVariance.InPrice, Hours),
            LaborVariances.Analyze(
                scope, c.OutputFigures, LayerCase.LaborCode, null, 0.1m, JointVariance.InPrice),
            scope,
            ["actual hours"]);
        if (c.WorkedHours <= c.Labor.Used)
        {
            AreSame(
                LaborVariances.Analyze(standard, paid, c.WorkedHours, JointVariance.Separate, Hours),
                LaborVariances.Analyze(
                    scope, c.OutputFigures, LayerCase.LaborCode, c.HourFigures, 0m, JointVariance.Separate),
                scope,
                ["actual hours", "hours paid"]);
        }
    }

    [Property]
    public void Overhead_ByLayers_IsTheTreeOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        decimal power = c.Power.PerUnit * c.Power.Price;
        AreSame(
            VariableOverheadVariances.Analyze(
                PricedQuantity.ForCost(c.AllowedHours, power * c.Output),
                PricedQuantity.ForCost(c.WorkedHours, c.Power.Cost),
                Hours),
            VariableOverheadVariances.Analyze(
                scope, c.OutputFigures, [LayerCase.PowerCode], c.HourFigures),
            scope,
            []);
        var budget = FixedOverheadBudget.OverHours(c.RentBudget, c.PlannedHours);
        var hours = OverheadHours.Of(c.AllowedHours, c.WorkedHours);
        foreach (FixedVolumeSplit split in Enum.GetValues<FixedVolumeSplit>())
        {
            AreSame(
                FixedOverheadVariances.Analyze(budget, hours, c.Rent.Cost, split, Hours),
                FixedOverheadVariances.Analyze(
                    scope, c.OutputFigures, [LayerCase.RentCode], c.HourFigures, split),
                scope,
                []);
            AreSame(
                FixedOverheadVariances.AnalyzeVolume(budget, hours, split, Hours),
                FixedOverheadVariances.AnalyzeVolume(
                    scope, c.OutputFigures, [LayerCase.RentCode], c.HourFigures, split),
                scope,
                []);
        }
    }

    [Property] // The variable rate by figures is a decimal number: one hour a unit makes it one.
    public void OverheadSets_ByLayers_AreTheTreesOfTheFigures(LayerCase drawn)
    {
        LayerCase c = drawn with { Labor = drawn.Labor with { PerUnit = 1 } };
        VarianceScope scope = c.Scope;
        var rates = OverheadStandard.Of(
            c.Power.PerUnit * c.Power.Price, FixedOverheadBudget.OverHours(c.RentBudget, c.PlannedHours));
        var hours = OverheadHours.Of(c.AllowedHours, c.WorkedHours);
        foreach (OverheadSet set in Enum.GetValues<OverheadSet>())
        {
            AreSame(
                OverheadVariances.Analyze(
                    rates, hours, ActualOverhead.Divided(c.Power.Cost, c.Rent.Cost), set, Hours),
                OverheadVariances.Analyze(
                    scope, c.OutputFigures, [LayerCase.PowerCode], [LayerCase.RentCode], c.HourFigures, set),
                scope,
                []);
        }
    }

    [Property]
    public void MixAndYield_ByLayers_AreTheTreesOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        ElementCode[] codes = [LayerCase.MetalCode, LayerCase.WoodCode];
        decimal perOutput = c.Metal.PerUnit + c.Wood.PerUnit;
        foreach (MixMethod method in Enum.GetValues<MixMethod>())
        {
            AreSame(
                MixYieldVariances.Analyze(Items(c, c.Output), perOutput * c.Output, method, Kilograms),
                MixYieldVariances.Analyze(scope, c.OutputFigures, codes, method),
                scope,
                ["actual quantity"]);
            AreSame(
                MixYieldVariances.AnalyzeMix(Items(c, c.PlannedOutput), method, Kilograms),
                MixYieldVariances.AnalyzeMix(scope, codes, method),
                scope,
                ["actual quantity"]);
        }

        foreach (YieldMethod method in Enum.GetValues<YieldMethod>())
        {
            AreSame(
                YieldVariances.Analyze(
                    c.Metal.Used + c.Wood.Used,
                    c.Output,
                    perOutput,
                    (c.Metal.PerUnit * c.Metal.Price) + (c.Wood.PerUnit * c.Wood.Price),
                    method,
                    Kilograms),
                YieldVariances.Analyze(scope, c.OutputFigures, codes, method),
                scope,
                ["actual input"]);
        }
    }

    [Property]
    public void Planning_ByLayers_IsTheTreeOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        foreach (PlanningApproach approach in Enum.GetValues<PlanningApproach>())
        {
            AreSame(
                PlanningVariances.Analyze(
                    PricedQuantity.AtPrice(c.Output * c.Metal.PerUnit, c.Metal.Price),
                    PricedQuantity.AtPrice(2 * c.Output * c.Metal.PerUnit, c.Metal.Price + 0.01m),
                    PricedQuantity.ForCost(c.Metal.Used, c.Metal.Cost),
                    approach,
                    Kilograms),
                PlanningVariances.Analyze(scope, c.Revised, c.OutputFigures, LayerCase.MetalCode, approach),
                scope,
                ["actual quantity"]);
        }
    }

    [Property]
    public void Sales_ByLayers_AreTheTreesOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        ProductElements[] products =
            [new(LayerCase.TeaCode, [LayerCase.TeaCostCode]), new(LayerCase.MilkCode, [])];
        SalesItem[] items =
        [
            new("4010", c.PlannedOutput * c.Tea.PerUnit, c.Tea.Used, c.Tea.Price - c.TeaCost),
            new("4020", c.PlannedOutput * c.Milk.PerUnit, c.Milk.Used, c.Milk.Price),
        ];
        var market = new Market(300, 250 + c.Share);
        const SalesValuation Value = SalesValuation.Contribution;
        foreach (MixMethod method in Enum.GetValues<MixMethod>())
        {
            AreSame(
                SalesVariances.AnalyzeVolume(items, Value, method, Pieces),
                SalesVariances.AnalyzeVolume(scope, products, Value, method),
                scope,
                ["actual units"]);
            AreSame(
                SalesVariances.AnalyzeVolume(items, Value, method, market, MarketOrder.ShareAtBudgetSize, Pieces),
                SalesVariances.AnalyzeVolume(
                    scope, products, Value, method, c.MarketFigures, MarketOrder.ShareAtBudgetSize),
                scope,
                ["actual units"]);
        }

        foreach (MarketOrder order in Enum.GetValues<MarketOrder>())
        {
            AreSame(
                MarketVariances.Analyze(
                    market, c.PlannedOutput * c.Milk.PerUnit, c.Milk.Used, c.Milk.Price, order, Pieces),
                MarketVariances.Analyze(scope, [products[1]], c.MarketFigures, order),
                scope,
                ["actual units"]);
        }

        AreSame(
            SalesVariances.AnalyzePrice(c.Tea.Price, PricedQuantity.ForCost(c.Tea.Used, c.Tea.Cost), Pieces),
            SalesVariances.AnalyzePrice(scope, LayerCase.TeaCode),
            scope,
            ["actual units"]);
    }

    [Property]
    public void PriceVolumeMix_ByLayers_IsTheTreeOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        ProductSales[] sales =
        [
            new("4010", Budget(c.Tea), PricedQuantity.ForCost(c.Tea.Used, c.Tea.Cost)),
            new("4020", Budget(c.Milk), PricedQuantity.ForCost(c.Milk.Used, c.Milk.Cost)),
        ];
        foreach (VolumeDetail detail in Enum.GetValues<VolumeDetail>())
        {
            AreSame(
                PriceVolumeMix.Analyze(sales, detail, JointVariance.Separate, Pieces),
                PriceVolumeMix.Analyze(
                    scope, [LayerCase.TeaCode, LayerCase.MilkCode], detail, JointVariance.Separate),
                scope,
                ["actual units"]);
        }

        PricedQuantity Budget(LayerInput product) =>
            PricedQuantity.AtPrice(c.PlannedOutput * product.PerUnit, product.Price);
    }

    private static MixItem[] Items(LayerCase c, decimal output) =>
    [
        new("5000", output * c.Metal.PerUnit, c.Metal.Price, PricedQuantity.ForCost(c.Metal.Used, c.Metal.Cost)),
        new("5010", output * c.Wood.PerUnit, c.Wood.Price, PricedQuantity.ForCost(c.Wood.Used, c.Wood.Cost)),
    ];
}
