using System.Text.Json;
using CostCenters.CostBehavior;
using CostCenters.Monetary;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class CostBehaviorMappings
{
    [Calc("high_low")]
    public static object HighLow(JsonElement inputs)
    {
        var estimate = CostEstimation.HighLow(PointsOf(inputs), HighLowTie.Widest);
        return new Dictionary<string, object?>
        {
            ["variable_rate"] = ExactFigures.Exact(estimate.VariableRate),
            ["fixed"] = ExactFigures.Exact(estimate.FixedCost),
        };
    }

    [Calc("least_squares")]
    public static object LeastSquares(JsonElement inputs)
    {
        var fit = CostEstimation.LeastSquares(PointsOf(inputs));
        return new Dictionary<string, object?>
        {
            ["sum_x"] = ExactFigures.Exact(fit.ActivitySum),
            ["sum_y"] = ExactFigures.Exact(fit.CostSum),
            ["sum_xx"] = ExactFigures.Exact(fit.ActivitySquareSum),
            ["sum_xy"] = ExactFigures.Exact(fit.ProductSum),
            ["sum_yy"] = ExactFigures.Exact(fit.CostSquareSum),
            ["slope"] = ExactFigures.Exact(fit.Estimate.VariableRate),
            ["intercept"] = ExactFigures.Exact(fit.Estimate.FixedCost),
            ["r_squared"] = ExactFigures.Exact(fit.RSquared),
        };
    }

    [Calc("cvp")]
    public static object CostVolumeProfitOf(JsonElement inputs)
    {
        var product = new CostVolumeProfit(
            inputs.Number("price"), inputs.Number("variable"), inputs.Number("fixed"));
        var target = TargetOf(inputs) is Fraction profit ? product.UnitsFor(profit) : null;
        decimal? units = NumberOrNull(inputs, "actual_units") ?? NumberOrNull(inputs, "budget_units");
        var sold = units is decimal volume ? product.At(volume) : null;
        return new Dictionary<string, object?>
        {
            ["cm_per_unit"] = ExactFigures.Exact(product.Contribution),
            ["cm_ratio_pct"] = ExactFigures.Percent(product.ContributionRatio),
            ["break_even_units"] = ExactFigures.Exact(product.BreakEvenUnits),
            ["break_even_revenue"] = ExactFigures.Exact(product.BreakEvenSales),
            ["target_units"] = ExactFigures.Exact(target),
            ["target_revenue"] = ExactFigures.Exact(product.SalesOf(target)),
            ["margin_of_safety"] = ExactFigures.Exact(
                units is decimal sales ? product.SalesOf(Fraction.Of(sales)) - product.BreakEvenSales : null),
            ["margin_of_safety_pct"] = ExactFigures.Percent(sold?.MarginOfSafetyRatio),
            ["margin_of_safety_units"] = ExactFigures.Exact(
                units is decimal actual ? Fraction.Of(actual) - product.BreakEvenUnits : null),
            ["profit"] = ExactFigures.Exact(sold?.Profit),
            ["dol"] = ExactFigures.Exact(sold?.OperatingLeverage),
        };
    }

    [Calc("cvp_mix")]
    public static object Mix(JsonElement inputs)
    {
        var mix = new SalesMix(
            inputs.GetProperty("products").EnumerateObject().Select(product => new MixProduct(
                product.Name,
                product.Value.Number("price"),
                product.Value.Number("variable"),
                product.Value.Number("mix"))),
            inputs.Number("fixed"));
        var volume = mix.VolumeFor(NumberOrNull(inputs, "target_profit") ?? 0m);
        return new Dictionary<string, object?>
        {
            ["composite_cm"] = ExactFigures.Exact(mix.CompositeContribution),
            ["cm_ratio_pct"] = ExactFigures.Percent(mix.ContributionRatio),
            ["composite_units"] = ExactFigures.Exact(volume?.CompositeUnits),
            ["units"] = volume?.Products.ToDictionary(
                part => part.Product.Name, part => ExactFigures.Exact(part.Units)),
            ["revenue"] = volume?.Products.ToDictionary(
                part => part.Product.Name, part => ExactFigures.Exact(part.Sales)),
            ["total_revenue"] = ExactFigures.Exact(volume?.Sales),
        };
    }

    [Calc("operating_leverage")]
    public static object OperatingLeverage(JsonElement inputs)
    {
        decimal change = Figures.FractionOf(inputs.Number("sales_change_pct"));
        return inputs.GetProperty("companies").EnumerateObject().ToDictionary(company => company.Name, company =>
        {
            var structure = StructureOf(company.Value);
            return new Dictionary<string, object?>
            {
                ["contribution_margin"] = ExactFigures.Exact(structure.Contribution),
                ["net_income"] = ExactFigures.Exact(structure.Profit),
                ["dol"] = ExactFigures.Exact(structure.OperatingLeverage),
                ["income_change_pct"] = ExactFigures.Percent(
                    structure.ProfitChangeTo(structure.WithSalesChange(change))),
            };
        });
    }

    [Calc("cost_structure_change")]
    public static object CostStructureChange(JsonElement inputs)
    {
        var old = StructureOf(inputs);
        var changed = old.WithCostChange(
            Figures.FractionOf(NumberOrNull(inputs, "variable_change_pct") ?? 0m),
            Figures.FractionOf(NumberOrNull(inputs, "fixed_change_pct") ?? 0m));
        return new Dictionary<string, object?>
        {
            ["old_income"] = ExactFigures.Exact(old.Profit),
            ["new_variable"] = ExactFigures.Exact(changed.VariableCost),
            ["new_fixed"] = ExactFigures.Exact(changed.FixedCost),
            ["new_income"] = ExactFigures.Exact(changed.Profit),
            ["income_change_pct"] = ExactFigures.Percent(old.ProfitChangeTo(changed)),
        };
    }

    private static IEnumerable<CostObservation> PointsOf(JsonElement inputs) =>
        inputs.GetProperty("points").EnumerateArray()
            .Select(point => new CostObservation(point.Number("x"), point.Number("y")));

    private static CostStructure StructureOf(JsonElement inputs) =>
        new(inputs.Number("sales"), inputs.Number("variable"), inputs.Number("fixed"));

    // A target after tax comes with its rate.
    private static Fraction? TargetOf(JsonElement inputs) =>
        NumberOrNull(inputs, "target_profit_after_tax") is decimal left
            ? CostVolumeProfit.ProfitBeforeTax(left, Figures.FractionOf(inputs.Number("tax_rate_pct")))
            : NumberOrNull(inputs, "target_profit") is decimal target ? Fraction.Of(target) : null;

    private static decimal? NumberOrNull(JsonElement inputs, string name) =>
        inputs.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDecimal()
            : null;
}
