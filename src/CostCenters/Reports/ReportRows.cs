using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>Turns the sums of one node into the rows of a report.</summary>
internal static class ReportRows
{
    public static IEnumerable<VarianceRow> Of(
        Comparison comparison, ReportSlots slots, CenterTreeNode? node, GroupSums sums)
    {
        DecimalScale scale = comparison.Space.Scale;
        foreach (ReportFigure figure in Figures(slots, sums))
        {
            yield return new VarianceRow(
                node,
                slots.ElementOf(figure.Slot),
                slots.PeriodOf(figure.Slot),
                new Variance(
                    figure.HasBudget ? scale.ToDecimal(figure.Budget) : null,
                    scale.ToDecimal(figure.Actual),
                    figure.Measure));
        }
    }

    /// <summary>The figures of all rows, in report order.</summary>
    public static IEnumerable<ReportFigure> Figures(ReportSlots slots, GroupSums sums)
    {
        for (int i = 0; i < sums.Count; i++)
        {
            int slot = sums.Slots[i];
            ReportFigure figure = FigureAt(slots, sums, slot);
            yield return figure;
            bool isMarginDue = slots.IsPair(slot) && figure.Measure == Measure.Revenue
                && i > 0 && sums.Slots[i - 1] == slot - 1;
            if (isMarginDue)
            {
                yield return MarginOf(FigureAt(slots, sums, slot - 1), figure);
            }
        }
    }

    private static ReportFigure FigureAt(ReportSlots slots, GroupSums sums, int slot) =>
        new(slot, slots.MeasureOf(slot), sums.HasBudget(slot), sums.Budget(slot), sums.Actual(slot));

    private static ReportFigure MarginOf(ReportFigure cost, ReportFigure revenue) =>
        new(
            cost.Slot,
            Measure.Margin,
            cost.HasBudget || revenue.HasBudget,
            revenue.Budget - cost.Budget,
            revenue.Actual - cost.Actual);
}
