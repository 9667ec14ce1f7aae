using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Csv.Tests.Unit.Profiles;

public class SupportProfileTests
{
    private const string Freshdesk = "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,"
        + "Resolved time,Initial response time,First response time (in hrs)\n";

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly ContactScheme Scheme = new(
        new CenterHierarchy.Builder().Add(new CenterCode("Desk"), new CenterValidity("", CenterKind.Cost)).Build(),
        FiscalCalendar.Months(1, YearNaming.End),
        WorkingHours.RoundTheClock(Berlin),
        [new ChannelCode("email"), new ChannelCode("portal")],
        new ScoreScale(1, 5));

    private static readonly ColumnSource Channel = ColumnSource.Named("Source").Translated(
        new Dictionary<string, string> { ["Email"] = "email", ["Portal"] = "portal" });

    // Seconds: 10:00 to 10:30 are 1,800; over the night of summer time 23:00 to 04:00 are four hours, 14,400.
    [Fact]
    public void Read_FreshdeskTickets_CountsBetweenTimesOfTheZone() =>
        Assert.Equal(
            "P01 email 1 tickets 1800/7200; P03 portal 1 tickets 14400/18000 | 4 opened bad-time; 5 opened bad-time; "
                + "6 channel unknown-channel",
            Read(
                SupportProfiles.FreshdeskTickets(Berlin, ColumnSource.Named("Group"), Channel),
                Freshdesk
                    + "1,s,Closed,Low,Email,Bug,A,Desk,2026-01-31 10:00:00,2026-01-31 12:00:00,2026-01-31 10:30:00,\n"
                    + "2,s,Closed,Low,Portal,Bug,A,Desk,2026-03-28 23:00:00,2026-03-29 05:00:00,2026-03-29 04:00:00,\n"
                    + "3,s,Open,Low,Email,Bug,A,Desk,2026-03-29 02:30:00,,,\n" // The clocks skip it.
                    + "4,s,Open,Low,Email,Bug,A,Desk,2026-10-25 02:30:00,,,\n" // They show it twice.
                    + "5,s,Open,Low,Chat,Bug,A,Desk,2026-03-29 10:30:00,,,\n"));

    // 26 hours, 15 minutes and 30 seconds are 94,530 seconds.
    [Fact]
    public void Read_FreshdeskDurations_CountFromTheOpening() =>
        Assert.Equal(
            "P01 email 1 tickets 94530/-; P02 email 1 tickets -/- | 4 first_answered bad-time; "
                + "5 first_answered bad-time",
            Read(
                SupportProfiles.FreshdeskTicketsByDuration(Berlin, ColumnSource.Named("Group"), Channel),
                Freshdesk
                    + "1,s,Open,Low,Email,Bug,A,Desk,2026-01-31 10:00:00,,,26:15:30\n"
                    + "2,s,Open,Low,Email,Bug,A,Desk,2026-02-01 10:00:00,,,\n"
                    + "3,s,Open,Low,Email,Bug,A,Desk,2026-02-01 10:00:00,,,-1:00:00\n"
                    + "4,s,Open,Low,Email,Bug,A,Desk,2026-02-01 10:00:00,,,1:60:00\n"));

    // Of 4 hours 3:30 are left, so half an hour passed: 1,800 s. Missed by 0:15 is after 15,300 s.
    [Fact]
    public void Read_JiraIssues_TakesTheTimeLeftOffTheGoal() =>
        Assert.Equal(
            "P01 email 1 tickets 1800/3600; P02 email 1 tickets 15300/-; P12 email 1 tickets -/- | "
                + "5 first_answered bad-time",
            Read(
                SupportProfiles.JiraIssues(
                    Berlin, ColumnSource.Constant("Desk"), ColumnSource.Constant("email"), Duration.FromHours(4)),
                "Summary,Issue key,Issue Type,Created,Resolved,Comment,Comment,"
                    + "Campo personalizado (Time to first response),Satisfaction rating\n"
                    + "s,D-1,Bug,31/Jan/26 9:05 AM,31/Jan/26 10:05 AM,a,b,3:30,5\n"
                    + "s,D-2,Bug,28/Feb/26 12:00 AM,,a,b,-0:15,\n"
                    + "s,D-3,Bug,31/Dec/26 11:59 PM,,a,b,,\n"
                    + "s,D-4,Bug,31/Jan/26 9:05 AM,,a,b,4:01,\n"));

    [Fact]
    public void Read_JiraIssuesWithoutAGoal_HasNoFirstAnswer() =>
        Assert.Equal(
            "P01 email 1 tickets -/3600 | ",
            Read(
                SupportProfiles.JiraIssues(Berlin, ColumnSource.Constant("Desk"), ColumnSource.Constant("email")),
                "Issue key,Issue Type,Created,Resolved,Custom field (Time to first response)\n"
                    + "D-1,Bug,31/Jan/26 9:05 AM,31/Jan/26 10:05 AM,3:30\n"));

    /// <summary>Each cell with its tickets and the seconds to answer and resolution, and the faults; read from a file
    /// by all threads, from a stream, and by the profile's JSON.</summary>
    private static string Read(ImportProfile profile, string text) =>
        ForeignFile.BothWays(profile, each =>
        {
            string read = TextOf(ContactsCsv.Read(TestBook.Input(text), Scheme, each));
            using TestBook folder = new TestBook().With("contacts.csv", text);
            Assert.Equal(
                read, TextOf(ContactsCsv.Read(folder.PathOf("contacts.csv"), Scheme, threads: 2, profile: each)));
            return read;
        });

    private static string TextOf(ImportResult<ContactFigures> result)
    {
        IEnumerable<string> cells = (result.Value?.Cells ?? []).Select(cell => FormattableString.Invariant(
            $"P{cell.Period.Number:00} {cell.Channel} {cell.Totals[ContactMeasure.Tickets]} tickets ")
                + $"{Median(cell.Totals.ResponseTimes)}/{Median(cell.Totals.ResolutionTimes)}");
        return string.Join("; ", cells) + " | " + TestBook.Faults(result.Issues);
    }

    private static string Median(CostCenters.KeyFigures.Distribution times) =>
        times.Percentile(50) is decimal seconds ? FormattableString.Invariant($"{seconds:0.##}") : "-";
}
