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
    /// <param name="records">The first and the last period of the records; a moving figure that would reach beyond the
    /// first is missing.</param>
    /// <returns>One row for each period of the records, in order. A row depends on no later period.</returns>
    /// <remarks>Every figure is the ratio of the sums, unrounded, never a mean of unit costs.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    public static ImmutableArray<UnitCostRow> Compute(UnitCostSource source, FiscalPeriodRange records)
    {
        ArgumentNullException.ThrowIfNull(source);
        ImmutableArray<FiscalPeriod> periods = source.Calendar.Enumerate(records);
        return
        [
            .. periods.Select((period, index) => new UnitCostRow(
                period,
                source.Read(new FiscalPeriodRange(period, period)),
                source.Read(new FiscalPeriodRange(new FiscalPeriod(period.Year, 1), period)),
                MovingFrom(source.Calendar, periods[..(index + 1)]) is FiscalPeriod from
                    ? source.Read(new FiscalPeriodRange(from, period))
                    : new UnitCost(
                        Figure.Missing(FigureGap.TooFewPeriods), Figure.Missing(FigureGap.TooFewPeriods)))),
        ];
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
