using CostCenters.Calendars;
using CostCenters.Journals;

namespace CostCenters.Control.Rules;

/// <summary>The funds of all periods up to one were opened.</summary>
public sealed record FundsEntry : JournalEntry
{
    internal FundsEntry(JournalPosition position, CommandStamp stamp, FiscalPeriod through)
        : base(position, stamp) =>
        Through = through;

    /// <summary>The last period whose funds are open, inclusive.</summary>
    public FiscalPeriod Through { get; }

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this).Text("fundsThrough"u8, Through.ToString());
        writer.EndLine();
    }
}
