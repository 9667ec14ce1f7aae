using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.KeyFigures;

namespace CostCenters.UnitCosts.Service;

/// <summary>A cost or unit-cost variance together with the service that it paid for.</summary>
/// <remarks>
/// <para>The guards change no amount: the variance stays favorable or unfavorable, and the verdict says at whose
/// expense. A guard without figures is reported as unknown, never as held.</para>
/// <para>Law: figures of periods behind the lag of every guard change no verdict that is not provisional.
/// Immutable.</para>
/// </remarks>
public sealed class GuardedVariance
{
    private GuardedVariance(VarianceNode variance, ImmutableArray<GuardFinding> findings)
    {
        Variance = variance;
        Findings = findings;
    }

    /// <summary>The variance.</summary>
    public VarianceNode Variance { get; }

    /// <summary>What each guard says, in the order of the guards.</summary>
    public ImmutableArray<GuardFinding> Findings { get; }

    /// <summary>The guards that are breached: at whose expense a favorable variance is.</summary>
    public IEnumerable<GuardFinding> Breaches => Findings.Where(finding => finding.State == GuardState.Breached);

    /// <summary>The guards whose measure got better: what an unfavorable variance bought.</summary>
    public IEnumerable<GuardFinding> Improvements => Findings.Where(finding => finding.State == GuardState.Improved);

    /// <summary>Whether a lag has not passed yet, so that the verdict may still change.</summary>
    public bool IsProvisional => Findings.Any(finding => finding.IsProvisional);

    /// <summary>What the variance is worth.</summary>
    public GuardVerdict Verdict => Variance.Outcome switch
    {
        Outcome.Neutral => GuardVerdict.Neutral,
        Outcome.Favorable => Breaches.Any() ? GuardVerdict.FavorableAtExpense : GuardVerdict.Favorable,
        _ => !Breaches.Any() && Improvements.Any()
            ? GuardVerdict.UnfavorableForBetterService
            : GuardVerdict.Unfavorable,
    };

    /// <summary>Judges a variance.</summary>
    /// <param name="variance">The cost or unit-cost variance.</param>
    /// <param name="periods">The periods of the variance.</param>
    /// <param name="knownThrough">The last period whose measures are known; later figures are not looked at.</param>
    /// <param name="calendar">The fiscal calendar.</param>
    /// <param name="guards">The guards, in the order of the report.</param>
    /// <remarks>A guard with a lag reads its measure so many regular periods later than the variance. Until all of
    /// these are known it reads those that are, and is provisional.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks a period, or the lag leads beyond
    /// it.</exception>
    public static GuardedVariance Judge(
        VarianceNode variance,
        FiscalPeriodRange periods,
        FiscalPeriod knownThrough,
        FiscalCalendar calendar,
        IEnumerable<ServiceGuard> guards)
    {
        ArgumentNullException.ThrowIfNull(variance);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(guards);
        return new GuardedVariance(variance, [.. guards.Select(guard => Find(guard, periods, knownThrough, calendar))]);
    }

    private static GuardFinding Find(
        ServiceGuard guard, FiscalPeriodRange periods, FiscalPeriod knownThrough, FiscalCalendar calendar)
    {
        FiscalPeriod from = Later(calendar, periods.From, guard.LagPeriods);
        FiscalPeriod through = Later(calendar, periods.Through, guard.LagPeriods);
        bool isProvisional = knownThrough < through;
        if (knownThrough < from)
        {
            Figure none = Figure.Missing(FigureGap.TooFewPeriods);
            return new GuardFinding(guard, null, none, none, GuardState.Unknown, isProvisional, []);
        }

        var read = new FiscalPeriodRange(from, isProvisional ? knownThrough : through);
        Figure baseline = guard.Measure.ReadBaseline(read);
        Figure actual = guard.Measure.ReadActual(read);
        return new GuardFinding(
            guard,
            read,
            baseline,
            actual,
            guard.Judge(baseline, actual),
            isProvisional,
            guard.Measure.FindMissing(read));
    }

    /// <summary>So many regular periods later; adjustment periods take no time.</summary>
    private static FiscalPeriod Later(FiscalCalendar calendar, FiscalPeriod period, int lag)
    {
        for (int ordinal = calendar.OrdinalOf(period); lag > 0; lag--)
        {
            do
            {
                ordinal++;
            }
            while (calendar.IsAdjustment(calendar.PeriodAt(ordinal)));

            period = calendar.PeriodAt(ordinal);
        }

        return period;
    }
}
