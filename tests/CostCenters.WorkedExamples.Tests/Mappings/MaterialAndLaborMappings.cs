using System.Text.Json;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using static CostCenters.WorkedExamples.Tests.Mappings.StandardFigures;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class MaterialAndLaborMappings
{
    [Calc("price_quantity")]
    public static object PriceQuantity(JsonElement inputs)
    {
        decimal price = inputs.Number("standard_price");
        PricedQuantity standard = inputs.Has("standard_quantity")
            ? PricedQuantity.AtPrice(inputs.Number("standard_quantity"), price)
            : PricedQuantity.ForOutput(inputs.Number("output_units"), inputs.Number("standard_per_unit"), price);
        decimal? purchases = inputs.OptionalNumber("actual_quantity_purchased");
        decimal used = inputs.OptionalNumber("actual_quantity_used") ?? inputs.Number("actual_quantity");
        PricedQuantity actual = inputs.Actual(purchases ?? used);
        VarianceNode tree = purchases is null
            ? MaterialVariances.AnalyzeAtUse(standard, actual, JointVariance.InPrice, Units)
            : MaterialVariances.AnalyzeAtPurchase(standard, actual, used, Units);
        var results = new Dictionary<string, object?>
        {
            ["standard_quantity_allowed"] = NumberOf(standard.Quantity),
            ["actual_price"] = actual.Price is Fraction actualPrice ? NumberOf(actualPrice) : null,
            ["price_variance"] = Flag(tree["material-price"]),
            ["quantity_variance"] = Flag(tree["material-quantity"]),
        };
        if (purchases is null)
        {
            results["total_variance"] = Flag(tree);
        }
        else
        {
            results["price_variance_on_purchases"] = Flag(tree["material-price"]);
            results["price_variance_on_usage"] =
                Flag(tree["material-price"].ProfitEffect + tree["material-price-in-stock"].ProfitEffect);
        }

        return results;
    }

    [Calc("labour_backsolve")]
    public static object RebuildFromVariances(JsonElement inputs)
    {
        decimal efficiency = inputs.Number("efficiency_variance_fav");
        decimal standardRate = inputs.Number("standard_rate");
        Fraction standard = ExamSolver.StandardHours(
            efficiency, standardRate, Figures.FractionOf(inputs.Number("hours_over_standard_pct")));
        (Fraction hours, Fraction cost) =
            ExamSolver.Actual(standard, standardRate, inputs.Number("rate_variance_fav"), efficiency);
        return new Dictionary<string, object?>
        {
            ["standard_hours"] = NumberOf(standard),
            ["actual_hours"] = NumberOf(hours),
            ["units_produced"] = NumberOf(ExamSolver.UnitsOf(standard, inputs.Number("standard_hours_per_unit"))),
            ["actual_rate"] = PricedQuantity.ForCost(NumberOf(hours), NumberOf(cost)).Price is Fraction rate
                ? NumberOf(rate)
                : null,
            ["actual_payroll"] = NumberOf(cost),
        };
    }

    [Calc("labour_backsolve_rate")]
    public static object RebuildStandardRate(JsonElement inputs)
    {
        decimal hours = inputs.Number("actual_hours");
        PricedQuantity paid = PricedQuantity.ForCost(hours, inputs.Number("actual_payroll"));
        PricedQuantity standard = ExamSolver.Standard(
            hours,
            inputs.Number("actual_payroll"),
            inputs.Number("rate_variance_fav"),
            inputs.Number("standard_hours"));
        VarianceNode labor = LaborVariances.Analyze(standard, paid, hours, JointVariance.InPrice, Units);
        return new Dictionary<string, object?>
        {
            ["actual_rate"] = paid.Price is Fraction actualRate ? NumberOf(actualRate) : null,
            ["standard_rate"] = standard.Price is Fraction rate ? NumberOf(rate) : null,
            ["rate_variance"] = Flag(labor["labor-rate"]),
            ["efficiency_variance"] = Flag(labor["labor-efficiency"]),
            ["total_variance"] = Flag(labor),
        };
    }

    [Calc("planning_operational_price")]
    public static object PlanningPrice(JsonElement inputs)
    {
        // Without standard quantities only the price is analyzed: the quantity used stands for them.
        decimal used = inputs.Number("actual_quantity");
        decimal allowed = inputs.OptionalNumber("standard_quantity") ?? used;
        VarianceNode tree = PlanningVariances.Analyze(
            PricedQuantity.AtPrice(allowed, inputs.Number("original_standard_price")),
            PricedQuantity.AtPrice(
                inputs.OptionalNumber("revised_standard_quantity") ?? allowed,
                inputs.Number("revised_standard_price")),
            inputs.Actual(used),
            PlanningApproach.TraditionalSplit,
            Units);
        return new Dictionary<string, object?>
        {
            ["traditional_price_variance"] = Flag(tree["price"]),
            ["planning_price_variance"] = Flag(tree["planning-price"]),
            ["operational_price_variance"] = Flag(tree["operational-price"]),
        };
    }
}
