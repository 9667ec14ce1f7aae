using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes.Columns;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// Numbers the groups below a center in the order of the report: element by element (or group by group) with its
/// periods, or, without elements, period by period; where both natures stand together, cost before revenue.
/// </summary>
/// <remarks>A column is a sum that a center has in each group of periods; it has a slot for each of them.</remarks>
internal sealed class ReportSlots
{
    private readonly ImmutableArray<FiscalPeriod> periods;
    private readonly ElementChart elements;
    private readonly List<Column> columns = [];
    private readonly int[] columnOfSlot;

    public ReportSlots(Comparison comparison, ReportDimensions dimensions)
    {
        Dimensions = dimensions;
        elements = comparison.Space.Elements;
        periods = comparison.Periods;
        GroupCount = ByPeriod ? periods.Length : 1;
        Map = ByGroup ? AddGroups() : ByElement ? AddElements() : AddNatures();
        columnOfSlot = new int[Count];
        for (int column = 0; column < columns.Count; column++)
        {
            for (int group = 0; group < GroupCount; group++)
            {
                columnOfSlot[SlotOf(column, group)] = column;
            }
        }
    }

    public ReportDimensions Dimensions { get; }

    public int Count => columns.Count * GroupCount;

    public bool ByCenter => Dimensions.HasFlag(ReportDimensions.Center);

    /// <summary>Whether rows are of elements, be they rolled up or not.</summary>
    public bool ByElement => (Dimensions & (ReportDimensions.Element | ReportDimensions.ElementGroup)) != 0;

    /// <summary>Whether elements are rolled up along their groups.</summary>
    public bool ByGroup => Dimensions.HasFlag(ReportDimensions.ElementGroup);

    public bool ByPeriod => Dimensions.HasFlag(ReportDimensions.Period);

    /// <summary>How many groups of periods there are: one for each, or one for all.</summary>
    public int GroupCount { get; }

    /// <summary>How many sums a center has in a group of periods: one for each element, or cost and revenue, or for
    /// each group of elements those of the two that it holds.</summary>
    public int ColumnCount => columns.Count;

    /// <summary>Which element is added to which column.</summary>
    public ColumnMap Map { get; }

    /// <summary>The column that each is added to, which stands before it, or -1; null when elements are not rolled up.
    /// </summary>
    public int[]? ParentColumns { get; private set; }

    /// <summary>All columns that an element is part of, from its own to that of the outermost group.</summary>
    public IEnumerable<int> ColumnsOf(int element)
    {
        for (int column = Map.ColumnOf(element); column >= 0; column = ParentColumns?[column] ?? -1)
        {
            yield return column;
        }
    }

    /// <summary>The group of the period at an index of the range.</summary>
    public int GroupOf(int periodIndex) => ByPeriod ? periodIndex : 0;

    /// <summary>Where the sum of a column in a group of periods stands in the report.</summary>
    public int SlotOf(int column, int group) => columns[column].FirstSlot + (group * columns[column].SlotStep);

    /// <summary>The column and the group of periods that stand at a slot.</summary>
    public (int Column, int Group) PlaceOf(int slot)
    {
        int column = columnOfSlot[slot];
        return (column, (slot - columns[column].FirstSlot) / columns[column].SlotStep);
    }

    /// <summary>The number of the element of a column; of a report by element alone.</summary>
    public int ElementNumberOf(int column) => columns[column].Element;

    /// <summary>The element at a slot; null when the report is not by element.</summary>
    public CostElement? ElementOf(int slot) =>
        ByElement ? elements.Elements[columns[columnOfSlot[slot]].Element] : null;

    /// <summary>What the amounts of a column count.</summary>
    public Measure MeasureOfColumn(int column) => Variance.MeasureOf(columns[column].Nature);

    /// <summary>What the amounts at a slot count.</summary>
    public Measure MeasureOf(int slot) => MeasureOfColumn(columnOfSlot[slot]);

    /// <summary>Whether cost and revenue stand side by side here, so that they have a margin.</summary>
    public bool IsPair(int slot) => columns[columnOfSlot[slot]].SlotStep == 2;

    public FiscalPeriod? PeriodOf(int slot) =>
        ByPeriod ? periods[PlaceOf(slot).Group] : null;

    private ColumnMap AddNatures()
    {
        columns.Add(new Column(-1, ElementNature.Cost, 0, 2));
        columns.Add(new Column(-1, ElementNature.Revenue, 1, 2));
        return ColumnMap.Split([.. elements.Elements.Select(element => element.Nature == ElementNature.Revenue)]);
    }

    private ColumnMap AddElements()
    {
        int[] rankOfElement = new int[elements.Elements.Length];
        for (int rank = 0; rank < rankOfElement.Length; rank++)
        {
            rankOfElement[elements.IndexesByCode[rank]] = rank;
        }

        for (int element = 0; element < rankOfElement.Length; element++)
        {
            columns.Add(new Column(
                element, elements.Elements[element].Nature, rankOfElement[element] * GroupCount, 1));
        }

        return ColumnMap.Plain(columns.Count);
    }

    /// <summary>A group has a column for each nature that it holds.</summary>
    private ColumnMap AddGroups()
    {
        ImmutableArray<ElementTreeNode> nodes = elements.Tree.Nodes;
        bool[,] holds = new bool[nodes.Length, 2];
        for (int place = nodes.Length - 1; place >= 0; place--)
        {
            holds[place, (int)nodes[place].Element.Nature] = true;
            for (int nature = 0; nature < 2 && nodes[place].Parent >= 0; nature++)
            {
                holds[nodes[place].Parent, nature] |= holds[place, nature];
            }
        }

        int[,] columnOf = new int[nodes.Length, 2];
        int[] columnOfElement = new int[nodes.Length];
        var parents = new List<int>();
        for (int place = 0; place < nodes.Length; place++)
        {
            int count = (holds[place, 0] ? 1 : 0) + (holds[place, 1] ? 1 : 0);
            int firstSlot = columns.Count * GroupCount;
            for (int nature = 0; nature < 2; nature++)
            {
                if (holds[place, nature])
                {
                    columnOf[place, nature] = columns.Count;
                    parents.Add(nodes[place].Parent < 0 ? -1 : columnOf[nodes[place].Parent, nature]);
                    columns.Add(new Column(nodes[place].Number, (ElementNature)nature, firstSlot++, count));
                }
            }

            columnOfElement[nodes[place].Number] = columnOf[place, (int)nodes[place].Element.Nature];
        }

        ParentColumns = [.. parents];
        return ColumnMap.Grouped(columns.Count, columnOfElement);
    }

    /// <param name="Element">The number of the element, or -1.</param>
    /// <param name="Nature">Cost or revenue.</param>
    /// <param name="FirstSlot">Where its sum in the first group of periods stands.</param>
    /// <param name="SlotStep">How many slots farther that of the next group stands.</param>
    private readonly record struct Column(int Element, ElementNature Nature, int FirstSlot, int SlotStep);
}
