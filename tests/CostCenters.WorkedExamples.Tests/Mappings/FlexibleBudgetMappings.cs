using CostCenters.CostBehavior;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.UnitCosts;
using CostCenters.Variances.Flexible;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class FlexibleBudgetMappings
{
    [Calc("flexible_budget")]
    public static object Flexible(Given inputs)
    {
        var units = UnitsOf(inputs);
        Given[] lines = [.. inputs.Part("lines").Items];
        return ResultOf(
            lines.Select(line => FlexibleBudgetLine.Flexed(
                line.Text("name"),
                NatureOf(line),
                BehaviorOf(line, units),
                units,
                line.OptionalNumber("actual") ?? 0m)),
            lines.Select(line => line.Has("actual")));
    }

    [Calc("derive_static_from_variances")]
    public static object DeriveStatic(Given inputs)
    {
        var units = UnitsOf(inputs);
        Given[] lines = [.. inputs.Part("lines").Items];
        return ResultOf(
            lines.Select(line => FlexibleBudgetLine.Flexed(
                line.Text("name"),
                NatureOf(line),
                Behavior(line.Text("behaviour"), StaticOf(line), units),
                units,
                line.Number("actual"))),
            lines.Select(_ => true));
    }

    [Calc("flexible_budget_table")]
    public static object Table(Given inputs)
    {
        var cost = CostFunction.Mixed(
            inputs.OptionalSum("fixed") ?? 0m, inputs.OptionalSum("variable_per_unit") ?? 0m);
        decimal? anyPrice = inputs.OptionalNumber("price");
        return new Dictionary<string, object?>
        {
            ["levels"] = inputs.Part("levels").Items.Select(level =>
            {
                decimal units = level.Number("units");
                var revenue = CostFunction.Variable(level.OptionalNumber("price") ?? anyPrice ?? 0m).CostAt(units);

                // The rates are those of the base of absorption, such as hours; without one, of the units.
                decimal rateBase = level.OptionalNumber("base") ?? units;
                return new Dictionary<string, object?>
                {
                    ["units"] = units,
                    ["revenue"] = ExactFigures.Exact(revenue),
                    ["variable_cost"] = ExactFigures.Exact(cost.VariableCostAt(units)),
                    ["fixed_cost"] = ExactFigures.Exact(cost.FixedCostAt(units)),
                    ["total_cost"] = ExactFigures.Exact(cost.CostAt(units)),
                    ["profit"] = ExactFigures.Exact(revenue - cost.CostAt(units)),
                    ["variable_rate"] = Rate(cost.VariableCostAt(units), rateBase),
                    ["fixed_rate"] = Rate(cost.FixedCostAt(units), rateBase),
                    ["total_rate"] = Rate(cost.CostAt(units), rateBase),
                };
            }),
        };
    }

    [Calc("static_flex_actual")]
    public static object StaticFlexActual(Given inputs)
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
            inputs.Part("static").Number(name),
            inputs.Part("flexible").Number(name),
            inputs.Part("actual").Number(name));
    }

    [Calc("cost_formula_variance")]
    public static object CostFormula(Given inputs)
    {
        decimal units = inputs.Number("units");
        var line = FlexibleBudgetLine.Flexed(
            "cost",
            ElementNature.Cost,
            CostFunction.Mixed(inputs.OptionalSum("fixed") ?? 0m, inputs.OptionalSum("variable_per_unit") ?? 0m),
            new ActivityChange(units, units, "units"),
            inputs.Number("actual_total"));
        return new Dictionary<string, object?>
        {
            ["flexible_budget"] = ExactFigures.Exact(line.FlexibleBudget),
            ["variance"] = ExactFigures.Flagged(
                new FlexibleBudget(Currency.Usd, [line]).ByCause(VarianceBasis.Cost)["flexible-budget"]),
        };
    }

    private static decimal? Rate(Fraction cost, decimal units) =>
        ExactFigures.Exact(UnitCost.Of(ExactFigures.Exact(cost), units).Value);

    // A line without an actual amount has a static and a flexible budget alone.
    private static Dictionary<string, object?> ResultOf(
        IEnumerable<FlexibleBudgetLine> lines, IEnumerable<bool> haveActuals)
    {
        bool[] areKnown = [.. haveActuals];
        var budget = new FlexibleBudget(Currency.Usd, lines);
        var byLine = budget.ByLine(VarianceBasis.Profit);
        var byCause = budget.ByCause(VarianceBasis.Profit);
        return new Dictionary<string, object?>
        {
            ["lines"] = budget.Lines.Zip(byLine.Children, areKnown).ToDictionary(
                line => line.First.Name,
                line => Columns(
                    line.First.StaticBudget, line.First.FlexibleBudget, line.First.Actual, line.Second, line.Third)),
            ["profit"] = Columns(
                budget.StaticProfit,
                budget.FlexibleProfit,
                budget.ActualProfit,
                byCause,
                areKnown.All(isKnown => isKnown)),
        };
    }

    private static Dictionary<string, object?> Columns(
        Fraction staticBudget, Fraction flexible, Fraction actual, VarianceNode variance, bool isKnown)
    {
        var columns = new Dictionary<string, object?>
        {
            ["static"] = ExactFigures.Exact(staticBudget),
            ["flexible"] = ExactFigures.Exact(flexible),
            ["volume_variance"] = ExactFigures.Flagged(variance.Part("activity")),
        };
        if (isKnown)
        {
            columns["actual"] = ExactFigures.Exact(actual);
            columns["flexible_budget_variance"] = ExactFigures.Flagged(variance.Part("flexible-budget"));
            columns["static_budget_variance"] = ExactFigures.Flagged(variance);
        }

        return columns;
    }

    private static ActivityChange UnitsOf(Given inputs) =>
        new(inputs.Number("budget_units"), inputs.Number("actual_units"), "units");

    private static ElementNature NatureOf(Given line) => line.Text("type") switch
    {
        "cost" => ElementNature.Cost,
        "revenue" => ElementNature.Revenue,
        var other => throw new NotSupportedException($"A line of type '{other}'."),
    };

    private static CostFunction BehaviorOf(Given line, ActivityChange units) =>
        line.OptionalNumber("static") is decimal amount
            ? Behavior(line.Text("behaviour"), amount, units)
            : CostFunction.Mixed(line.OptionalNumber("fixed") ?? 0m, line.OptionalNumber("per_unit") ?? 0m);

    private static CostFunction Behavior(string name, decimal staticBudget, ActivityChange units) => name switch
    {
        "fixed" => CostFunction.Fixed(staticBudget),
        "variable" => CostFunction.Proportional(staticBudget, units.Planned),
        var other => throw new NotSupportedException($"The behavior '{other}'."),
    };

    // A favorable revenue came in above its budget, a favorable cost below.
    private static decimal StaticOf(Given line)
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

}
