using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.KeyFigures;

namespace CostCenters.UnitCosts.Service;

/// <summary>What one guard says about a cost variance.</summary>
public sealed class GuardFinding
{
    internal GuardFinding(
        ServiceGuard guard,
        FiscalPeriodRange? periods,
        Figure baseline,
        Figure actual,
        GuardState state,
        bool isProvisional,
        ImmutableArray<MissingValue> missing)
    {
        Guard = guard;
        Periods = periods;
        Baseline = baseline;
        Actual = actual;
        State = state;
        IsProvisional = isProvisional;
        Missing = missing;
    }

    /// <summary>The guard.</summary>
    public ServiceGuard Guard { get; }

    /// <summary>The periods that the measure was read in; null when none of them has passed.</summary>
    public FiscalPeriodRange? Periods { get; }

    /// <summary>The figure to compare with.</summary>
    public Figure Baseline { get; }

    /// <summary>The actual figure.</summary>
    public Figure Actual { get; }

    /// <summary>What became of the measure.</summary>
    public GuardState State { get; }

    /// <summary>Whether the lag has not passed yet, so that the state may still change.</summary>
    public bool IsProvisional { get; }

    /// <summary>The values that one of several centers lacks, those of the baseline first: with one of them the measure
    /// has no figure.</summary>
    public ImmutableArray<MissingValue> Missing { get; }

    /// <summary>Text such as <c>satisfaction: Breached, 4 after 9/2</c>.</summary>
    public override string ToString() =>
        $"{Guard.Measure.Name}: {State}, {Actual} after {Baseline}{(IsProvisional ? ", provisional" : "")}";
}
