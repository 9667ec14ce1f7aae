using System.Text.Json;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.CostCenterCategories;
using CostCenters.Variances.Standard;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class CostCenterCategoryMappings
{
    [Calc("sap_output_price")]
    public static object OutputPrice(JsonElement inputs)
    {
        decimal actual = inputs.Number("actual_activity");
        var output = new ActivityOutput(
            "hour",
            new ActivityPlan(inputs.Number("plan_activity"), inputs.Number("plan_cost"), fixedCost: 0m),
            actual,
            actual,
            inputs.Number("allocation_price"),
            unplannedScrap: 0m,
            mixedPrice: null,
            NumberOrNull(inputs, "plan_price"));
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
    public static object Input(JsonElement inputs)
    {
        decimal actualQuantity = inputs.Number("actual_quantity");

        // An actual cost is compared with a target cost; without one, with the target quantity at the plan price.
        decimal? target = NumberOrNull(inputs, "target_cost");
        if (target is null && NumberOrNull(inputs, "actual_price") is null)
        {
            target = StandardFigures.NumberOf(PricedQuantity.AtPrice(
                inputs.Number("target_quantity"), inputs.Number("plan_price")).Cost);
        }

        CenterInput input = target is decimal targetCost
            ? CenterInput.Costed(
                "input",
                "unit",
                inputs.Number("target_quantity"),
                targetCost,
                actualQuantity,
                inputs.Number("actual_cost"))
            : CenterInput.Priced(
                "input",
                "unit",
                inputs.Number("plan_price"),
                NumberOrNull(inputs, "target_quantity"),
                actualQuantity,
                inputs.Number("actual_price"));
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
    public static object Target(JsonElement inputs)
    {
        var plan = new ActivityPlan(
            inputs.Number("plan_activity"), inputs.Number("plan_variable"), inputs.Number("plan_fixed"));
        JsonElement actual = inputs.GetProperty("actual_activity");
        return actual.ValueKind == JsonValueKind.Object
            ? actual.EnumerateObject().ToDictionary(
                point => point.Name, point => (object?)TargetAt(plan, point.Value.GetDecimal()))
            : TargetAt(plan, actual.GetDecimal());
    }

    [Calc("sap_wip")]
    public static object WorkInProcess(JsonElement inputs)
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
        };
    }

    [Calc("over_under_absorbed")]
    public static object OverUnder(JsonElement inputs)
    {
        decimal actual = inputs.Number("actual");
        Absorption absorption = NumberOrNull(inputs, "applied") is decimal applied
            ? Absorption.OfAmounts(Currency.Usd, applied, actual)
            : Absorption.OfPlan(Currency.Usd, PlanOf(inputs), inputs.Number("actual_base"), actual);
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
    private static ActivityPlan PlanOf(JsonElement inputs) => NumberOrNull(inputs, "rate") is decimal rate
        ? new ActivityPlan(1m, 0m, rate)
        : new ActivityPlan(inputs.Number("budget_base"), 0m, inputs.Number("budget_overhead"));

    private static decimal? NumberOrNull(JsonElement inputs, string name) =>
        inputs.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDecimal()
            : null;
}
