using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Variances;

/// <summary>Turns the sums of one node into the rows of a report.</summary>
internal static class ReportRows
{
    public static IEnumerable<VarianceRow> Of(
        Comparison comparison, ReportSlots slots, CenterTreeNode? node, GroupSums sums) =>
        slots.ByElement
            ? OfElements(slots, node, sums, comparison.Space.Scale)
            : OfNatures(slots, node, sums, comparison.Space.Scale);

    private static IEnumerable<VarianceRow> OfElements(
        ReportSlots slots, CenterTreeNode? node, GroupSums sums, DecimalScale scale)
    {
        for (int i = 0; i < sums.Count; i++)
        {
            CostElement element = slots.ElementOf(sums.Slots[i]);
            yield return new VarianceRow(
                node,
                element,
                slots.PeriodOf(sums.Slots[i]),
                VarianceOf(sums, i, Variance.MeasureOf(element.Nature), scale));
        }
    }

    private static IEnumerable<VarianceRow> OfNatures(
        ReportSlots slots, CenterTreeNode? node, GroupSums sums, DecimalScale scale)
    {
        for (int i = 0; i < sums.Count; i++)
        {
            int slot = sums.Slots[i];
            Variance first = VarianceOf(sums, i, Variance.MeasureOf(ReportSlots.NatureOf(slot)), scale);
            yield return new VarianceRow(node, null, slots.PeriodOf(slot), first);
            if (first.Measure == Measure.Cost && i + 1 < sums.Count && sums.Slots[i + 1] == slot + 1)
            {
                Variance revenue = VarianceOf(sums, ++i, Measure.Revenue, scale);
                yield return new VarianceRow(node, null, slots.PeriodOf(slot), revenue);
                yield return new VarianceRow(node, null, slots.PeriodOf(slot), MarginOf(first, revenue));
            }
        }
    }

    private static Variance MarginOf(Variance cost, Variance revenue) =>
        new(
            cost.Budget is null && revenue.Budget is null ? null : (revenue.Budget ?? 0m) - (cost.Budget ?? 0m),
            revenue.Actual - cost.Actual,
            Measure.Margin);

    private static Variance VarianceOf(GroupSums sums, int index, Measure measure, DecimalScale scale) =>
        new(
            sums.HasBudget(index) ? scale.ToDecimal(sums.Budgets[index]) : null,
            scale.ToDecimal(sums.Actuals[index]),
            measure);
}
