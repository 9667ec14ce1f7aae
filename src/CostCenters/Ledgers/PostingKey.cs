using System.Numerics;
using CostCenters.Calendars;
using CostCenters.Cubes;

namespace CostCenters.Ledgers;

/// <summary>
/// Center, element, day and adjustment period of a posting in 64 bits: 22 for the center, 20 for the element, 17 for
/// days since 1900-01-01, 4 for the adjustment period (0 = by date), 1 for whether there is a quantity.
/// </summary>
internal readonly record struct PostingKey(ulong Bits)
{
    public const int MaxAdjustmentPeriod = FiscalCalendar.MaxAdjustmentPeriods;

    /// <summary>The bits of the day; keys masked by it are ordered as their days.</summary>
    public const ulong DayMask = 0x1FFFFUL << 5;

    public int Center => (int)(Bits >> 42);

    public int Element => (int)((Bits >> 22) & (CubeSpace.MaxElements - 1));

    public int Day => (int)((Bits >> 5) & 0x1FFFF);

    public int AdjustmentPeriod => (int)((Bits >> 1) & MaxAdjustmentPeriod);

    public bool HasQuantity => (Bits & 1) != 0;

    /// <summary>1 with a quantity, else 0.</summary>
    public int QuantityCount => (int)(Bits & 1);

    /// <summary>The cells of many keys: center x elements + element.</summary>
    public static Vector<ulong> CellsOf(Vector<ulong> keys, int elementCount) =>
        ((keys >> 42) * new Vector<ulong>((ulong)elementCount))
            + ((keys >> 22) & new Vector<ulong>(CubeSpace.MaxElements - 1));

    public FiscalPeriod PeriodIn(FiscalCalendar calendar)
    {
        FiscalPeriod byDate = calendar.PeriodAt(calendar.OrdinalOfDay(Day));
        return AdjustmentPeriod == 0
            ? byDate
            : new FiscalPeriod(byDate.Year, calendar.PeriodCount + AdjustmentPeriod);
    }

    public static PostingKey Create(int center, int element, int day, int adjustmentPeriod, bool hasQuantity) =>
        new(((ulong)(uint)center << 42)
            | ((ulong)(uint)element << 22)
            | ((ulong)(uint)day << 5)
            | ((ulong)(uint)adjustmentPeriod << 1)
            | (hasQuantity ? 1UL : 0UL));
}
