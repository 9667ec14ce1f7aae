using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// Numbers the groups below a center in the order of the report: element by element with its periods, or, without
/// elements, period by period with cost before revenue.
/// </summary>
internal sealed class ReportSlots
{
    private readonly ImmutableArray<FiscalPeriod> periods;
    private readonly ElementChart elements;
    private readonly int[] firstSlotOfColumn;
    private readonly int[] columnOfSlot;
    private readonly int slotsPerPeriod;

    public ReportSlots(Comparison comparison, ReportDimensions dimensions)
    {
        Dimensions = dimensions;
        elements = comparison.Space.Elements;
        periods = comparison.Periods;
        GroupCount = ByPeriod ? periods.Length : 1;
        firstSlotOfColumn = [.. Enumerable.Range(0, ByElement ? elements.Elements.Length : 2)];
        for (int rank = 0; ByElement && rank < firstSlotOfColumn.Length; rank++)
        {
            firstSlotOfColumn[elements.IndexesByCode[rank]] = rank * GroupCount;
        }

        slotsPerPeriod = ByElement ? 1 : 2;
        Count = firstSlotOfColumn.Length * GroupCount;
        columnOfSlot = new int[Count];
        for (int column = 0; column < firstSlotOfColumn.Length; column++)
        {
            for (int group = 0; group < GroupCount; group++)
            {
                columnOfSlot[SlotOf(column, group)] = column;
            }
        }
    }

    public ReportDimensions Dimensions { get; }

    public int Count { get; }

    public bool ByCenter => Dimensions.HasFlag(ReportDimensions.Center);

    public bool ByElement => Dimensions.HasFlag(ReportDimensions.Element);

    public bool ByPeriod => Dimensions.HasFlag(ReportDimensions.Period);

    /// <summary>How many groups of periods there are: one for each, or one for all.</summary>
    public int GroupCount { get; }

    /// <summary>How many sums a center has in a group of periods: one for each element, or cost and revenue.</summary>
    public int ColumnCount => firstSlotOfColumn.Length;

    /// <summary>The column of an element: its number in the chart, or its nature.</summary>
    public int ColumnOf(int element) => ByElement ? element : (int)elements.Elements[element].Nature;

    /// <summary>The group of the period at an index of the range.</summary>
    public int GroupOf(int periodIndex) => ByPeriod ? periodIndex : 0;

    /// <summary>Where the sum of a column in a group of periods stands in the report.</summary>
    public int SlotOf(int column, int group) => firstSlotOfColumn[column] + (group * slotsPerPeriod);

    /// <summary>The column and the group of periods that stand at a slot.</summary>
    public (int Column, int Group) PlaceOf(int slot)
    {
        int column = columnOfSlot[slot];
        return (column, (slot - firstSlotOfColumn[column]) / slotsPerPeriod);
    }

    /// <summary>The element at a slot; null when the report is not by element.</summary>
    public CostElement? ElementOf(int slot) =>
        ByElement ? elements.Elements[columnOfSlot[slot]] : null;

    /// <summary>What the amounts at a slot count; without elements, cost has the even slots and revenue the odd ones.
    /// </summary>
    public Measure MeasureOf(int slot) => Variance.MeasureOf(
        ElementOf(slot)?.Nature ?? (ElementNature)columnOfSlot[slot]);

    public FiscalPeriod? PeriodOf(int slot) =>
        ByPeriod ? periods[PlaceOf(slot).Group] : null;
}
