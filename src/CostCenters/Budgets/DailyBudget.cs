using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Budgets;

/// <summary>What of a budget falls on some days, where they do not end with a period: "what should have been spent by
/// today?"</summary>
/// <remarks>
/// <para>Exact, by calendar days: amount x days of it that are asked for / its days. Periods are the grain of a budget;
/// this is a reading of it and changes nothing. Nothing rounds here.</para>
/// <para>Flows, such as costs, are added up; stocks, such as a head-count, are averaged.</para>
/// </remarks>
public static class DailyBudget
{
    /// <summary>The budget of a center and an element by period, with the days of each; adjustment periods, which have
    /// no days of their own, are left out.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="center">The center.</param>
    /// <param name="element">The element.</param>
    /// <exception cref="ArgumentNullException"><paramref name="budget"/> is null.</exception>
    public static ImmutableArray<DatedAmount> Create(Cube budget, CenterCode center, ElementCode element)
    {
        ArgumentNullException.ThrowIfNull(budget);
        FiscalCalendar calendar = budget.Space.Calendar;
        return
        [
            .. budget.Cells()
                .Where(cell => cell.Address.Center == center && cell.Address.Element == element
                    && cell.Address.Period.Number <= calendar.PeriodCount)
                .Select(cell => new DatedAmount(calendar.DatesOf(cell.Address.Period), cell.Amount)),
        ];
    }

    /// <summary>The sum of what falls on some days.</summary>
    /// <param name="amounts">The amounts; where days overlap, each counts.</param>
    /// <param name="days">The days that are asked for, both inclusive.</param>
    /// <returns>The sum, or null where no amount has one of these days.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    public static Fraction? Sum(IEnumerable<DatedAmount> amounts, DateRange days)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        Fraction[] parts =
        [
            .. Shares(amounts, days).Select(share =>
                Fraction.Of(share.Amount.Amount) * Fraction.Of(share.Days) / Fraction.Of(share.Amount.Days.Days)),
        ];
        return parts.Length == 0 ? null : Fraction.Sum(parts);
    }

    /// <summary>The average of amounts that hold on each of their days, such as a head-count.</summary>
    /// <param name="amounts">The amounts.</param>
    /// <param name="days">The days that are asked for, both inclusive; those without an amount do not count.</param>
    /// <returns>Sum of amount x days / days, or null where no amount has one of these days.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    public static Fraction? Average(IEnumerable<DatedAmount> amounts, DateRange days)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        (DatedAmount Amount, int Days)[] shares = [.. Shares(amounts, days)];
        return shares.Length == 0
            ? null
            : Fraction.Sum(shares.Select(share => Fraction.Of(share.Amount.Amount) * Fraction.Of(share.Days)))
                / Fraction.Of(shares.Sum(share => share.Days));
    }

    private static IEnumerable<(DatedAmount Amount, int Days)> Shares(
        IEnumerable<DatedAmount> amounts, DateRange days) =>
        amounts
            .Select(amount => (
                amount,
                Period.DaysBetween(
                    LocalDate.Max(amount.Days.First, days.First),
                    LocalDate.Min(amount.Days.Last, days.Last)) + 1))
            .Where(share => share.Item2 > 0);
}
