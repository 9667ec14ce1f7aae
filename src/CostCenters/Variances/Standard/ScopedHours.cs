using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard;

/// <summary>The hours (or units of another base) of a scope: planned, allowed for the actual output, and worked.
/// </summary>
internal sealed class ScopedHours
{
    public ScopedHours(VarianceScope scope, ActivityFigures hours, ActivityFigures? output)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ActivityByPeriod worked = scope.PeriodsOf(hours)!;
        ActivityByPeriod? made = scope.PeriodsOf(output);
        for (int index = 0; index < scope.Comparison.Periods.Length; index++)
        {
            if (worked[index] is not var (planned, actual))
            {
                continue;
            }

            Planned += planned;
            Actual += actual;
            FiscalPeriod period = scope.Comparison.BudgetPeriods[index];
            Standard += made is null
                ? planned
                : made[index] is var (budget, output1)
                    ? planned * ActivityByPeriod.FactorOf(budget, output1, planned.IsZero, hours.Unit, period)
                    : planned;
        }

        Units = new VarianceUnits(scope.Currency, hours.Unit);
    }

    public Fraction Planned { get; }

    /// <summary>The hours allowed for the actual output.</summary>
    public Fraction Standard { get; }

    public Fraction Actual { get; }

    /// <summary>The currency, and the unit of the hours.</summary>
    public VarianceUnits Units { get; }

    /// <summary>Hours allowed and hours worked.</summary>
    public OverheadHours Overhead => new(Standard, Actual);
}
