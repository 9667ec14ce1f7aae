using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Variances;

/// <summary>
/// Numbers the groups below a center in the order of the report: element by element with its periods, or, without
/// elements, period by period with cost before revenue.
/// </summary>
internal sealed class ReportSlots
{
    private readonly ImmutableArray<FiscalPeriod> periods;
    private readonly ElementChart elements;
    private readonly int[] firstSlotOfElement;
    private readonly int slotsPerPeriod;

    public ReportSlots(Comparison comparison, ReportDimensions dimensions)
    {
        Dimensions = dimensions;
        elements = comparison.Space.Elements;
        periods = comparison.Periods;
        int periodCount = ByPeriod ? periods.Length : 1;
        firstSlotOfElement = new int[elements.Elements.Length];
        for (int rank = 0; rank < firstSlotOfElement.Length; rank++)
        {
            int element = elements.IndexesByCode[rank];
            firstSlotOfElement[element] = ByElement ? rank * periodCount : (int)elements.Elements[element].Nature;
        }

        slotsPerPeriod = !ByPeriod ? 0 : ByElement ? 1 : 2;
        Count = ByElement ? firstSlotOfElement.Length * periodCount : 2 * periodCount;
    }

    public ReportDimensions Dimensions { get; }

    public int Count { get; }

    public bool ByCenter => Dimensions.HasFlag(ReportDimensions.Center);

    public bool ByElement => Dimensions.HasFlag(ReportDimensions.Element);

    public bool ByPeriod => Dimensions.HasFlag(ReportDimensions.Period);

    /// <summary>Where the amounts of an element in the period at an index of the range go.</summary>
    public int SlotOf(int element, int periodIndex) => firstSlotOfElement[element] + (periodIndex * slotsPerPeriod);

    public CostElement ElementOf(int slot) =>
        elements.Elements[elements.IndexesByCode[ByPeriod ? slot / periods.Length : slot]];

    /// <summary>Without elements, cost has the even slots and revenue the odd ones.</summary>
    public static ElementNature NatureOf(int slot) => (slot & 1) == 0 ? ElementNature.Cost : ElementNature.Revenue;

    public FiscalPeriod? PeriodOf(int slot) =>
        !ByPeriod ? null : periods[ByElement ? slot % periods.Length : slot >> 1];
}
