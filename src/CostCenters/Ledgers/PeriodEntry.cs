using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.Structure;

namespace CostCenters.Ledgers;

/// <summary>A period was closed, or opened again, for some centers.</summary>
public sealed record PeriodEntry : JournalEntry
{
    internal PeriodEntry(
        JournalPosition position,
        CommandStamp stamp,
        FiscalPeriod period,
        bool closes,
        ImmutableArray<CenterCode> centers)
        : base(position, stamp)
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

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this)
            .Text(Closes ? "close"u8 : "open"u8, Period.ToString())
            .Texts("centers"u8, Centers.Select(center => center.Value));
        writer.EndLine();
    }
}
