using System.Text.Json;
using CostCenters.CostBehavior;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Flexible;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class FlexibleBudgetMappings
{
    [Calc("flexible_budget")]
    public static object Flexible(JsonElement inputs)
    {
        var units = UnitsOf(inputs);
        return ResultOf(inputs.GetProperty("lines").EnumerateArray().Select(line => FlexibleBudgetLine.Flexed(
            line.Text("name"), NatureOf(line), BehaviorOf(line, units), units, line.Number("actual"))));
    }

    [Calc("derive_static_from_variances")]
    public static object DeriveStatic(JsonElement inputs)
    {
        var units = UnitsOf(inputs);
        return ResultOf(inputs.GetProperty("lines").EnumerateArray().Select(line => FlexibleBudgetLine.Flexed(
            line.Text("name"),
            NatureOf(line),
            Behavior(line.Text("behaviour"), StaticOf(line), units),
            units,
            line.Number("actual"))));
    }

    [Calc("flexible_budget_table")]
    public static object Table(JsonElement inputs)
    {
        var cost = CostFunction.Mixed(SumOf(inputs, "fixed"), SumOf(inputs, "variable_per_unit"));
        return new Dictionary<string, object?>
        {
            ["levels"] = inputs.GetProperty("levels").EnumerateArray().Select(level =>
            {
                decimal units = level.Number("units");
                decimal price = NumberOrNull(level, "price") ?? NumberOrNull(inputs, "price") ?? 0m;
                var revenue = CostFunction.Variable(price).CostAt(units);
                return new Dictionary<string, object?>
                {
                    ["units"] = units,
                    ["revenue"] = ExactFigures.Exact(revenue),
                    ["variable_cost"] = ExactFigures.Exact(cost.VariableCostAt(units)),
                    ["fixed_cost"] = ExactFigures.Exact(cost.FixedCostAt(units)),
                    ["total_cost"] = ExactFigures.Exact(cost.CostAt(units)),
                    ["profit"] = ExactFigures.Exact(revenue - cost.CostAt(units)),
                };
            }),
        };
    }

    [Calc("static_flex_actual")]
    public static object StaticFlexActual(JsonElement inputs)
    {
        var tree = new FlexibleBudget(
            Currency.Usd, [Line("revenue", ElementNature.Revenue), Line("cost", ElementNature.Cost)])
            .ByLine(VarianceBasis.Profit);
        return new Dictionary<string, object?>
        {
            ["profit_variance"] = ExactFigures.Flagged(tree),
            ["revenue_variance"] = ExactFigures.Flagged(tree["line:revenue"]),
            ["cost_variance"] = ExactFigures.Flagged(tree["line:cost"]),
            ["revenue_volume_variance"] = ExactFigures.Flagged(tree["line:revenue/activity"]),
            ["revenue_price_variance"] = ExactFigures.Flagged(tree["line:revenue/flexible-budget"]),
            ["cost_volume_variance"] = ExactFigures.Flagged(tree["line:cost/activity"]),
            ["cost_management_variance"] = ExactFigures.Flagged(tree["line:cost/flexible-budget"]),
        };

        FlexibleBudgetLine Line(string name, ElementNature nature) => FlexibleBudgetLine.Given(
            name,
            nature,
            inputs.GetProperty("static").Number(name),
            inputs.GetProperty("flexible").Number(name),
            inputs.GetProperty("actual").Number(name));
    }

    [Calc("cost_formula_variance")]
    public static object CostFormula(JsonElement inputs)
    {
        decimal units = inputs.Number("units");
        var line = FlexibleBudgetLine.Flexed(
            "cost",
            ElementNature.Cost,
            CostFunction.Mixed(NumberOrNull(inputs, "fixed") ?? 0m, NumberOrNull(inputs, "variable_per_unit") ?? 0m),
            new ActivityChange(units, units, "units"),
            inputs.Number("actual_total"));
        return new Dictionary<string, object?>
        {
            ["flexible_budget"] = ExactFigures.Exact(line.FlexibleBudget),
            ["variance"] = ExactFigures.Flagged(
                new FlexibleBudget(Currency.Usd, [line]).ByCause(VarianceBasis.Cost)["flexible-budget"]),
        };
    }

    private static Dictionary<string, object?> ResultOf(IEnumerable<FlexibleBudgetLine> lines)
    {
        var budget = new FlexibleBudget(Currency.Usd, lines);
        var byLine = budget.ByLine(VarianceBasis.Profit);
        var byCause = budget.ByCause(VarianceBasis.Profit);
        return new Dictionary<string, object?>
        {
            ["lines"] = budget.Lines.Zip(byLine.Children).ToDictionary(pair => pair.First.Name, pair => Columns(
                pair.First.StaticBudget, pair.First.FlexibleBudget, pair.First.Actual, pair.Second)),
            ["profit"] = Columns(
                budget.StaticProfit, budget.FlexibleProfit, budget.ActualProfit, byCause),
        };
    }

    private static Dictionary<string, object?> Columns(
        Fraction staticBudget, Fraction flexible, Fraction actual, VarianceNode variance) => new()
        {
            ["static"] = ExactFigures.Exact(staticBudget),
            ["flexible"] = ExactFigures.Exact(flexible),
            ["actual"] = ExactFigures.Exact(actual),
            ["flexible_budget_variance"] = ExactFigures.Flagged(variance.Part("flexible-budget")),
            ["volume_variance"] = ExactFigures.Flagged(variance.Part("activity")),
            ["static_budget_variance"] = ExactFigures.Flagged(variance),
        };

    private static ActivityChange UnitsOf(JsonElement inputs) =>
        new(inputs.Number("budget_units"), inputs.Number("actual_units"), "units");

    private static ElementNature NatureOf(JsonElement line) => line.Text("type") switch
    {
        "cost" => ElementNature.Cost,
        "revenue" => ElementNature.Revenue,
        var other => throw new NotSupportedException($"A line of type '{other}'."),
    };

    private static CostFunction BehaviorOf(JsonElement line, ActivityChange units) =>
        line.TryGetProperty("static", out var amount)
            ? Behavior(line.Text("behaviour"), amount.GetDecimal(), units)
            : CostFunction.Mixed(NumberOrNull(line, "fixed") ?? 0m, NumberOrNull(line, "per_unit") ?? 0m);

    private static CostFunction Behavior(string name, decimal staticBudget, ActivityChange units) => name switch
    {
        "fixed" => CostFunction.Fixed(staticBudget),
        "variable" => CostFunction.Proportional(staticBudget, units.Planned),
        var other => throw new NotSupportedException($"The behavior '{other}'."),
    };

    // A favorable revenue came in above its budget, a favorable cost below.
    private static decimal StaticOf(JsonElement line)
    {
        decimal actual = line.Number("actual");
        decimal variance = Math.Abs(line.Number("static_variance"));
        return line.Text("static_variance_flag") switch
        {
            "F" => NatureOf(line) == ElementNature.Revenue ? actual - variance : actual + variance,
            "U" => NatureOf(line) == ElementNature.Revenue ? actual + variance : actual - variance,
            "-" => actual,
            var other => throw new NotSupportedException($"The flag '{other}'."),
        };
    }

    private static decimal SumOf(JsonElement inputs, string name) => !inputs.TryGetProperty(name, out var item)
        ? 0m
        : item.ValueKind == JsonValueKind.Object
            ? item.EnumerateObject().Sum(part => part.Value.GetDecimal())
            : item.GetDecimal();

    private static decimal? NumberOrNull(JsonElement inputs, string name) =>
        inputs.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDecimal()
            : null;
}
