using CostCenters.CostBehavior;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Reports;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class StaticBudgetMappings
{
    [Calc("lines_vs_budget")]
    public static object LinesVersusBudget(Given inputs)
    {
        var lines = inputs.Part("lines").Items
            .Select(line => (Name: line.Text("name"), Variance: LineOf(line))).ToList();
        var revenue = Total(lines.Select(line => line.Variance), Measure.Revenue);
        var cost = Total(lines.Select(line => line.Variance), Measure.Cost);
        var profit = new Variance(revenue.Budget - cost.Budget, revenue.Actual - cost.Actual, Measure.Margin);
        var profitResult = TotalResult(profit);
        profitResult["margin_pct_budget"] = MarginOf(revenue.Budget, cost.Budget);
        profitResult["margin_pct_actual"] = MarginOf(revenue.Actual, cost.Actual);
        return new Dictionary<string, object?>
        {
            ["lines"] = lines.ToDictionary(line => line.Name, line => LineResult(line.Variance)),
            ["total_revenue"] = TotalResult(revenue),
            ["total_cost"] = TotalResult(cost),
            ["profit"] = profitResult,
        };
    }

    [Calc("appropriation_lines")]
    public static object AppropriationLines(Given inputs) =>
        inputs.Part("lines").Parts.ToDictionary(line => line.Name, line =>
        {
            decimal encumbered = line.Value.OptionalNumber("encumbrances", "encumbered") ?? 0m;
            var variance = new Variance(
                line.Value.Number("appropriation"), line.Value.Number("expended") + encumbered, Measure.Cost);
            return new Dictionary<string, object?>
            {
                ["balance"] = variance.ProfitEffect,
                ["pct_used"] = 100m + PercentOf(variance),
            };
        });

    private static Variance LineOf(Given line) => new(
        line.OptionalNumber("budget"),
        line.Number("actual"),
        line.Text("type") switch
        {
            "cost" => Measure.Cost,
            "revenue" => Measure.Revenue,
            var other => throw new NotSupportedException($"A line of type '{other}'."),
        });

    private static Variance Total(IEnumerable<Variance> lines, Measure measure)
    {
        var own = lines.Where(line => line.Measure == measure).ToList();
        return new Variance(own.Sum(line => line.Budget ?? 0m), own.Sum(line => line.Actual), measure);
    }

    private static Dictionary<string, object?> LineResult(Variance variance) => new()
    {
        ["difference_actual_minus_budget"] = variance.Difference,
        ["variance"] = Figures.Flagged(variance.ProfitEffect),
        ["difference_pct"] = PercentOf(variance),
    };

    private static Dictionary<string, object?> TotalResult(Variance variance) => new()
    {
        ["budget"] = variance.Budget,
        ["actual"] = variance.Actual,
        ["variance"] = Figures.Flagged(variance.ProfitEffect),
        ["difference_pct"] = PercentOf(variance),
    };

    // Unrounded, lest the comparison round a second time what the variance's own percentage has rounded.
    private static decimal? PercentOf(Variance variance) => variance.Budget is decimal budget
        ? ExactFigures.Percent(WeightedRatio.Of(variance.Difference, Math.Abs(budget)).Value)
        : null;

    // Seen from its sales, a profit center's costs are all one cost.
    private static decimal? MarginOf(decimal? revenue, decimal? cost) => revenue > 0m && cost >= 0m
        ? ExactFigures.Percent(new CostStructure(revenue.Value, 0m, cost.Value).ProfitRatio)
        : null;
}
