using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.PriceAndQuantity;
using static CostCenters.WorkedExamples.Tests.Mappings.StandardFigures;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class MaterialAndLaborMappings
{
    /// <summary>What a source leaves out, it does not ask for: without an actual price there is a quantity variance
    /// alone, without the quantity allowed a price variance alone.</summary>
    [Calc("price_quantity")]
    public static object PriceQuantity(Given inputs)
    {
        decimal price = inputs.Number("standard_price");
        decimal? purchases = inputs.OptionalNumber("actual_quantity_purchased");
        decimal? used = inputs.OptionalNumber("actual_quantity_used", "actual_quantity");
        decimal counted = purchases ?? used
            ?? throw new NotSupportedException("Neither a quantity bought nor one used is given.");
        PricedQuantity? allowed = Allowed(inputs, price);
        PricedQuantity? bought = inputs.Actual(counted);
        PricedQuantity standard = allowed ?? PricedQuantity.AtPrice(used ?? counted, price);
        PricedQuantity actual = bought ?? PricedQuantity.AtPrice(counted, price);
        VarianceNode tree = purchases is null
            ? MaterialVariances.AnalyzeAtUse(standard, actual, JointVariance.InPrice, Units)
            : MaterialVariances.AnalyzeAtPurchase(standard, actual, used ?? counted, Units);
        var results = new Dictionary<string, object?>();
        if (allowed is not null)
        {
            results["standard_quantity_allowed"] = NumberOf(standard.Quantity);
        }

        if (allowed is not null && used is not null)
        {
            results["quantity_variance"] = Flag(tree["material-quantity"]);
        }

        if (bought is not null)
        {
            results["actual_price"] = ExactFigures.Exact(actual.Price);
            results["price_variance"] = Flag(tree["material-price"]);
            AddPriceBases(results, tree, purchases is not null, used is not null);
        }

        if (allowed is not null && bought is not null && purchases is null)
        {
            results["total_variance"] = Flag(tree);
        }

        return results;
    }

    [Calc("labour_backsolve")]
    public static object RebuildFromVariances(Given inputs)
    {
        decimal efficiency = inputs.Number("efficiency_variance_fav");
        decimal standardRate = inputs.Number("standard_rate");
        Fraction standard = ExamSolver.StandardHours(
            efficiency, standardRate, Figures.FractionOf(inputs.Number("hours_over_standard_pct")));
        (Fraction hours, Fraction cost) =
            ExamSolver.Actual(standard, standardRate, inputs.OptionalNumber("rate_variance_fav") ?? 0m, efficiency);
        var results = new Dictionary<string, object?>
        {
            ["standard_hours"] = NumberOf(standard),
            ["actual_hours"] = NumberOf(hours),
        };
        if (inputs.OptionalNumber("standard_hours_per_unit") is decimal hoursPerUnit)
        {
            results["units_produced"] = NumberOf(ExamSolver.UnitsOf(standard, hoursPerUnit));
        }

        if (inputs.Has("rate_variance_fav"))
        {
            results["actual_rate"] = ExactFigures.Exact(PricedQuantity.ForCost(NumberOf(hours), NumberOf(cost)).Price);
            results["actual_payroll"] = NumberOf(cost);
        }

        return results;
    }

    [Calc("labour_backsolve_rate")]
    public static object RebuildStandardRate(Given inputs)
    {
        decimal hours = inputs.Number("actual_hours");
        PricedQuantity paid = Priced(
            hours, inputs.OptionalNumber("actual_rate"), inputs.OptionalNumber("actual_payroll"))
            ?? throw new NotSupportedException("Neither a payroll nor a rate is given.");
        decimal rateVariance = inputs.Number("rate_variance_fav");
        decimal? allowed = inputs.OptionalNumber("standard_hours");
        PricedQuantity standard = ExamSolver.Standard(hours, NumberOf(paid.Cost), rateVariance, allowed ?? hours);
        VarianceNode labor = LaborVariances.Analyze(standard, paid, hours, JointVariance.InPrice, Units);
        var results = new Dictionary<string, object?>
        {
            ["actual_rate"] = ExactFigures.Exact(paid.Price),
            ["standard_rate"] = ExactFigures.Exact(standard.Price),
            ["rate_variance"] = Flag(labor["labor-rate"]),
        };
        if (allowed is not null)
        {
            results["efficiency_variance"] = Flag(labor["labor-efficiency"]);
            results["total_variance"] = Flag(labor);
        }

        return results;
    }

    [Calc("planning_operational_price")]
    public static object PlanningPrice(Given inputs)
    {
        // Without standard quantities only the price is analyzed: the quantity used stands for them.
        decimal used = inputs.Number("actual_quantity");
        decimal? given = inputs.OptionalNumber("standard_quantity");
        decimal? revised = inputs.OptionalNumber("revised_standard_quantity");
        decimal allowed = given ?? used;
        VarianceNode tree = PlanningVariances.Analyze(
            PricedQuantity.AtPrice(allowed, inputs.Number("original_standard_price")),
            PricedQuantity.AtPrice(revised ?? allowed, inputs.Number("revised_standard_price")),
            inputs.Actual(used) ?? throw new NotSupportedException("Neither an actual price nor a cost is given."),
            PlanningApproach.TraditionalSplit,
            Units);
        var results = new Dictionary<string, object?>
        {
            ["traditional_price_variance"] = Flag(tree["price"]),
            ["planning_price_variance"] = Flag(tree["planning-price"]),
            ["operational_price_variance"] = Flag(tree["operational-price"]),
        };
        if (given is not null)
        {
            results["traditional_quantity_variance"] = Flag(tree["quantity"]);
            results["planning_quantity_variance"] = Flag(tree["planning-quantity"]);
            results["operational_quantity_variance"] = Flag(tree["operational-quantity"]);
            results["total_variance"] = Flag(tree);
        }

        return results;
    }

    private static PricedQuantity? Allowed(Given inputs, decimal price)
    {
        decimal? perUnit = inputs.OptionalNumber("standard_per_unit");
        decimal? output = inputs.OptionalNumber("output_units");
        PricedQuantity? ofOutput = perUnit is decimal each && output is decimal made
            ? PricedQuantity.ForOutput(made, each, price)
            : null;
        if (inputs.OptionalNumber("standard_quantity") is not decimal stated)
        {
            return ofOutput;
        }

        if (ofOutput is PricedQuantity derived)
        {
            Figures.RequireAgreement("The standard quantity", stated, NumberOf(derived.Quantity));
        }

        return PricedQuantity.AtPrice(stated, price);
    }

    private static void AddPriceBases(
        Dictionary<string, object?> results, VarianceNode tree, bool atPurchase, bool isUsed)
    {
        if (atPurchase)
        {
            results["price_variance_on_purchases"] = Flag(tree["material-price"]);
        }

        if (atPurchase && isUsed)
        {
            results["price_variance_on_usage"] =
                Flag(tree["material-price"].ProfitEffect + tree["material-price-in-stock"].ProfitEffect);
        }
    }
}
