using System.Globalization;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Support;
using CostCenters.UnitCosts;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class UnitCostMappings
{
    [Calc("ratio")]
    public static object Ratio(Given inputs) => new Dictionary<string, object?>
    {
        [inputs.Text("result")] = Number(UnitCost.Of(inputs.Number("numerator"), inputs.Number("denominator")).Value),
    };

    [Calc("csat")]
    public static object Satisfaction(Given inputs)
    {
        var scores = Distribution.FromCounts(inputs.Part("responses").Parts.Select(answer =>
            KeyValuePair.Create(
                decimal.Parse(answer.Name, CultureInfo.InvariantCulture), (long)answer.Value.Number())));
        decimal bound = inputs.Number("satisfied_from");
        return new Dictionary<string, object?>
        {
            ["satisfied"] = scores.CountAtOrAbove(bound),
            ["responses"] = scores.Count,
            ["csat_pct"] = Percent(scores.ShareAtOrAbove(bound)),
            ["mean_score"] = Number(scores.Mean),
        };
    }

    [Calc("csat_many")]
    public static object SatisfactionOfAgents(Given inputs) =>
        inputs.Part("agents").Parts.ToDictionary(
            agent => agent.Name,
            agent => Percent(WeightedRatio.Of(agent.Value.Number("satisfied"), agent.Value.Number("responses"))));

    [Calc("weighted_rate")]
    public static object WeightedRate(Given inputs) => new Dictionary<string, object?>
    {
        ["weighted_pct"] = Percent(WeightedRatio.Sum(inputs.Part("agents").Parts.Select(agent =>
            WeightedRatio.OfRate(
                Figures.FractionOf(agent.Value.Number("rate_pct")), agent.Value.Number("responses"))))),
    };

    [Calc("fcr_saving")]
    public static object FirstContactSaving(Given inputs)
    {
        var change = FirstContactResolution.EscalationChange(
            inputs.Number("tickets"),
            Figures.FractionOf(inputs.Number("fcr_before_pct")),
            Figures.FractionOf(inputs.Number("fcr_after_pct")),
            inputs.Number("first_level_cost"),
            inputs.Number("escalated_cost"));
        return new Dictionary<string, object?>
        {
            ["escalations_avoided"] = Number(Input(change, "escalations avoided")),
            ["saving"] = Number(change.ProfitEffect),
        };
    }

    [Calc("repeat_call_cost")]
    public static object RepeatCallCost(Given inputs)
    {
        var cost = FirstContactResolution.RepeatedContactCost(
            inputs.Number("calls"),
            Figures.FractionOf(inputs.Number("fcr_gap_pct")),
            inputs.Number("extra_calls_each"),
            inputs.Number("cost_per_call"));
        return new Dictionary<string, object?>
        {
            ["unresolved"] = Number(Input(cost, "unresolved")),
            ["extra_calls"] = Number(Input(cost, "extra contacts")),
            ["extra_cost"] = Number(cost.Amount),
        };
    }

    [Calc("unit_trend")]
    public static object UnitTrend(Given inputs)
    {
        var before = inputs.Part("before");
        var after = inputs.Part("after");
        return new Dictionary<string, object?>
        {
            ["before_pct"] = Percent(WeightedRatio.Of(before.Number("cost"), before.Number("denominator"))),
            ["after_pct"] = Percent(WeightedRatio.Of(after.Number("cost"), after.Number("denominator"))),
            ["cost_growth_pct"] = ExactFigures.Percent(new FigureVariance(
                Figure.Of(Fraction.Of(before.Number("cost"))),
                Figure.Of(Fraction.Of(after.Number("cost"))),
                KeyFigurePreference.MoreIsWorse).Ratio.Value),
        };
    }

    [Calc("variable_absorption_unit")]
    public static object VariableAndAbsorptionUnit(Given inputs)
    {
        decimal variable = inputs.OptionalSum("variable") ?? 0m;
        var share = UnitCost.Of(inputs.OptionalSum("fixed") ?? 0m, inputs.Number("units")).Value;
        return new Dictionary<string, object?>
        {
            ["variable_cost_per_unit"] = variable,
            ["fixed_per_unit"] = Number(share),
            ["absorption_cost_per_unit"] = share is { } each ? Number(each + Fraction.Of(variable)) : null,
        };
    }

    private static Fraction Input(VarianceNode node, string name) =>
        node.Inputs.Single(input => input.Name == name).Value;

    private static decimal? Percent(WeightedRatio ratio) => ExactFigures.Percent(ratio.Value);

    private static decimal? Number(Fraction? value) => ExactFigures.Exact(value);
}
