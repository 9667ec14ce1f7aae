using System.Text.Json;
using CostCenters.Variances;
using CostCenters.Variances.Standard;
using static CostCenters.WorkedExamples.Tests.Mappings.StandardFigures;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class OverheadMappings
{
    [Calc("overhead")]
    public static object Overhead(JsonElement inputs)
    {
        var results = new Dictionary<string, object?>();
        if (inputs.Has("variable_rate") && inputs.Has("actual_variable"))
        {
            AddVariable(results, inputs);
        }

        if (HasFixed(inputs))
        {
            FixedOverheadBudget budget = FixedBudget(inputs);
            if (inputs.Has("actual_fixed"))
            {
                VarianceNode tree = FixedOverheadVariances.Of(
                    budget, Hours(inputs), inputs.Number("actual_fixed"), FixedVolumeSplit.None, Units);
                results["fixed_spending"] = Flag(tree["fixed overhead spending"]);
                results["fixed_total"] = Flag(tree);
            }

            results["fixed_volume"] =
                Flag(FixedOverheadVariances.Volume(budget, Hours(inputs), FixedVolumeSplit.None, Units));
            if (inputs.Has("variable_rate"))
            {
                AddSets(results, OverheadStandard.Of(inputs.Number("variable_rate"), budget), inputs);
            }
        }

        return results;
    }

    [Calc("overhead_split_rate")]
    public static object OverheadOfTotalRate(JsonElement inputs)
    {
        OverheadStandard standard = OverheadStandard.OfTotalRate(inputs.Number("total_rate"), FixedBudget(inputs));
        var results = new Dictionary<string, object?>
        {
            ["fixed_rate"] = NumberOf(standard.Fixed.Rate),
            ["variable_rate"] = NumberOf(standard.VariableRate),
            ["fixed_volume"] =
                Flag(FixedOverheadVariances.Volume(standard.Fixed, Hours(inputs), FixedVolumeSplit.None, Units)),
        };
        AddSets(results, standard, inputs);
        return results;
    }

    [Calc("volume_split")]
    public static object VolumeSplit(JsonElement inputs)
    {
        VarianceNode volume = FixedOverheadVariances.Volume(
            FixedBudget(inputs), Hours(inputs), FixedVolumeSplit.CapacityAndEfficiency, Units);
        return new Dictionary<string, object?>
        {
            ["volume"] = Flag(volume),
            ["capacity"] = Flag(volume["fixed overhead capacity"]),
            ["efficiency"] = Flag(volume["fixed overhead efficiency"]),
        };
    }

    [Calc("fixed_overhead")]
    public static object FixedOverhead(JsonElement inputs)
    {
        FixedOverheadBudget budget = FixedBudget(inputs);
        FixedVolumeSplit split =
            inputs.Has("actual_hours") ? FixedVolumeSplit.CapacityAndEfficiency : FixedVolumeSplit.None;
        VarianceNode tree =
            FixedOverheadVariances.Of(budget, Hours(inputs), inputs.Number("actual_fixed"), split, Units);
        var results = new Dictionary<string, object?>
        {
            ["absorption_rate"] = NumberOf(budget.Rate),
            ["absorbed"] = InputOf(tree, "absorbed fixed overhead"),
            ["expenditure"] = Flag(tree["fixed overhead spending"]),
            ["volume"] = Flag(tree["fixed overhead volume"]),
            ["total"] = Flag(tree),
        };
        if (split == FixedVolumeSplit.CapacityAndEfficiency)
        {
            results["capacity"] = Flag(tree["fixed overhead capacity"]);
            results["efficiency"] = Flag(tree["fixed overhead efficiency"]);
        }

        return results;
    }

    [Calc("voh_per_unit")]
    public static object VariablePerUnit(JsonElement inputs)
    {
        decimal made = inputs.Number("actual_units");
        VarianceNode tree = VariableOverheadVariances.Of(
            PricedQuantity.AtPrice(made, inputs.Number("standard_per_unit")),
            PricedQuantity.AtPrice(made, inputs.Number("actual_per_unit")),
            Units);
        return new Dictionary<string, object?> { ["spending"] = Flag(tree["variable overhead spending"]) };
    }

    private static void AddVariable(Dictionary<string, object?> results, JsonElement inputs)
    {
        decimal rate = inputs.Number("variable_rate");
        VarianceNode tree = VariableOverheadVariances.Of(
            inputs.Has("standard_hours")
                ? PricedQuantity.AtPrice(inputs.Number("standard_hours"), rate)
                : PricedQuantity.ForOutput(
                    inputs.Number("output_units"), inputs.Number("standard_hours_per_unit"), rate),
            PricedQuantity.ForCost(inputs.Number("actual_hours"), inputs.Number("actual_variable")),
            Units);
        results["variable_spending"] = Flag(tree["variable overhead spending"]);
        results["variable_efficiency"] = Flag(tree["variable overhead efficiency"]);
        results["variable_total"] = Flag(tree);
    }

    private static void AddSets(Dictionary<string, object?> results, OverheadStandard standard, JsonElement inputs)
    {
        ActualOverhead? actual = inputs.Has("actual_total")
            ? ActualOverhead.Undivided(inputs.Number("actual_total"))
            : inputs.Has("actual_variable") && inputs.Has("actual_fixed")
                ? ActualOverhead.Divided(inputs.Number("actual_variable"), inputs.Number("actual_fixed"))
                : null;
        if (actual is null)
        {
            return;
        }

        VarianceNode two = Set(OverheadSet.Two);
        results["two_way_controllable"] = Flag(two["controllable"]);
        results["total_overhead_variance"] = Flag(two);
        results["budget_allowed_standard_hours"] = InputOf(two["controllable"], "budget at standard hours");
        results["applied_overhead"] = InputOf(two, "absorbed overhead");
        if (!inputs.Has("actual_hours"))
        {
            return;
        }

        VarianceNode three = Set(OverheadSet.ThreeWithVariableEfficiency);
        results["three_way_spending"] = Flag(three["overhead spending"]);
        results["variable_efficiency"] = Flag(three["variable overhead efficiency"]);
        results["budget_allowed_actual_hours"] = InputOf(three["overhead spending"], "budget at actual hours");
        VarianceNode idle = Set(OverheadSet.ThreeWithIdleCapacity);
        results["alt_three_idle_capacity"] = Flag(idle["idle capacity"]);
        results["alt_three_efficiency_total_rate"] = Flag(idle["overhead efficiency"]);
        results["alt_four_fixed_efficiency"] =
            Flag(Set(OverheadSet.FourWithIdleCapacity)["fixed overhead efficiency"]);

        VarianceNode Set(OverheadSet set) => OverheadVariances.Of(standard, Hours(inputs), actual, set, Units);
    }

    private static OverheadHours Hours(JsonElement inputs)
    {
        decimal? actual = inputs.OptionalNumber("actual_hours");
        return inputs.Has("standard_hours")
            ? OverheadHours.Of(inputs.Number("standard_hours"), actual)
            : OverheadHours.ForOutput(
                inputs.Number("output_units"), inputs.Number("standard_hours_per_unit"), actual);
    }

    private static decimal? DenominatorHours(JsonElement inputs) =>
        inputs.OptionalNumber("denominator_hours") ?? inputs.OptionalNumber("budget_hours");

    // Two of budget, rate and hours give the third.
    private static bool HasFixed(JsonElement inputs) =>
        new object?[]
        {
            inputs.OptionalNumber("budget_fixed"), inputs.OptionalNumber("fixed_rate"), DenominatorHours(inputs),
        }.Count(given => given is not null) >= 2;

    private static FixedOverheadBudget FixedBudget(JsonElement inputs) =>
        (inputs.OptionalNumber("budget_fixed"), inputs.OptionalNumber("fixed_rate"), DenominatorHours(inputs)) switch
        {
            (decimal amount, decimal rate, _) => FixedOverheadBudget.AtRate(amount, rate),
            (decimal amount, null, decimal hours) => FixedOverheadBudget.OverHours(amount, hours),
            (null, decimal rate, decimal hours) => FixedOverheadBudget.ForHours(rate, hours),
            _ => throw new NotSupportedException("Fixed overhead with fewer than two of budget, rate and hours."),
        };
}
