namespace CostCenters.Variances;

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

    public Outcome Outcome => Variance.OutcomeOf(Int128.Sign(Difference), Measure);
}
