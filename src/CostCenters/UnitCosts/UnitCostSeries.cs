using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.KeyFigures;

namespace CostCenters.UnitCosts;

/// <summary>Unit costs period by period, year to date and over twelve moving periods.</summary>
public static class UnitCostSeries
{
    private const int MovingPeriods = 12;

    /// <summary>Computes a series.</summary>
    /// <param name="source">Where cost and units come from: the actuals, or the budget for unit budgets.</param>
    /// <param name="records">The first and the last period of the records; a figure of the year to date or a moving
    /// one that would reach beyond the first is missing.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>One row for each period of the records, in order. A row depends on no later period.</returns>
    /// <remarks>Every figure is the ratio of the sums, unrounded, never a mean of unit costs.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImmutableArray<UnitCostRow> Compute(
        UnitCostSource source, FiscalPeriodRange records, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ImmutableArray<FiscalPeriod> periods = source.Calendar.Enumerate(records);
        return
        [
            .. periods.Select((period, index) => new UnitCostRow(
                period,
                source.Read(new FiscalPeriodRange(period, period), cancellation),
                ReadFrom(source, YearFrom(period.Year, records.From), period, cancellation),
                ReadFrom(source, MovingFrom(source.Calendar, periods[..(index + 1)]), period, cancellation))),
        ];
    }

    private static UnitCost ReadFrom(
        UnitCostSource source, FiscalPeriod? from, FiscalPeriod through, CancellationToken cancellation)
    {
        Figure none = Figure.Missing(FigureGap.TooFewPeriods);
        return from is FiscalPeriod first
            ? source.Read(new FiscalPeriodRange(first, through), cancellation)
            : new UnitCost(none, none);
    }

    /// <summary>The first period of the year, or null when the records begin later.</summary>
    private static FiscalPeriod? YearFrom(int year, FiscalPeriod first)
    {
        var from = new FiscalPeriod(year, 1);
        return from < first ? null : from;
    }

    /// <summary>The twelfth regular period from the last, or null when there are fewer.</summary>
    private static FiscalPeriod? MovingFrom(FiscalCalendar calendar, ImmutableArray<FiscalPeriod> periods)
    {
        int left = MovingPeriods;
        for (int index = periods.Length - 1; index >= 0; index--)
        {
            left -= calendar.IsAdjustment(periods[index]) ? 0 : 1;
            if (left == 0)
            {
                return periods[index];
            }
        }

        return null;
    }
}
