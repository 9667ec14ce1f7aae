using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using CostCenters.Tests.Unit.KeyFigures;
using NodaTime;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Unit.Support.Contacts;

public class ContactFiguresTests
{
    private static readonly ChannelCode Phone = new("phone");
    private static readonly ChannelCode Email = new("email");

    private static readonly ContactScheme Scheme = new(
        Centers, Calendar, WorkingHours.RoundTheClock(DateTimeZone.Utc), [Phone, Email], new ScoreScale(1, 5));

    [Fact] // The ticket of January comes back twice in February, is resolved and scored there.
    public void Build_TicketOverTwoPeriods_CountsOnceForEachMeasure()
    {
        Instant opened = Instant.FromUtc(2026, 1, 30, 12, 0);
        Instant again = Instant.FromUtc(2026, 2, 2, 12, 0);
        var figures = Count(
            Event("T", "S11", Phone, opened, opened + Duration.FromMinutes(10), null, 1, null),
            Event("T", "S2", Email, again, again + Duration.FromMinutes(1), again + Duration.FromHours(1), 2, 4.5m));

        var january = figures.Total(Tree, new CenterCode("S"), Range(1, 1));
        var february = figures.Total(Tree, new CenterCode("S"), Range(2, 2));
        Assert.Equal([1, 1, 0, 1, 0, 0, 0, 0, 0], CountsOf(january));
        Assert.Equal([0, 2, 2, 0, 1, 0, 1, 0, 1], CountsOf(february));
        Assert.Equal(600m, january.ResponseTimes.Percentile(100));
        Assert.Equal(((3 * 24) + 1) * 3_600m, february.ResolutionTimes.Percentile(100));
        Assert.Equal(4.5m, february.Scores.Percentile(50));
    }

    [Fact]
    public void Build_FirstContact_NeedsOneContactThatResolves()
    {
        Instant opened = Instant.FromUtc(2026, 1, 5, 12, 0);
        var figures = Count(
            Event("at once", "S2", Phone, opened, opened, opened, 1, null),
            Event("two calls", "S2", Phone, opened, opened, opened, 2, null),
            Event("open", "S2", Phone, opened, null, null, 1, null),
            Event("comes back", "S2", Phone, opened, opened, opened, 1, null),
            Event("comes back", "S2", Phone, opened + Duration.FromHours(1), null, null, 1, null));

        var totals = figures.Total(_ => true);
        Assert.Equal([4, 6, 2, 3, 3, 1, 0, 1, 2], CountsOf(totals));
        Assert.Equal(Fraction.One / Fraction.Of(4), totals.FirstContactShareOfTickets.Value);
        Assert.Equal(Fraction.One / Fraction.Of(3), totals.FirstContactShareOfResolved.Value);
        Assert.Equal(Fraction.One / Fraction.Of(3), totals.RepeatShare.Value);
    }

    [Fact] // Opened 9:00, answered 9:01, resolved 9:02; again at 9:12, resolved 9:15.
    public void Build_ReopenedTicket_HasItsFirstAndItsFullResolution()
    {
        ContactTotals totals = Count(Reopened).Total(_ => true);

        Assert.Equal(60m, totals.ResponseTimes.Mean!.Value.RoundTo(8, MidpointRounding.ToEven));
        Assert.Equal([KeyValuePair.Create(120m, 1L)], totals.ResolutionTimes.Counts());
        Assert.Equal([KeyValuePair.Create(900m, 1L)], totals.FullResolutionTimes.Counts());
        Assert.Equal([KeyValuePair.Create(300m, 1L)], totals.OpenTimes.Counts());
        Assert.Equal([1, 2, 1, 1, 1, 0, 0, 1, 1], CountsOf(totals));
        Assert.Equal(Fraction.One, totals.ReopenRate.Value);
    }

    [Fact] // A call at 9:01, while the matter is being resolved until 9:02, reopens nothing; it is done at 9:04.
    public void Build_ContactBeforeTheResolution_IsNoReopening()
    {
        ContactTotals totals = Count(Reopened[0], At("T", 1, null, 4)).Total(_ => true);

        Assert.Equal(0, totals[ContactMeasure.Reopened]);
        Assert.Equal([KeyValuePair.Create(240m, 1L)], totals.FullResolutionTimes.Counts());
        Assert.Equal([KeyValuePair.Create(240m, 1L)], totals.OpenTimes.Counts());
    }

    [Fact] // In February, 31 days later, the ticket comes back for a minute: January stays as it was.
    public void Build_TicketThatComesBackInALaterPeriod_CountsInFullThereOnceMore()
    {
        const int Month = 31 * 24 * 60;
        ContactFigures figures = Count([.. Reopened, At("T", Month, Month, Month + 1)]);

        Assert.Equal([900m, (Month + 1) * 60m], figures.Cells.Select(cell => cell.Totals.FullResolutionTimes.Total)
            .Select(total => total.RoundTo(0, MidpointRounding.ToEven)));
        Assert.Equal([300m, 360m], figures.Cells.Select(cell => cell.Totals.OpenTimes.Total)
            .Select(total => total.RoundTo(0, MidpointRounding.ToEven)));
        Assert.Equal([1, 1], figures.Cells.Select(cell => cell.Totals[ContactMeasure.Reopened]));
    }

    [Fact]
    public void Values_OfAChannel_AreAFlowByCenterAndPeriod()
    {
        Instant opened = Instant.FromUtc(2026, 3, 5, 12, 0);
        var figures = Count(
            Event("a", "S11", Phone, opened, null, null, 1, null),
            Event("b", "S11", Phone, opened, null, null, 3, null),
            Event("c", "S11", Email, opened, null, null, 1, null));

        Assert.Equal(
            [Value(KeyFigureCases.Calls, "S11", 3, 4)],
            figures.Values(ContactMeasure.Contacts, KeyFigureCases.Calls, Phone));
    }

    [Fact]
    public void Add_OutsideTheScheme_IsRefused()
    {
        Instant opened = Instant.FromUtc(2026, 3, 5, 12, 0);

        Assert.Throws<ArgumentException>(() =>
            Count(Event("a", "S2", new ChannelCode("fax"), opened, null, null, 1, null)));
        Assert.Throws<KeyNotFoundException>(() => Count(Event("a", "X", Phone, opened, null, null, 1, null)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Count(Event("a", "S2", Phone, opened, null, null, 1, 6)));
        Assert.ThrowsAny<ArgumentException>(() => Count(Event("a\uD800", "S2", Phone, opened, null, null, 1, null)));
        Assert.Throws<ArgumentException>(() =>
            Event("a", "S2", Phone, opened, opened - Duration.FromSeconds(1), null, 1, null));
        Assert.Throws<ArgumentException>(() =>
            Event("a", "S2", Phone, opened, null, opened - Duration.FromSeconds(1), 1, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Event("a", "S2", Phone, opened, null, null, 0, null));
    }

    [Fact] // More than one piece of rows and of names; some names are longer than a piece.
    public void Build_ManyEventsAndLongTickets_KeepsTicketsApart()
    {
        Instant opened = Instant.FromUtc(2026, 1, 5, 12, 0);
        string[] tickets =
        [
            .. Enumerable.Range(0, 3_000).Select(number => $"T{number % 2_000}"),
            .. Enumerable.Range(0, 20).Select(number => new string('x', 8_170 + number)),
            .. Enumerable.Repeat("the same", 2_000),
        ];
        var figures = Count([.. tickets.Select((ticket, number) =>
            Event(ticket, "S2", Phone, opened + Duration.FromSeconds(number), null, null, 1, 3))]);

        ContactTotals totals = figures.Total(_ => true);
        Assert.Equal([2_021, 5_020, 2_999, 0, 0, 0, 2_021, 0, 0], CountsOf(totals));
        Assert.Equal(2_021, totals.Scores.Count);
    }

    [Fact] // Both opened at noon: S11 stands before S2, so the ticket is S11's, and its answer, though later, counts.
    public void Build_EventsOfATicketThatDisagree_GoWithTheFirst()
    {
        Instant noon = Instant.FromUtc(2026, 1, 5, 12, 0);
        var figures = Count(
            Event("T", "S2", Phone, noon, noon + Duration.FromMinutes(1), noon + Duration.FromHours(1), 1, 2),
            Event("T", "S11", Email, noon, noon + Duration.FromMinutes(5), null, 2, null));

        Assert.Equal(["S11 email", "S2 phone"], figures.Cells.Select(cell => $"{cell.Center} {cell.Channel}"));
        Assert.Equal([1, 2, 1, 1, 0, 0, 0, 0, 0], CountsOf(figures.Cells[0].Totals));
        Assert.Equal([0, 1, 1, 0, 1, 0, 1, 0, 1], CountsOf(figures.Cells[1].Totals));
        Assert.Equal(300m, figures.Total(_ => true).ResponseTimes.Percentile(50));
        Assert.Equal(3_600m, figures.Total(_ => true).ResolutionTimes.Percentile(50));
    }

    [Fact]
    public void Builder_AfterBuildOrAppend_IsRefused()
    {
        var built = new ContactFigures.Builder(Scheme);
        built.Build();
        var appended = new ContactFigures.Builder(Scheme);
        var whole = new ContactFigures.Builder(Scheme);
        whole.Append(appended);
        ContactEvent contact = Event("a", "S2", Phone, Instant.FromUtc(2026, 3, 5, 12, 0), null, null, 1, null);

        foreach (ContactFigures.Builder spent in new[] { built, appended })
        {
            Assert.Throws<InvalidOperationException>(() => spent.Add(contact));
            Assert.Throws<InvalidOperationException>(() => spent.Build());
            Assert.Throws<InvalidOperationException>(() => spent.Append(whole));
            Assert.Throws<InvalidOperationException>(() => whole.Append(spent));
        }

        Assert.Throws<ArgumentException>(() => whole.Append(whole));
        Assert.Throws<ArgumentException>(() => whole.Append(new ContactFigures.Builder(
            new ContactScheme(Centers, Calendar, Scheme.Hours, Scheme.Channels, Scheme.Scores))));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Build(threads: 0));
    }

    private static ContactEvent[] Reopened => [At("T", 0, 1, 2), At("T", 12, null, 15)];

    /// <summary>An event so many minutes after nine.</summary>
    private static ContactEvent At(string ticket, int opened, int? answered, int? resolved)
    {
        Instant nine = Instant.FromUtc(2026, 1, 5, 9, 0);
        return Event(ticket, "S2", Phone, After(opened)!.Value, After(answered), After(resolved), 1, null);

        Instant? After(int? minutes) => nine + (minutes is int passed ? Duration.FromMinutes(passed) : null);
    }

    private static long[] CountsOf(ContactTotals totals) =>
        [.. Enum.GetValues<ContactMeasure>().Select(measure => totals[measure])];

    private static ContactEvent Event(
        string ticket, string center, ChannelCode channel, Instant opened, Instant? answered, Instant? resolved,
        int contacts, decimal? score) =>
        new(ticket, new CenterCode(center), channel, null, opened, answered, resolved, contacts, score);

    private static ContactFigures Count(params ContactEvent[] events)
    {
        var builder = new ContactFigures.Builder(Scheme);
        foreach (ContactEvent contact in events)
        {
            builder.Add(contact);
        }

        return builder.Build();
    }
}
