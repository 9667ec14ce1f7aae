using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts.Service;

/// <summary>What a service measure may come to before a favorable cost variance stops being a success.</summary>
/// <remarks>
/// <para>The measure is worse or better when it differs from its baseline, to the worse or to the better, by more than
/// the tolerance. The guard is breached when the measure is worse, or when it lies beyond the bound and is not as good
/// as its baseline.</para>
/// <para>With a lag the measure is read so many periods after the cost, because the damage shows later.
/// Immutable.</para>
/// </remarks>
public sealed class ServiceGuard
{
    /// <summary>Creates a guard.</summary>
    /// <param name="measure">What is watched.</param>
    /// <param name="bound">The worst value that is accepted, inclusive; null for none.</param>
    /// <param name="tolerance">How far the measure may move before it counts as moved, inclusive.</param>
    /// <param name="lagPeriods">How many regular periods after the cost the measure is read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range; tolerance or lag is
    /// negative.</exception>
    public ServiceGuard(ServiceMeasure measure, decimal? bound, decimal tolerance, int lagPeriods)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentOutOfRangeException.ThrowIfNegative(lagPeriods);
        Measure = measure;
        Bound = bound is decimal worst ? InputRange.Figure(worst, nameof(bound)) : null;
        Tolerance = InputRange.NotNegative(tolerance);
        LagPeriods = lagPeriods;
    }

    /// <summary>What is watched.</summary>
    public ServiceMeasure Measure { get; }

    /// <summary>The worst value that is accepted; null for none.</summary>
    public Fraction? Bound { get; }

    /// <summary>How far the measure may move before it counts as moved.</summary>
    public Fraction Tolerance { get; }

    /// <summary>How many regular periods after the cost the measure is read.</summary>
    public int LagPeriods { get; }

    /// <summary>What two figures of the measure say.</summary>
    internal GuardState Judge(Figure baseline, Figure actual)
    {
        if (actual.Value is not Fraction after)
        {
            return GuardState.Unknown;
        }

        bool isBeyond = Bound is Fraction bound && Worsening(bound, after).Sign > 0;
        if (baseline.Value is not Fraction before)
        {
            return isBeyond ? GuardState.Breached : GuardState.Unknown;
        }

        Fraction worsening = Worsening(before, after);
        return worsening > Tolerance || (isBeyond && worsening.Sign > 0) ? GuardState.Breached
            : -worsening > Tolerance ? GuardState.Improved
            : GuardState.Held;
    }

    private Fraction Worsening(Fraction before, Fraction after) =>
        Measure.Preference == KeyFigurePreference.MoreIsWorse ? after - before : before - after;
}
