using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CostCenters.Calendars;

namespace CostCenters.Reports;

/// <summary>Two periods that stand against each other in a comparison; whether their days can be compared.</summary>
/// <remarks><c>default(PeriodPair)</c> is not a pair: its periods are no values.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct PeriodPair
{
    [JsonConstructor]
    private PeriodPair(FiscalCalendar calendar, FiscalPeriod budgetPeriod, FiscalPeriod period)
    {
        BudgetPeriod = budgetPeriod;
        BudgetDays = calendar.DatesOf(budgetPeriod);
        Period = period;
        Days = calendar.DatesOf(period);
        IsComparable = AreComparable(calendar);
    }

    /// <summary>The period of the budget, or of what else is compared with.</summary>
    public FiscalPeriod BudgetPeriod { get; }

    /// <summary>The days of <see cref="BudgetPeriod"/>.</summary>
    public DateRange BudgetDays { get; }

    /// <summary>The period of the actuals.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The days of <see cref="Period"/>.</summary>
    public DateRange Days { get; }

    /// <summary>Whether a difference between the two periods is one of amounts alone.</summary>
    /// <remarks>
    /// Not where one has more days than the other, such as a February of 29 days or a period with week 53. In years of
    /// weeks also not where periods of the same number in different years are other than 52 weeks a year apart: a year
    /// of 53 weeks between them moved all its weeks, see <see cref="ComparableWeeks"/>. Adjustment periods have no days
    /// of their own, so two of them are comparable, and one of them with a regular period never is.
    /// </remarks>
    public bool IsComparable { get; }

    /// <summary>The pairs of a comparison, in order of the periods.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <exception cref="ArgumentNullException"><paramref name="comparison"/> is null.</exception>
    public static ImmutableArray<PeriodPair> Of(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return
        [
            .. comparison.BudgetPeriods.Zip(
                comparison.Periods, (budget, actual) => new PeriodPair(comparison.Space.Calendar, budget, actual)),
        ];
    }

    private bool AreComparable(FiscalCalendar calendar)
    {
        bool isAdjustment = calendar.IsAdjustment(Period);
        if (isAdjustment || isAdjustment != calendar.IsAdjustment(BudgetPeriod))
        {
            return isAdjustment == calendar.IsAdjustment(BudgetPeriod);
        }

        bool isYearly = calendar.WeekPattern is not null && Period.Number == BudgetPeriod.Number;
        int daysApart = NodaTime.Period.DaysBetween(BudgetDays.First, Days.First);
        return Days.Days == BudgetDays.Days
            && (!isYearly || daysApart == ComparableWeeks.Days * (Period.Year - BudgetPeriod.Year));
    }
}
