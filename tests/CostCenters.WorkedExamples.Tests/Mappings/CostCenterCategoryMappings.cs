using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.CostCenterCategories;
using CostCenters.Variances.Standard;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class CostCenterCategoryMappings
{
    [Calc("sap_output_price")]
    public static object OutputPrice(Given inputs)
    {
        // Of plan cost and plan price one may be left out; a price that differs from cost ÷ activity was set by hand.
        decimal planned = inputs.Number("plan_activity");
        decimal? planPrice = inputs.OptionalNumber("plan_price");
        decimal planCost = inputs.OptionalNumber("plan_cost") ?? StandardFigures.Times(planned, planPrice ?? 0m);
        decimal actual = inputs.Number("actual_activity");
        var output = new ActivityOutput(
            "hour",
            new ActivityPlan(planned, planCost, fixedCost: 0m),
            actual,
            actual,
            inputs.OptionalNumber("allocation_price"),
            unplannedScrap: 0m,
            mixedPrice: null,
            planPrice);
        VarianceNode price =
            CostCenterVariances.AnalyzeOutput(Currency.Usd, output, VarianceCategories.All)["output-price"];
        return new Dictionary<string, object?>
        {
            ["actual_credit"] = ExactFigures.Exact(output.ActualCredit),
            ["target_credit"] = ExactFigures.Exact(output.TargetCredit),
            ["output_price_variance_formula"] = ExactFigures.Exact(price.Amount),
            ["over_credited"] = ExactFigures.Exact(price.ProfitEffect),
        };
    }

    [Calc("sap_input")]
    public static object Input(Given inputs)
    {
        // Costs are compared where one is given; a cost that is not is the quantity at its price.
        decimal quantity = inputs.Number("actual_quantity");
        decimal? allowed = inputs.OptionalNumber("target_quantity");
        decimal? planPrice = inputs.OptionalNumber("plan_price");
        PricedQuantity actual = inputs.Actual(quantity)
            ?? throw new NotSupportedException("Neither an actual price nor a cost is given.");
        CenterInput input = inputs.Has("target_cost") || inputs.Has("actual_cost")
            ? CenterInput.Costed(
                "input",
                "unit",
                allowed ?? quantity,
                StandardFigures.NumberOf(StandardFigures.Priced(
                    allowed ?? quantity, planPrice, inputs.OptionalNumber("target_cost"))!.Value.Cost),
                quantity,
                StandardFigures.NumberOf(actual.Cost))
            : CenterInput.Priced("input", "unit", planPrice ?? 0m, allowed, quantity, inputs.Number("actual_price"));
        VarianceNode tree = CostCenterVariances.AnalyzeInputs(Currency.Usd, [input], VarianceCategories.AllInput);
        return new Dictionary<string, object?>
        {
            ["input_price_variance"] = ExactFigures.Exact(tree["input-price"].Amount),
            ["input_quantity_variance"] = ExactFigures.Exact(tree["input-quantity"].Amount),
            ["resource_usage_variance"] = ExactFigures.Exact(tree["resource-usage"].Amount),
            ["remaining_variance"] = ExactFigures.Exact(tree["remaining-input"].Amount),
            ["total"] = ExactFigures.Exact(tree.Amount),
        };
    }

    [Calc("sap_target")]
    public static object Target(Given inputs)
    {
        var plan = new ActivityPlan(
            inputs.Number("plan_activity"), inputs.Number("plan_variable"), inputs.Number("plan_fixed"));
        Given actual = inputs.Part("actual_activity");
        return actual.IsObject
            ? actual.Parts.ToDictionary(
                point => point.Name, point => (object?)TargetAt(plan, point.Value.Number()))
            : TargetAt(plan, actual.Number());
    }

    [Calc("sap_wip")]
    public static object WorkInProcess(Given inputs)
    {
        // Beside the quantity difference all cost is without quantities, and what it exceeds the target by remains.
        decimal difference = inputs.Number("quantity_cost_difference");
        CenterInput quantity = CenterInput.Priced(
            "quantity", "unit", 1m, Math.Max(-difference, 0m), Math.Max(difference, 0m), actualPrice: 1m);
        VarianceNode tree = CostCenterVariances.AnalyzeInputs(
            Currency.Usd,
            [
                CenterInput.Valued("other", inputs.Number("wip"), inputs.Number("actual_cost") - difference),
                quantity,
            ],
            VarianceCategories.AllInput);
        return new Dictionary<string, object?>
        {
            ["total_variance"] = ExactFigures.Exact(tree.Amount),
            ["input_quantity_variance"] = ExactFigures.Exact(tree["input-quantity"].Amount),
            ["remaining_variance"] = ExactFigures.Exact(tree["remaining-input"].Amount),
            ["overhead_on_quantity"] = inputs.OptionalNumber("overhead_pct") is decimal percent
                ? StandardFigures.Times(difference, Figures.FractionOf(percent))
                : null,
        };
    }

    [Calc("over_under_absorbed")]
    public static object OverUnder(Given inputs)
    {
        // The actual cost as one figure or as its items.
        decimal actual = inputs.OptionalSum("actual_items") ?? inputs.Number("actual");
        if (inputs.Has("actual_items") && inputs.OptionalNumber("actual") is decimal stated)
        {
            Figures.RequireAgreement("The actual cost", stated, actual);
        }

        Absorption absorption = inputs.OptionalNumber("applied") is decimal applied
            ? Absorption.FromAmounts(Currency.Usd, applied, actual)
            : Absorption.FromPlan(Currency.Usd, PlanOf(inputs), inputs.Number("actual_base"), actual);
        return new Dictionary<string, object?>
        {
            ["applied"] = ExactFigures.Exact(absorption.Absorbed),
            ["actual"] = ExactFigures.Exact(absorption.Actual),
            ["over_absorbed_positive"] = ExactFigures.Exact(absorption.OverAbsorbed),
            ["direction"] = absorption.Direction switch
            {
                AbsorptionDirection.Over => "over",
                AbsorptionDirection.Under => "under",
                _ => "none",
            },
        };
    }

    private static Dictionary<string, object?> TargetAt(ActivityPlan plan, decimal actual)
    {
        var output = new ActivityOutput("hour", plan, actual, actual, null, 0m, null, null);
        VarianceNode tree = CostCenterVariances.AnalyzeOutput(Currency.Usd, output, VarianceCategories.All);
        return new()
        {
            ["operating_rate_pct"] = ExactFigures.Percent(plan.OperatingRate(actual)),
            ["target_cost"] = ExactFigures.Exact(output.TargetCost),
            ["target_credit"] = ExactFigures.Exact(output.TargetCredit),
            ["over_absorbed_fixed"] = ExactFigures.Exact(tree["fixed-cost"].ProfitEffect),
        };
    }

    // A rate that is given is the overhead of one unit of the base.
    private static ActivityPlan PlanOf(Given inputs) => inputs.OptionalNumber("rate") is decimal rate
        ? new ActivityPlan(1m, 0m, rate)
        : new ActivityPlan(
            inputs.Number("budget_base"), 0m, inputs.OptionalSum("budget_items") ?? inputs.Number("budget_overhead"));
}
