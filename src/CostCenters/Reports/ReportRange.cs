using CostCenters.Calendars;
using CostCenters.Cubes;

namespace CostCenters.Reports;

/// <summary>Chooses the periods of a report whose reader names none of them, or one end alone.</summary>
/// <remarks>What the budget holds after the range is told by <see cref="LaterBudget"/>.</remarks>
public static class ReportRange
{
    /// <summary>The periods of a report of two layers; see
    /// <see cref="Choose(Cube, Cube, ReportEnd, FiscalPeriod?, FiscalPeriod?)"/>.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="budget">The layer of the budget.</param>
    /// <param name="actual">The layer of the actuals.</param>
    /// <param name="end">With which period the report ends when <paramref name="through"/> is null.</param>
    /// <param name="from">The first period, or null.</param>
    /// <param name="through">The last period, inclusive, or null.</param>
    /// <returns>The periods, or null when there is nothing to take them from.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="layers"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <exception cref="ArgumentException">Both ends are named and <paramref name="from"/> comes after
    /// <paramref name="through"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is none of its values.</exception>
    public static FiscalPeriodRange? Choose(
        CubeLayers layers,
        LayerKey budget,
        LayerKey actual,
        ReportEnd end,
        FiscalPeriod? from = null,
        FiscalPeriod? through = null) =>
        Choose(CubeLayers.Require(layers)[budget], layers[actual], end, from, through);

    /// <summary>The periods of a report of budget against actuals.</summary>
    /// <remarks>
    /// Left out, the first period is the first one that has a budget. The last one is as <paramref name="end"/> says;
    /// where the last posting comes before the first period of the range, or there is none, the budget alone decides.
    /// Without any budget the postings decide both.
    /// </remarks>
    /// <param name="budget">The budget.</param>
    /// <param name="actual">The actuals.</param>
    /// <param name="end">With which period the report ends when <paramref name="through"/> is null.</param>
    /// <param name="from">The first period, or null.</param>
    /// <param name="through">The last period, inclusive, or null.</param>
    /// <returns>The periods. Null when an end that is left out has nothing to be taken from, or what it would be taken
    /// from lies on the wrong side of the end that is named.</returns>
    /// <exception cref="ArgumentNullException">A cube is null.</exception>
    /// <exception cref="ArgumentException">The cubes have different calendars, or both ends are named and
    /// <paramref name="from"/> comes after <paramref name="through"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is none of its values.</exception>
    public static FiscalPeriodRange? Choose(
        Cube budget, Cube actual, ReportEnd end, FiscalPeriod? from = null, FiscalPeriod? through = null)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(actual);
        if (!budget.Space.Calendar.Equals(actual.Space.Calendar))
        {
            throw new ArgumentException("Budget and actuals must share one fiscal calendar.", nameof(actual));
        }

        if (!Enum.IsDefined(end))
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, "Not an end of a report.");
        }

        if ((budget.Periods ?? actual.Periods) is not FiscalPeriodRange used)
        {
            return from is FiscalPeriod first && through is FiscalPeriod last ? new(first, last) : null;
        }

        FiscalPeriod begin = from ?? used.From;
        FiscalPeriod finish = through ?? LastOf(used.Through, begin, actual, end);
        bool isChosen = from is null || through is null;
        return isChosen && begin > finish ? null : new FiscalPeriodRange(begin, finish);
    }

    private static FiscalPeriod LastOf(FiscalPeriod lastBudget, FiscalPeriod begin, Cube actual, ReportEnd end) =>
        end == ReportEnd.LastPosting
        && actual.Periods?.Through is FiscalPeriod lastPosting
        && begin <= lastPosting
        && lastPosting < lastBudget
            ? lastPosting
            : lastBudget;
}
