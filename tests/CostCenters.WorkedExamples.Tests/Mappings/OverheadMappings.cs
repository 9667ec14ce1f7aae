using System.Text.Json;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using static CostCenters.WorkedExamples.Tests.Mappings.StandardFigures;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class OverheadMappings
{
    [Calc("overhead")]
    public static object Overhead(JsonElement inputs)
    {
        var results = new Dictionary<string, object?>();
        if (inputs.Has("variable_rate"))
        {
            AddVariable(results, inputs);
        }

        if (!HasFixed(inputs))
        {
            AddOneSideOfFixed(results, inputs);
        }
        else
        {
            FixedOverheadBudget budget = FixedBudget(inputs);
            if (inputs.Has("actual_fixed"))
            {
                VarianceNode tree = FixedOverheadVariances.Analyze(
                    budget, Hours(inputs), inputs.Number("actual_fixed"), FixedVolumeSplit.None, Units);
                results["fixed_spending"] = Flag(tree["fixed-overhead-spending"]);
                results["fixed_total"] = Flag(tree);
            }

            results["fixed_volume"] =
                Flag(FixedOverheadVariances.AnalyzeVolume(budget, Hours(inputs), FixedVolumeSplit.None, Units));
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
                Flag(FixedOverheadVariances.AnalyzeVolume(standard.Fixed, Hours(inputs), FixedVolumeSplit.None, Units)),
        };
        AddSets(results, standard, inputs);
        return results;
    }

    [Calc("volume_split")]
    public static object VolumeSplit(JsonElement inputs)
    {
        VarianceNode volume = FixedOverheadVariances.AnalyzeVolume(
            FixedBudget(inputs), Hours(inputs), FixedVolumeSplit.CapacityAndEfficiency, Units);
        return new Dictionary<string, object?>
        {
            ["volume"] = Flag(volume),
            ["capacity"] = Flag(volume["fixed-overhead-capacity"]),
            ["efficiency"] = Flag(volume["fixed-overhead-efficiency"]),
        };
    }

    [Calc("fixed_overhead")]
    public static object FixedOverhead(JsonElement inputs)
    {
        FixedOverheadBudget budget = FixedBudget(inputs);
        FixedVolumeSplit split =
            inputs.Has("actual_hours") ? FixedVolumeSplit.CapacityAndEfficiency : FixedVolumeSplit.None;

        // Without an actual cost there is a volume and no spending.
        decimal? actual = inputs.OptionalNumber("actual_fixed");
        VarianceNode tree = FixedOverheadVariances.Analyze(budget, Hours(inputs), actual ?? 0m, split, Units);
        var results = new Dictionary<string, object?>
        {
            ["absorption_rate"] = NumberOf(budget.Rate),
            ["absorbed"] = InputOf(tree, "absorbed fixed overhead"),
            ["volume"] = Flag(tree["fixed-overhead-volume"]),
        };
        if (actual is not null)
        {
            results["expenditure"] = Flag(tree["fixed-overhead-spending"]);
            results["total"] = Flag(tree);
        }

        if (split == FixedVolumeSplit.CapacityAndEfficiency)
        {
            results["capacity"] = Flag(tree["fixed-overhead-capacity"]);
            results["efficiency"] = Flag(tree["fixed-overhead-efficiency"]);
        }

        return results;
    }

    [Calc("voh_per_unit")]
    public static object VariablePerUnit(JsonElement inputs)
    {
        decimal made = inputs.Number("actual_units");
        VarianceNode tree = VariableOverheadVariances.Analyze(
            PricedQuantity.AtPrice(made, inputs.Number("standard_per_unit")),
            PricedQuantity.AtPrice(made, inputs.Number("actual_per_unit")),
            Units);
        return new Dictionary<string, object?> { ["spending"] = Flag(tree["variable-overhead-spending"]) };
    }

    private static void AddVariable(Dictionary<string, object?> results, JsonElement inputs)
    {
        decimal rate = inputs.Number("variable_rate");
        OverheadHours hours = Hours(inputs);
        decimal allowed = NumberOf(hours.Standard);

        // On a base of units nothing but the rate can differ: as many units were made as are allowed for.
        decimal worked = hours.Actual is Fraction actual ? NumberOf(actual) : allowed;
        VarianceNode tree = VariableOverheadVariances.Analyze(
            PricedQuantity.AtPrice(allowed, rate),
            inputs.OptionalNumber("actual_variable") is decimal cost
                ? PricedQuantity.ForCost(worked, cost)
                : PricedQuantity.AtPrice(worked, rate),
            Units);
        results["variable_efficiency"] = Flag(tree["variable-overhead-efficiency"]);
        if (inputs.Has("actual_variable"))
        {
            results["variable_spending"] = Flag(tree["variable-overhead-spending"]);
            results["variable_total"] = Flag(tree);
        }
    }

    // The budget alone tells the spending, the rate alone what was absorbed; the other side is of no effect then.
    private static void AddOneSideOfFixed(Dictionary<string, object?> results, JsonElement inputs)
    {
        if (inputs.OptionalNumber("actual_fixed") is not decimal actual)
        {
            return;
        }

        if (inputs.OptionalNumber("budget_fixed") is decimal budget)
        {
            VarianceNode tree = FixedOverheadVariances.Analyze(
                FixedOverheadBudget.AtRate(budget, 0m),
                OverheadHours.Of(0m, null),
                actual,
                FixedVolumeSplit.None,
                Units);
            results["fixed_spending"] = Flag(tree["fixed-overhead-spending"]);
        }
        else if (FixedRate(inputs) is decimal rate)
        {
            results["fixed_total"] = Flag(FixedOverheadVariances.Analyze(
                FixedOverheadBudget.AtRate(0m, rate), Hours(inputs), actual, FixedVolumeSplit.None, Units));
        }
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
        results["three_way_spending"] = Flag(three["overhead-spending"]);
        results["variable_efficiency"] = Flag(three["variable-overhead-efficiency"]);
        results["budget_allowed_actual_hours"] = InputOf(three["overhead-spending"], "budget at actual hours");
        VarianceNode idle = Set(OverheadSet.ThreeWithIdleCapacity);
        results["alt_three_idle_capacity"] = Flag(idle["idle-capacity"]);
        results["alt_three_efficiency_total_rate"] = Flag(idle["overhead-efficiency"]);
        results["alt_four_fixed_efficiency"] =
            Flag(Set(OverheadSet.FourWithIdleCapacity)["fixed-overhead-efficiency"]);

        VarianceNode Set(OverheadSet set) => OverheadVariances.Analyze(standard, Hours(inputs), actual, set, Units);
    }

    // Hours allowed, or, where overhead is absorbed by units, the units made.
    private static OverheadHours Hours(JsonElement inputs)
    {
        decimal? actual = inputs.OptionalNumber("actual_hours");
        decimal? output = inputs.OptionalNumber("output_units") ?? inputs.OptionalNumber("actual_units");
        decimal? perUnit = inputs.OptionalNumber("standard_hours_per_unit");
        return (inputs.OptionalNumber("standard_hours"), output) switch
        {
            (decimal standard, _) => OverheadHours.Of(standard, actual),
            (null, decimal units) when perUnit is decimal hours => OverheadHours.ForOutput(units, hours, actual),
            (null, decimal units) => OverheadHours.Of(units, actual),
            _ => throw new NotSupportedException("Overhead without standard hours and without output."),
        };
    }

    private static decimal? DenominatorHours(JsonElement inputs)
    {
        decimal? units = inputs.OptionalNumber("denominator_units") ?? inputs.OptionalNumber("budget_units");
        return inputs.OptionalNumber("denominator_hours")
            ?? inputs.OptionalNumber("budget_hours")
            ?? (units is decimal output && inputs.OptionalNumber("standard_hours_per_unit") is decimal perUnit
                ? NumberOf(OverheadHours.ForOutput(output, perUnit, null).Standard)
                : units);
    }

    private static decimal? FixedRate(JsonElement inputs) =>
        inputs.OptionalNumber("fixed_rate") ?? inputs.OptionalNumber("fixed_rate_per_unit");

    // Two of budget, rate and hours give the third.
    private static bool HasFixed(JsonElement inputs) =>
        new[] { inputs.OptionalNumber("budget_fixed"), FixedRate(inputs), DenominatorHours(inputs) }
            .Count(given => given is not null) >= 2;

    private static FixedOverheadBudget FixedBudget(JsonElement inputs) =>
        (inputs.OptionalNumber("budget_fixed"), FixedRate(inputs), DenominatorHours(inputs)) switch
        {
            (decimal amount, decimal rate, _) => FixedOverheadBudget.AtRate(amount, rate),
            (decimal amount, null, decimal hours) => FixedOverheadBudget.OverHours(amount, hours),
            (null, decimal rate, decimal hours) => FixedOverheadBudget.ForHours(rate, hours),
            _ => throw new NotSupportedException("Fixed overhead with fewer than two of budget, rate and hours."),
        };
}
