using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Csv.Bulk;

/// <summary>The periods and years that budget rows can name: each is a group, periods first, then years.</summary>
/// <remarks>Immutable; all threads share it.</remarks>
internal sealed class BudgetPeriods
{
    private readonly FiscalCalendar calendar;
    private readonly int periodCount;

    public BudgetPeriods(FiscalCalendar calendar)
    {
        this.calendar = calendar;
        periodCount = calendar.OrdinalCount;
        List<(string, int)> codes = [];
        for (int year = calendar.FirstYear; year <= calendar.LastYear; year++)
        {
            if (!calendar.IsWholeYearSupported(year))
            {
                continue;
            }

            codes.Add((FormattableString.Invariant($"{year:0000}"), periodCount + year - calendar.FirstYear));
            for (int number = 1; number <= calendar.PeriodCount + calendar.AdjustmentPeriodCount; number++)
            {
                var period = new FiscalPeriod(year, number);
                codes.Add((period.ToString(), calendar.OrdinalOf(period)));
            }
        }

        Codes = new CodeIndex(codes);
    }

    /// <summary>The groups by their texts.</summary>
    public CodeIndex Codes { get; }

    /// <summary>How many periods share a row of a whole year.</summary>
    public int PeriodsOfYear => calendar.PeriodCount;

    /// <summary>Whether a group is a whole year.</summary>
    public bool IsYear(int group) => group >= periodCount;

    /// <summary>The ordinal of the first period of a year.</summary>
    public int FirstPeriodOf(int year) =>
        calendar.OrdinalOf(new FiscalPeriod(calendar.FirstYear + year - periodCount, 1));

    /// <summary>The group of a period or, without a number, of a year.</summary>
    public int GroupOf(int year, FiscalPeriod? period) =>
        period is FiscalPeriod one ? calendar.OrdinalOf(one) : periodCount + year - calendar.FirstYear;

    /// <summary>Whether a line is valid in each period of a group.</summary>
    public bool AreValid(BudgetRules rules, int center, int element, int group) => IsYear(group)
        ? rules.IsValid(center, element, FirstPeriodOf(group), PeriodsOfYear)
        : rules.IsValid(center, element, group, 1);
}
