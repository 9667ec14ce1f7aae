using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using NodaTime;

namespace CostCenters.Csv.Profiles;

/// <summary>Profiles for tickets of Freshdesk and Jira Service Management, read as contacts.</summary>
/// <remarks>The headings are those of programs that read such exports. The form of times in Freshdesk, and that of the
/// time left in Jira, was not seen. A ticket counts as one contact.</remarks>
public static class SupportProfiles
{
    private static readonly ColumnSource FreshdeskOpening = ColumnSource.Named("Created time");

    private static readonly ColumnSource JiraOpening = ColumnSource.Named("Created");

    /// <summary>Contacts from tickets of Freshdesk, answered at the time that the file has.</summary>
    /// <remarks>The column <c>First response time (in hrs)</c> is not read: it is often empty while times are filled,
    /// and may count working hours.</remarks>
    /// <param name="zone">The zone of the account, whose clocks the times are by.</param>
    /// <param name="center">Where the center stands, such as <c>ColumnSource.Named("Group")</c>.</param>
    /// <param name="channel">Where the channel stands, such as <c>ColumnSource.Named("Source")</c> with
    /// <see cref="ColumnSource.Translated"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile FreshdeskTickets(DateTimeZone zone, ColumnSource center, ColumnSource channel) =>
        Freshdesk(zone, center, channel)
            .WithColumn("first_answered", FreshdeskTime(zone, ColumnSource.NamedIfPresent("Initial response time")));

    /// <summary>Contacts from tickets of Freshdesk, answered as long after the opening as the file says.</summary>
    /// <remarks>For accounts whose durations (<c>HH:MM:SS</c>) count around the clock; those of working hours would
    /// give too early an answer, and nothing in the file tells which they are.</remarks>
    /// <param name="zone">The zone of the account, whose clocks the times are by.</param>
    /// <param name="center">Where the center stands, such as <c>ColumnSource.Named("Group")</c>.</param>
    /// <param name="channel">Where the channel stands, such as <c>ColumnSource.Named("Source")</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile FreshdeskTicketsByDuration(
        DateTimeZone zone, ColumnSource center, ColumnSource channel) =>
        Freshdesk(zone, center, channel)
            .WithColumn("first_answered", ColumnSource.TimeAfter(
                FreshdeskTime(zone, FreshdeskOpening), ColumnSource.Named("First response time (in hrs)")));

    /// <summary>Contacts from issues of Jira Service Management, without the time of the first answer.</summary>
    /// <remarks>An export has no such time: <c>Time to first response</c> is what was left of the goal, see
    /// <see cref="JiraIssues(DateTimeZone, ColumnSource, ColumnSource, Duration)"/>. Columns that stand twice, such as
    /// comments, do no harm.</remarks>
    /// <param name="zone">The zone of the user, whose clocks the times are by.</param>
    /// <param name="center">Where the center stands, such as <c>ColumnSource.Named("Project key")</c>.</param>
    /// <param name="channel">Where the channel stands, or a constant.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile JiraIssues(DateTimeZone zone, ColumnSource center, ColumnSource channel) =>
        ImportProfile.Contract
            .WithByteOrderMark()
            .WithTrimmedCells()
            .WithColumn("ticket", "Issue key")
            .WithColumn("center", center)
            .WithColumn("channel", channel)
            .WithColumn("cause", ColumnSource.NamedIfPresent("Issue Type"))
            .WithColumn("opened", JiraTime(zone, JiraOpening))
            .WithColumn("resolved", JiraTime(zone, ColumnSource.Named("Resolved")))
            .WithColumn("score", ColumnSource.NamedIfPresent("Satisfaction rating"));

    /// <summary>Contacts from issues of Jira Service Management, first answered when so much of the goal was left.
    /// </summary>
    /// <remarks>First answer = opening + goal − time left; a rest below zero is a goal that was missed. For goals that
    /// are one for all issues and count around the clock; a rest of more than the goal is a fault of its row.</remarks>
    /// <param name="zone">The zone of the user, whose clocks the times are by.</param>
    /// <param name="center">Where the center stands, such as <c>ColumnSource.Named("Project key")</c>.</param>
    /// <param name="channel">Where the channel stands, or a constant.</param>
    /// <param name="goal">The goal of the first response.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The goal is not above 0.</exception>
    public static ImportProfile JiraIssues(
        DateTimeZone zone, ColumnSource center, ColumnSource channel, Duration goal) =>
        JiraIssues(zone, center, channel).WithColumn("first_answered", ColumnSource.TimeWithin(
            JiraTime(zone, JiraOpening), goal, ColumnSource.Named("{field} (Time to first response)")));

    private static ImportProfile Freshdesk(DateTimeZone zone, ColumnSource center, ColumnSource channel) =>
        ImportProfile.Contract
            .WithByteOrderMark()
            .WithTrimmedCells()
            .WithColumn("ticket", "Ticket ID")
            .WithColumn("center", center)
            .WithColumn("channel", channel)
            .WithColumn("cause", ColumnSource.NamedIfPresent("Type"))
            .WithColumn("opened", FreshdeskTime(zone, FreshdeskOpening))
            .WithColumn("resolved", FreshdeskTime(zone, ColumnSource.Named("Resolved time")));

    private static ColumnSource FreshdeskTime(DateTimeZone zone, ColumnSource text) =>
        ColumnSource.Time(text, zone, "yyyy-MM-dd HH:mm:ss");

    private static ColumnSource JiraTime(DateTimeZone zone, ColumnSource text) =>
        ColumnSource.Time(text, zone, "dd/MMM/yy h:mm tt");
}
