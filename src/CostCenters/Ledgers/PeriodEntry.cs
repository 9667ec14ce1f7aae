using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Ledgers;

/// <summary>A period was closed, or opened again, for some centers.</summary>
public sealed record PeriodEntry : LedgerEntry
{
    internal PeriodEntry(
        Moment moment, CommandStamp stamp, FiscalPeriod period, bool closes, ImmutableArray<CenterCode> centers)
        : base(moment, stamp)
    {
        Period = period;
        Closes = closes;
        Centers = centers;
    }

    /// <summary>The period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>True for a close, false when the period was opened again.</summary>
    public bool Closes { get; }

    /// <summary>The centers, in the order in which they were named.</summary>
    public ImmutableArray<CenterCode> Centers { get; }

    /// <summary>Whether two entries tell the same, center by center.</summary>
    public bool Equals(PeriodEntry? other) =>
        other is not null
        && base.Equals(other)
        && Period == other.Period
        && Closes == other.Closes
        && Centers.SequenceEqual(other.Centers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Period, Closes, Centers.Length);
}
