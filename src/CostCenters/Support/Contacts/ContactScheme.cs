using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Support.Contacts;

/// <summary>What contacts are counted by: centers, fiscal periods, channels, working hours, scale of scores.</summary>
/// <remarks>Immutable. A channel's place in <see cref="Channels"/> is its number, as a center's place is in its
/// hierarchy.</remarks>
public sealed class ContactScheme
{
    /// <summary>Creates a scheme.</summary>
    /// <param name="centers">The centers.</param>
    /// <param name="calendar">The fiscal calendar.</param>
    /// <param name="hours">The time zone and the hours in which response times count.</param>
    /// <param name="channels">The channels that there are, each once.</param>
    /// <param name="scores">The scale of scores.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A channel is named twice, or is <c>default</c>.</exception>
    public ContactScheme(
        CenterHierarchy centers,
        FiscalCalendar calendar,
        WorkingHours hours,
        IEnumerable<ChannelCode> channels,
        ScoreScale scores)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(channels);
        Channels = [.. channels];
        if (Channels.Contains(default) || Channels.Distinct().Count() != Channels.Length)
        {
            throw new ArgumentException("Each channel was expected once, with a code.", nameof(channels));
        }

        Centers = centers;
        Calendar = calendar;
        Hours = hours;
        Scores = scores;
    }

    /// <summary>The centers.</summary>
    public CenterHierarchy Centers { get; }

    /// <summary>The fiscal calendar.</summary>
    public FiscalCalendar Calendar { get; }

    /// <summary>The time zone and the hours in which response times count.</summary>
    public WorkingHours Hours { get; }

    /// <summary>The channels.</summary>
    public ImmutableArray<ChannelCode> Channels { get; }

    /// <summary>The scale of scores.</summary>
    public ScoreScale Scores { get; }
}
