using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Overhead;

/// <summary>The variances that the sets of overhead pick from.</summary>
internal sealed class OverheadParts(
    OverheadStandard standard, OverheadHours hours, ActualOverhead actual, VarianceUnits units)
{
    /// <summary>What the output absorbed, at the standard hours.</summary>
    public Fraction Absorbed => standard.TotalRate * hours.Standard;

    private Fraction Worked => hours.RequireActual(nameof(hours));

    public VarianceNode Controllable() => Budget(
        OverheadVariances.ControllableKey, "controllable", "standard", hours.Standard);

    public VarianceNode Spending() => Budget(
        OverheadVariances.OverheadSpendingKey, "overhead spending", "actual", Worked);

    public VarianceNode Volume() => Leaf(
        OverheadVariances.OverheadVolumeKey,
        "overhead volume",
        standard.BudgetAt(hours.Standard) - Absorbed,
        "budget at standard hours - absorbed overhead",
        units.Amount("budget at standard hours", standard.BudgetAt(hours.Standard)),
        units.Amount("absorbed overhead", Absorbed));

    public VarianceNode IdleCapacity() =>
        FixedOverheadVariances.Capacity(
            OverheadVariances.IdleCapacityKey, "idle capacity", standard.Fixed, Worked, units);

    public VarianceNode VariableEfficiency() => Efficiency(
        OverheadVariances.VariableOverheadEfficiencyKey,
        "variable overhead efficiency",
        "variable rate",
        standard.VariableRate);

    public VarianceNode FixedEfficiency() => Efficiency(
        OverheadVariances.FixedOverheadEfficiencyKey, "fixed overhead efficiency", "fixed rate", standard.Fixed.Rate);

    public VarianceNode TotalEfficiency() => Efficiency(
        OverheadVariances.OverheadEfficiencyKey, "overhead efficiency", "total rate", standard.TotalRate);

    public VarianceNode VariableSpending()
    {
        Fraction cost = RequireDivided(actual.Variable, nameof(actual));
        return Leaf(
            OverheadVariances.VariableOverheadSpendingKey,
            "variable overhead spending",
            cost - (standard.VariableRate * Worked),
            "actual variable overhead - variable rate × actual hours",
            units.Amount("actual variable overhead", cost),
            units.Price("variable rate", standard.VariableRate),
            units.Count("actual hours", Worked));
    }

    public VarianceNode FixedSpending() =>
        FixedOverheadVariances.Spending(standard.Fixed, RequireDivided(actual.Fixed, nameof(actual)), units);

    private VarianceNode Budget(string key, string name, string word, Fraction at) => Leaf(
        key,
        name,
        actual.Total - standard.BudgetAt(at),
        $"actual overhead - budget at {word} hours",
        units.Amount("actual overhead", actual.Total),
        units.Amount($"budget at {word} hours", standard.BudgetAt(at)));

    private VarianceNode Efficiency(string key, string name, string rateName, Fraction rate) =>
        FixedOverheadVariances.Efficiency((key, name), rateName, rate, Worked, hours, units);

    private static Fraction RequireDivided(Fraction? part, string name) =>
        part ?? throw new ArgumentException("This set needs overhead divided into variable and fixed.", name);

    private static VarianceNode Leaf(
        string key, string name, Fraction amount, string formula, params IEnumerable<VarianceInput> inputs) =>
        VarianceNode.Leaf(key, name, VarianceBasis.Cost, amount, formula, inputs);
}
