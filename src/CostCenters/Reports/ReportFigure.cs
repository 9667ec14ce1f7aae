using CostCenters.Explanations;

namespace CostCenters.Reports;

/// <summary>The figures of one row of a report, in counts of the scale of its space.</summary>
/// <param name="Slot">Where the row stands among those of its center; a margin stands at the slot of the cost.</param>
/// <param name="Measure">What the figures count.</param>
/// <param name="HasBudget">Whether there is a budget.</param>
/// <param name="Budget">The budget, 0 where there is none.</param>
/// <param name="Actual">The actual.</param>
internal readonly record struct ReportFigure(
    int Slot, Measure Measure, bool HasBudget, Int128 Budget, Int128 Actual)
{
    public Int128 Difference => Actual - Budget;

    /// <summary>Difference / |budget| in percent, as a count of 10^-digits; the budget is not 0.</summary>
    public Int128 Percent(int digits, MidpointRounding rounding)
    {
        Int128 difference = Difference;
        return difference == unchecked((long)difference) && Budget == unchecked((long)Budget)
            ? Percentage.Of((long)difference, (long)Budget, digits, rounding)
            : Percentage.Of(difference, Budget, digits, rounding);
    }

    public Outcome Outcome => Variance.OutcomeOf(Int128.Sign(Difference), Measure);
}
