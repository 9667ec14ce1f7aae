using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.Support.Contacts;

/// <summary>What the contacts of some centers, channels, causes and periods come to.</summary>
/// <remarks>Immutable. Totals of several parts are exact: counts add up and distributions merge.</remarks>
public sealed class ContactTotals
{
    internal ContactTotals(
        long[] counts,
        Distribution responseTimes,
        Distribution resolutionTimes,
        Distribution fullResolutionTimes,
        Distribution openTimes,
        Distribution scores)
    {
        Counts = counts;
        ResponseTimes = responseTimes;
        ResolutionTimes = resolutionTimes;
        FullResolutionTimes = fullResolutionTimes;
        OpenTimes = openTimes;
        Scores = scores;
    }

    /// <summary>Working time from the opening of a ticket to its first answer, in seconds.</summary>
    public Distribution ResponseTimes { get; }

    /// <summary>Working time from the opening of a ticket to its first resolution, in seconds.</summary>
    public Distribution ResolutionTimes { get; }

    /// <summary>Working time from the opening of a ticket to its last resolution, in seconds: of tickets that stood
    /// resolved after all their events of a period (<see cref="ContactMeasure.FullyResolved"/>).</summary>
    public Distribution FullResolutionTimes { get; }

    /// <summary>The part of each full resolution time in which the ticket stood open, in seconds: without the time
    /// between a resolution and a reopening.</summary>
    public Distribution OpenTimes { get; }

    /// <summary>The first score of each ticket.</summary>
    public Distribution Scores { get; }

    /// <summary>Contacts beyond the first of their ticket, as a share of all contacts.</summary>
    public WeightedRatio RepeatShare => Share(ContactMeasure.RepeatedContacts, ContactMeasure.Contacts);

    /// <summary>Tickets resolved with their first contact, as a share of all tickets.</summary>
    /// <remarks>Provisional until customers have had the time to come back. Others divide by the tickets that were
    /// resolved: <see cref="FirstContactShareOfResolved"/>.</remarks>
    public WeightedRatio FirstContactShareOfTickets =>
        Share(ContactMeasure.ResolvedAtFirstContact, ContactMeasure.Tickets);

    /// <summary>Tickets resolved with their first contact, as a share of the resolved tickets alone.</summary>
    /// <remarks>Provisional until customers have had the time to come back.</remarks>
    public WeightedRatio FirstContactShareOfResolved =>
        Share(ContactMeasure.ResolvedAtFirstContact, ContactMeasure.Resolved);

    /// <summary>How often tickets were reopened for each ticket that was resolved, above 1 where they come back more
    /// than once.</summary>
    public WeightedRatio ReopenRate => Share(ContactMeasure.Reopened, ContactMeasure.Resolved);

    internal long[] Counts { get; }

    /// <summary>A count.</summary>
    /// <param name="measure">What is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such measure.</exception>
    public long this[ContactMeasure measure] => Enum.IsDefined(measure)
        ? Counts[(int)measure]
        : throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure.");

    /// <summary>What several parts come to together.</summary>
    /// <param name="parts">Totals of different centers, channels, causes or periods.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    public static ContactTotals Sum(IEnumerable<ContactTotals> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        List<ContactTotals> all = [.. parts];
        long[] counts = new long[Enum.GetValues<ContactMeasure>().Length];
        foreach (ContactTotals part in all)
        {
            for (int measure = 0; measure < counts.Length; measure++)
            {
                counts[measure] += part.Counts[measure];
            }
        }

        return new ContactTotals(
            counts,
            Distribution.Merge(all.Select(part => part.ResponseTimes)),
            Distribution.Merge(all.Select(part => part.ResolutionTimes)),
            Distribution.Merge(all.Select(part => part.FullResolutionTimes)),
            Distribution.Merge(all.Select(part => part.OpenTimes)),
            Distribution.Merge(all.Select(part => part.Scores)));
    }

    private WeightedRatio Share(ContactMeasure part, ContactMeasure whole) =>
        new(Fraction.Of(this[part]), Fraction.Of(this[whole]));
}
