using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Support.Contacts;

/// <summary>One thing that happened to a ticket: a customer turned to support, was answered, was helped.</summary>
/// <remarks>Several events of one ticket count as one ticket. Immutable.</remarks>
public sealed record ContactEvent
{
    /// <summary>Creates an event.</summary>
    /// <param name="ticket">What the contacts about one matter share; compared exactly.</param>
    /// <param name="center">The center that was turned to.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cause">The cause, or null when nobody said.</param>
    /// <param name="opened">When the customer turned to support.</param>
    /// <param name="firstAnswered">When the first answer was given, or null when there is none.</param>
    /// <param name="resolved">When the matter was resolved, or null when it is not.</param>
    /// <param name="contacts">How many contacts the event stands for, at least 1.</param>
    /// <param name="score">The customer's score, or null when there is none.</param>
    /// <exception cref="ArgumentException"><paramref name="ticket"/> is null or empty, or an answer or resolution is
    /// before the opening.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contacts"/> is below 1.</exception>
    public ContactEvent(
        string ticket,
        CenterCode center,
        ChannelCode channel,
        CauseCode? cause,
        Instant opened,
        Instant? firstAnswered,
        Instant? resolved,
        int contacts,
        decimal? score)
    {
        ArgumentException.ThrowIfNullOrEmpty(ticket);
        ArgumentOutOfRangeException.ThrowIfLessThan(contacts, 1);
        RequireNotBefore(opened, firstAnswered, nameof(firstAnswered));
        RequireNotBefore(opened, resolved, nameof(resolved));
        Ticket = ticket;
        Center = center;
        Channel = channel;
        Cause = cause;
        Opened = opened;
        FirstAnswered = firstAnswered;
        Resolved = resolved;
        Contacts = contacts;
        Score = score;
    }

    /// <summary>What the contacts about one matter share.</summary>
    public string Ticket { get; }

    /// <summary>The center that was turned to.</summary>
    public CenterCode Center { get; }

    /// <summary>The channel.</summary>
    public ChannelCode Channel { get; }

    /// <summary>The cause, or null when nobody said.</summary>
    public CauseCode? Cause { get; }

    /// <summary>When the customer turned to support.</summary>
    public Instant Opened { get; }

    /// <summary>When the first answer was given, or null when there is none.</summary>
    public Instant? FirstAnswered { get; }

    /// <summary>When the matter was resolved, or null when it is not.</summary>
    public Instant? Resolved { get; }

    /// <summary>How many contacts the event stands for.</summary>
    public int Contacts { get; }

    /// <summary>The customer's score, or null when there is none.</summary>
    public decimal? Score { get; }

    private static void RequireNotBefore(Instant opened, Instant? time, string parameter)
    {
        if (time < opened)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{time:uuuu-MM-ddTHH:mm:ss'Z'} is before the opening, {opened:uuuu-MM-ddTHH:mm:ss'Z'}."),
                parameter);
        }
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ContactEvent),
        (nameof(Ticket), Ticket),
        (nameof(Center), Center),
        (nameof(Channel), Channel),
        (nameof(Cause), Cause),
        (nameof(Opened), Opened),
        (nameof(FirstAnswered), FirstAnswered),
        (nameof(Resolved), Resolved),
        (nameof(Contacts), Contacts),
        (nameof(Score), Score));
}
