using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Reports;

namespace CostCenters.Variances.Layers;

/// <summary>The activities of each pair of periods of a comparison, read once.</summary>
internal sealed class ActivityByPeriod
{
    private readonly (Fraction Planned, Fraction Actual)?[] periods;

    public ActivityByPeriod(Comparison comparison, ActivityFigures figures)
    {
        FiscalCalendar calendar = comparison.Space.Calendar;
        if (!calendar.Equals(figures.Calendar))
        {
            throw new ArgumentException("Comparison and activity must have one fiscal calendar.", nameof(figures));
        }

        Unit = figures.Unit;
        periods =
        [
            .. comparison.BudgetPeriods.Zip(comparison.Periods, (budget, actual) =>
                calendar.IsAdjustment(actual)
                    ? ((Fraction, Fraction)?)null
                    : (figures.Planned(budget), figures.Actual(actual))),
        ];
    }

    public string Unit { get; }

    /// <summary>The activities of a period; null for an adjustment period, which has none.</summary>
    public (Fraction Planned, Fraction Actual)? this[int period] => periods[period];

    /// <summary>Actual / planned activity: what is in proportion to the activity grows by it.</summary>
    public static Fraction FactorOf(
        Fraction planned, Fraction actual, bool isNothing, string subject, FiscalPeriod period) =>
        !planned.IsZero ? actual / planned
        : isNothing ? Fraction.Zero
        : throw new ArgumentException(
            $"The planned activity of '{subject}' is 0 in {period}, so nothing can be in proportion to it.");
}
