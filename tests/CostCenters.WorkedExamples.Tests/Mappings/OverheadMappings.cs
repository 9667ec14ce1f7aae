using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.Overhead;
using static CostCenters.WorkedExamples.Tests.Mappings.StandardFigures;

namespace CostCenters.WorkedExamples.Tests.Mappings;

/// <summary>Each figure is given where its inputs are there, whatever else a source leaves out.</summary>
public static class OverheadMappings
{
    [Calc("overhead")]
    public static object Overhead(Given inputs) => AllFigures(new OverheadInputs(inputs));

    [Calc("overhead_split_rate")]
    public static object OverheadOfTotalRate(Given inputs) => AllFigures(new OverheadInputs(inputs));

    [Calc("volume_split")]
    public static object VolumeSplit(Given inputs) => FixedFigures(new OverheadInputs(inputs));

    [Calc("fixed_overhead")]
    public static object FixedOverhead(Given inputs) => FixedFigures(new OverheadInputs(inputs));

    [Calc("voh_per_unit")]
    public static object VariablePerUnit(Given inputs)
    {
        decimal made = inputs.Number("actual_units");
        VarianceNode tree = VariableOverheadVariances.Analyze(
            PricedQuantity.AtPrice(made, inputs.Number("standard_per_unit")),
            PricedQuantity.AtPrice(made, inputs.Number("actual_per_unit")),
            Units);
        return new Dictionary<string, object?> { ["spending"] = Flag(tree["variable-overhead-spending"]) };
    }

    private static Dictionary<string, object?> AllFigures(OverheadInputs given)
    {
        var results = new Dictionary<string, object?>
        {
            ["variable_rate"] = given.VariableRate,
            ["fixed_rate"] = given.Fixed is FixedOverheadBudget budget ? NumberOf(budget.Rate) : given.FixedRate,
        };
        AddVariable(results, given);
        AddFixed(results, given);
        if (given is { Standard: not null, Hours: not null, Actual: not null })
        {
            AddSets(results, given.Standard, given.Hours, given.Actual);
        }

        return results;
    }

    private static void AddVariable(Dictionary<string, object?> results, OverheadInputs given)
    {
        if (given.VariableRate is not decimal rate || given.Hours is null)
        {
            return;
        }

        decimal allowed = NumberOf(given.Hours.Standard);

        // On a base of units nothing but the rate can differ: as many units were made as are allowed for.
        decimal worked = given.Hours.Actual is Fraction actual ? NumberOf(actual) : allowed;
        VarianceNode tree = VariableOverheadVariances.Analyze(
            PricedQuantity.AtPrice(allowed, rate),
            given.ActualVariable is decimal cost
                ? PricedQuantity.ForCost(worked, cost)
                : PricedQuantity.AtPrice(worked, rate),
            Units);
        results["variable_efficiency"] = Flag(tree["variable-overhead-efficiency"]);
        if (given.ActualVariable is not null)
        {
            results["variable_spending"] = Flag(tree["variable-overhead-spending"]);
            results["variable_total"] = Flag(tree);
        }
    }

    // The budget alone makes the spending, the rate alone what was absorbed; the other side is of no effect then.
    private static void AddFixed(Dictionary<string, object?> results, OverheadInputs given)
    {
        FixedOverheadBudget? budget = given.Fixed;
        if (budget is not null && given.Hours is not null)
        {
            results["fixed_volume"] =
                Flag(FixedOverheadVariances.AnalyzeVolume(budget, given.Hours, FixedVolumeSplit.None, Units));
        }

        if (given.ActualFixed is not decimal actual)
        {
            return;
        }

        if ((budget ?? BudgetAt(given.BudgetAmount, 0m)) is FixedOverheadBudget planned)
        {
            results["fixed_spending"] = Flag(FixedOverheadVariances.Analyze(
                planned, OverheadHours.Of(0m, null), actual, FixedVolumeSplit.None, Units)["fixed-overhead-spending"]);
        }

        if (given.Hours is not null && (budget ?? BudgetAt(0m, given.FixedRate)) is FixedOverheadBudget absorbing)
        {
            results["fixed_total"] = Flag(FixedOverheadVariances.Analyze(
                absorbing, given.Hours, actual, FixedVolumeSplit.None, Units));
        }
    }

    private static void AddSets(
        Dictionary<string, object?> results, OverheadStandard standard, OverheadHours hours, ActualOverhead actual)
    {
        VarianceNode two = Set(OverheadSet.Two);
        results["two_way_controllable"] = Flag(two["controllable"]);
        results["total_overhead_variance"] = Flag(two);
        results["budget_allowed_standard_hours"] = InputOf(two["controllable"], "budget at standard hours");
        results["applied_overhead"] = InputOf(two, "absorbed overhead");
        if (hours.Actual is null)
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

        VarianceNode Set(OverheadSet set) => OverheadVariances.Analyze(standard, hours, actual, set, Units);
    }

    // Without an actual cost there is a volume and no expenditure, without actual hours no split of the volume.
    private static Dictionary<string, object?> FixedFigures(OverheadInputs given)
    {
        FixedOverheadBudget budget = given.Fixed
            ?? throw new NotSupportedException("Fixed overhead with fewer than two of budget, rate and hours.");
        OverheadHours hours = given.Hours
            ?? throw new NotSupportedException("Overhead without standard hours and without output.");
        FixedVolumeSplit split =
            hours.Actual is null ? FixedVolumeSplit.None : FixedVolumeSplit.CapacityAndEfficiency;
        VarianceNode tree = FixedOverheadVariances.Analyze(budget, hours, given.ActualFixed ?? 0m, split, Units);
        var results = new Dictionary<string, object?>
        {
            ["absorption_rate"] = NumberOf(budget.Rate),
            ["absorbed"] = InputOf(tree, "absorbed fixed overhead"),
            ["volume"] = Flag(tree["fixed-overhead-volume"]),
        };
        if (given.ActualFixed is not null)
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

    private static FixedOverheadBudget? BudgetAt(decimal? amount, decimal? rate) =>
        amount is decimal planned && rate is decimal each ? FixedOverheadBudget.AtRate(planned, each) : null;
}
