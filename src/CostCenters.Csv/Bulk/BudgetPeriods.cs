using CostCenters.Calendars;

namespace CostCenters.Csv.Bulk;

/// <summary>The periods and years that budget rows can name: each is a group, periods first, then years.</summary>
/// <remarks>Immutable; all threads share it.</remarks>
internal sealed class BudgetPeriods
{
    private readonly FiscalCalendar calendar;
    private readonly int[] lastDays;

    public BudgetPeriods(FiscalCalendar calendar)
    {
        this.calendar = calendar;
        lastDays = new int[calendar.OrdinalCount];
        List<(string, int)> codes = [];
        for (int year = calendar.FirstYear; year <= calendar.LastYear; year++)
        {
            if (!calendar.IsWholeYearSupported(year))
            {
                continue;
            }

            codes.Add((FormattableString.Invariant($"{year:0000}"), calendar.OrdinalCount + year - calendar.FirstYear));
            for (int number = 1; number <= calendar.PeriodCount + calendar.AdjustmentPeriodCount; number++)
            {
                var period = new FiscalPeriod(year, number);
                int ordinal = calendar.OrdinalOf(period);
                lastDays[ordinal] = FiscalCalendar.DayNumber(calendar.DatesOf(period).Last);
                codes.Add((period.ToString(), ordinal));
            }
        }

        Codes = new CodeIndex(codes);
    }

    /// <summary>The groups by their texts.</summary>
    public CodeIndex Codes { get; }

    /// <summary>How many periods share a row of a whole year.</summary>
    public int PeriodsOfYear => calendar.PeriodCount;

    /// <summary>Whether a group is a whole year.</summary>
    public bool IsYear(int group) => group >= lastDays.Length;

    /// <summary>The ordinal of the first period of a year.</summary>
    public int FirstPeriodOf(int year) =>
        calendar.OrdinalOf(new FiscalPeriod(calendar.FirstYear + year - lastDays.Length, 1));

    /// <summary>The group of a period or, without a number, of a year.</summary>
    public int GroupOf(int year, FiscalPeriod? period) =>
        period is FiscalPeriod one ? calendar.OrdinalOf(one) : lastDays.Length + year - calendar.FirstYear;

    /// <summary>Whether a center is valid on the last day of each period of a group.</summary>
    public bool AreValid(CenterDays days, int center, int group)
    {
        if (!IsYear(group))
        {
            return days.Contains(center, lastDays[group]);
        }

        int first = FirstPeriodOf(group);
        for (int period = first; period < first + PeriodsOfYear; period++)
        {
            if (!days.Contains(center, lastDays[period]))
            {
                return false;
            }
        }

        return true;
    }
}
