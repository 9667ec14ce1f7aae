using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Structure;

namespace CostCenters.Support.Contacts;

/// <summary>Contacts counted by center, channel, cause and fiscal period, with exact distributions of times and scores.
/// </summary>
/// <remarks>
/// <para>An event belongs to its own center, channel and cause, and to the period that holds the day of its opening by
/// the clock of the zone. A contact counts with its event. A ticket counts once: as a ticket with its first event, and
/// as answered, resolved and scored with the first of its events that tells it. Times run from the opening of the
/// ticket, within the working hours. A ticket is resolved with its first contact when its first event stands for one
/// contact and is resolved, and no other event of it was opened in the same period.</para>
/// <para>A ticket is reopened by an event that opens at its resolution or later; an event before that belongs to what
/// is being resolved, and the later of the resolutions counts. A reopening counts with its event. A full resolution
/// counts in each period after whose events the ticket stands resolved by one of them, with that event: a ticket that
/// comes back in a later period counts there once more, with the time since it was first opened.</para>
/// <para>Events of a ticket are taken in order of opening. Of two opened at the same time the one with the smaller
/// center number is first, then channel number, cause (by code), answer, resolution, score and number of contacts,
/// where nothing is smaller than anything. So events of a ticket may differ in center, channel and cause, and none is
/// refused for that: contacts stay where each was taken, and the ticket goes with the first. An answer that a later
/// event tells does not replace that of an earlier one, though it be the sooner: earlier periods would change.</para>
/// <para>Laws: events in any order give the same figures; events of later periods change no figure of an earlier one;
/// a total equals what is computed from its cells. Immutable.</para>
/// </remarks>
public sealed partial class ContactFigures
{
    private ContactFigures(ContactScheme scheme, ImmutableArray<ContactCell> cells)
    {
        Scheme = scheme;
        Cells = cells;
    }

    /// <summary>What the contacts were counted by.</summary>
    public ContactScheme Scheme { get; }

    /// <summary>Every cell that has contacts, in order of period, center number, channel number and cause (none first,
    /// then by code).</summary>
    public ImmutableArray<ContactCell> Cells { get; }

    /// <summary>What some cells come to together.</summary>
    /// <param name="belongs">Which cells.</param>
    /// <exception cref="ArgumentNullException"><paramref name="belongs"/> is null.</exception>
    public ContactTotals Total(Func<ContactCell, bool> belongs)
    {
        ArgumentNullException.ThrowIfNull(belongs);
        return ContactTotals.Sum(Cells.Where(belongs).Select(cell => cell.Totals));
    }

    /// <summary>What the contacts of a node and everything below it come to.</summary>
    /// <param name="tree">The tree of centers.</param>
    /// <param name="node">The center at the top.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="channel">The channel, or null for all.</param>
    /// <param name="cause">The cause, or null for all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public ContactTotals Total(
        CenterTree tree,
        CenterCode node,
        FiscalPeriodRange periods,
        ChannelCode? channel = null,
        CauseCode? cause = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        int place = tree.PlaceOf(node);
        HashSet<CenterCode> centers =
            [.. Enumerable.Range(place, tree.EndOf(place) - place).Select(index => tree.Nodes[index].Center.Code)];
        return Total(cell =>
            periods.Contains(cell.Period)
            && centers.Contains(cell.Center)
            && (channel is null || cell.Channel == channel)
            && (cause is null || cell.Cause == cause));
    }

    /// <summary>The counts as values of a flow, one for each center and period with contacts.</summary>
    /// <param name="measure">What is counted.</param>
    /// <param name="code">The key figure that the values are of.</param>
    /// <param name="channel">The channel, or null for all.</param>
    /// <param name="cause">The cause, or null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such measure.</exception>
    public IEnumerable<KeyFigureValue> Values(
        ContactMeasure measure, KeyFigureCode code, ChannelCode? channel = null, CauseCode? cause = null) =>
        Cells.Where(cell => (channel is null || cell.Channel == channel) && (cause is null || cell.Cause == cause))
            .GroupBy(cell => (cell.Period, cell.Center))
            .Select(group => new KeyFigureValue(
                group.Key.Period, group.Key.Center, code, group.Sum(cell => cell.Totals[measure])));
}
