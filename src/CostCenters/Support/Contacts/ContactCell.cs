using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Support.Contacts;

/// <summary>The contacts of one center, channel, cause and period.</summary>
public sealed class ContactCell
{
    internal ContactCell(
        FiscalPeriod period, CenterCode center, ChannelCode channel, CauseCode? cause, ContactTotals totals)
    {
        Period = period;
        Center = center;
        Channel = channel;
        Cause = cause;
        Totals = totals;
    }

    /// <summary>The fiscal period in which the contacts were opened.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>The channel.</summary>
    public ChannelCode Channel { get; }

    /// <summary>The cause, or null when nobody said.</summary>
    public CauseCode? Cause { get; }

    /// <summary>What the contacts come to.</summary>
    public ContactTotals Totals { get; }
}
