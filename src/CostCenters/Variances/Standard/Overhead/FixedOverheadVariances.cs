using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Overhead;

/// <summary>Why fixed overhead differs from what the output absorbed: spending and volume.</summary>
/// <remarks>
/// <para>Trees of basis cost: a positive amount harms profit. No rounding. They exist under absorption costing; under
/// marginal costing the spending variance stands alone.</para>
/// <para>Absorbed = rate × standard hours. <c>fixed overhead</c> = <c>fixed overhead spending</c> (actual - budget) +
/// <c>fixed overhead volume</c> (budget - absorbed); the volume may split into <c>fixed overhead capacity</c> (budget -
/// rate × actual hours) and <c>fixed overhead efficiency</c> (rate × (actual - standard hours)).</para>
/// <para>Source: OpenTuition and PQ Magazine for the split of the volume, febmat for a case in hours.</para>
/// </remarks>
public static partial class FixedOverheadVariances
{
    /// <summary>The key of the fixed overhead node.</summary>
    public const string FixedOverheadKey = "fixed-overhead";

    /// <summary>The key of the fixed overhead spending node.</summary>
    public const string FixedOverheadSpendingKey = "fixed-overhead-spending";

    /// <summary>The key of the fixed overhead volume node.</summary>
    public const string FixedOverheadVolumeKey = "fixed-overhead-volume";

    /// <summary>The key of the fixed overhead capacity node.</summary>
    public const string FixedOverheadCapacityKey = "fixed-overhead-capacity";

    /// <summary>The key of the fixed overhead efficiency node.</summary>
    public const string FixedOverheadEfficiencyKey = "fixed-overhead-efficiency";

    /// <summary>Splits the variance of fixed overhead.</summary>
    /// <param name="budget">Budget and absorption rate.</param>
    /// <param name="hours">Standard hours, and actual hours where the volume is split.</param>
    /// <param name="actualCost">Actual fixed overhead.</param>
    /// <param name="split">Whether the volume is split.</param>
    /// <param name="units">Currency and unit of the base.</param>
    /// <exception cref="ArgumentException"><paramref name="hours"/> lacks the actual hours that the split needs.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualCost"/> is out of bounds, or
    /// <paramref name="split"/> is no split.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Analyze(
        FixedOverheadBudget budget,
        OverheadHours hours,
        decimal actualCost,
        FixedVolumeSplit split,
        VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(units);
        return Split(budget, hours, InputRange.Amount(actualCost), split, units);
    }

    internal static VarianceNode Split(
        FixedOverheadBudget budget,
        OverheadHours hours,
        Fraction actual,
        FixedVolumeSplit split,
        VarianceUnits units)
    {
        VarianceNode volume = AnalyzeVolume(budget, hours, split, units);
        VarianceNode spending = Spending(budget, actual, units);
        Fraction absorbed = budget.Rate * hours.Standard;
        return VarianceNode.Whole(
            FixedOverheadKey,
            "fixed overhead",
            actual - absorbed,
            "actual fixed overhead - absorbed fixed overhead",
            [
                units.Amount("actual fixed overhead", actual),
                units.Amount("absorbed fixed overhead", absorbed),
            ],
            [spending, volume]);
    }

    /// <summary>The volume variance alone: what the output absorbed less, or more, than was budgeted.</summary>
    /// <param name="budget">Budget and absorption rate.</param>
    /// <param name="hours">Standard hours, and actual hours where the volume is split.</param>
    /// <param name="split">Whether the volume is split.</param>
    /// <param name="units">Currency and unit of the base.</param>
    /// <exception cref="ArgumentException"><paramref name="hours"/> lacks the actual hours that the split needs.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="split"/> is no split.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode AnalyzeVolume(
        FixedOverheadBudget budget, OverheadHours hours, FixedVolumeSplit split, VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(units);
        Domain.RequireDefined(split, nameof(split));
        const string Name = "fixed overhead volume";
        const string Formula = "budgeted fixed overhead - fixed rate × standard hours";
        Fraction amount = budget.Amount - (budget.Rate * hours.Standard);
        VarianceInput[] inputs =
        [
            units.Amount("budgeted fixed overhead", budget.Amount),
            units.Price("fixed rate", budget.Rate),
            units.Count("standard hours", hours.Standard),
        ];
        if (split == FixedVolumeSplit.None)
        {
            return VarianceNode.Leaf(FixedOverheadVolumeKey, Name, VarianceBasis.Cost, amount, Formula, inputs);
        }

        Fraction actualHours = hours.RequireActual(nameof(hours));
        return VarianceNode.Whole(
            FixedOverheadVolumeKey,
            Name,
            amount,
            Formula,
            inputs,
            [
                Capacity(FixedOverheadCapacityKey, "fixed overhead capacity", budget, actualHours, units),
                Efficiency(
                    (FixedOverheadEfficiencyKey, "fixed overhead efficiency"),
                    "fixed rate",
                    budget.Rate,
                    actualHours,
                    hours,
                    units),
            ]);
    }

    internal static VarianceNode Spending(FixedOverheadBudget budget, Fraction actual, VarianceUnits units) =>
        VarianceNode.Leaf(
            FixedOverheadSpendingKey,
            "fixed overhead spending",
            VarianceBasis.Cost,
            actual - budget.Amount,
            "actual fixed overhead - budgeted fixed overhead",
            [
                units.Amount("actual fixed overhead", actual),
                units.Amount("budgeted fixed overhead", budget.Amount),
            ]);

    internal static VarianceNode Capacity(
        string key, string name, FixedOverheadBudget budget, Fraction actualHours, VarianceUnits units) =>
        VarianceNode.Leaf(
            key,
            name,
            VarianceBasis.Cost,
            budget.Amount - (budget.Rate * actualHours),
            "budgeted fixed overhead - fixed rate × actual hours",
            [
                units.Amount("budgeted fixed overhead", budget.Amount),
                units.Price("fixed rate", budget.Rate),
                units.Count("actual hours", actualHours),
            ]);

    internal static VarianceNode Efficiency(
        (string Key, string Name) part,
        string rateName,
        Fraction rate,
        Fraction actualHours,
        OverheadHours hours,
        VarianceUnits units) =>
        VarianceNode.Leaf(
            part.Key,
            part.Name,
            VarianceBasis.Cost,
            (actualHours - hours.Standard) * rate,
            $"(actual hours - standard hours) × {rateName}",
            [
                units.Count("actual hours", actualHours),
                units.Count("standard hours", hours.Standard),
                units.Price(rateName, rate),
            ]);
}
