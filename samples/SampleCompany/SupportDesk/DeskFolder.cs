using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Samples.SampleCompany.SupportDesk;

/// <summary>Writes the tables of the desk: a book folder, contacts, and the plan of its key figures.</summary>
/// <remarks>What people decide (guards, improvements, margin, memo) is written by hand, in desk.json.</remarks>
internal static class DeskFolder
{
    private const string Book =
        """
        {
          "name": "Ahornhof Versand",
          "currency": "EUR",
          "calendar": { "kind": "months", "firstMonth": 1 }
        }

        """;

    private const string Desk = "SUPPORT";
    private const string SelfService = "SELF";
    private const string Wages = "6000";
    private const string Leads = "6100";
    private const string Tools = "6200";
    private const string Fees = "6300";

    // Cents a month, or a session.
    private const int LeadsCents = 180_000;
    private const int ToolsCents = 60_000;
    private const int PlannedFeeCents = 15;
    private const int FeeCents = 14;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "book"));
        DeskContact[] contacts = [.. DeskContacts.Rows().OrderBy(row => row.Opened)];
        void Rows(string file, string header, IEnumerable<string[]> rows) =>
            BookFolder.WriteRows(Path.Combine(folder, file), header, rows);

        BookFolder.WriteText(Path.Combine(folder, "book", "book.json"), Book);
        Rows("book/centers.csv", "code,name,kind,parent",
        [
            [Desk, "Customer support", "cost", ""],
            .. DeskTable.Channels.Select(channel => new[] { channel.Center, Title(channel.Name), "cost", Desk }),
            [SelfService, "Self-service", "cost", Desk],
        ]);
        Rows("book/elements.csv", "code,name,nature,behavior",
        [
            [Wages, "Agents", "cost", "variable"],
            [Leads, "Team leads", "cost", "fixed"],
            [Tools, "Tools and rent", "cost", "fixed"],
            [Fees, "Platform fees", "cost", "variable"],
        ]);
        Rows("book/budget.csv", "version,center,element,period,amount", Budget());
        Rows("book/postings.csv", "date,center,element,amount,text", Months().SelectMany(Postings));
        const string Figures = "period,center,key_figure,value";
        Rows("key-figures.csv", Figures, Months().SelectMany(month => Actual(month, contacts)));
        Rows("key-figures-budget.csv", Figures, Months().SelectMany(Planned));
        Rows(
            "contacts.csv",
            "ticket,center,channel,cause,opened,first_answered,resolved,score",
            contacts.Select(Cells));
    }

    private static IEnumerable<int> Months() => Enumerable.Range(1, 12);

    private static IEnumerable<string[]> Budget()
    {
        string[] Row(string center, string element, long cents) =>
            ["adopted", center, element, Text(DeskTable.Year), Money(12 * cents)];
        foreach (DeskChannel channel in DeskTable.Channels)
        {
            long cents = (long)channel.PlannedPaidMinutes * DeskTable.PlannedCentsAHundredMinutes / 100;
            yield return Row(channel.Center, Wages, cents);
        }

        yield return Row(SelfService, Fees, 900 * PlannedFeeCents);
        yield return Row(Desk, Leads, LeadsCents);
        yield return Row(Desk, Tools, ToolsCents);
    }

    private static IEnumerable<string[]> Postings(int month)
    {
        LocalDate day = new LocalDate(DeskTable.Year, month, 1).PlusMonths(1).PlusDays(-1);
        string[] Row(string center, string element, long cents, string text) =>
            [LocalDatePattern.Iso.Format(day), center, element, Money(cents), text];
        foreach (DeskChannel channel in DeskTable.Channels)
        {
            DeskPractice practice = Practice(channel, month);
            long cents = (long)practice.PaidMinutes * practice.CentsAHundredMinutes / 100;
            yield return Row(channel.Center, Wages, cents, $"{Text(practice.PaidMinutes)} minutes paid");
        }

        yield return Row(SelfService, Fees, (long)DeskTable.Sessions(month) * FeeCents, "Sessions");
        yield return Row(Desk, Leads, LeadsCents + (month >= 7 ? 3_000 : 0), "Payroll");
        yield return Row(Desk, Tools, ToolsCents + (month >= 4 ? 4_500 : 0), "Licences and rent");
    }

    private static IEnumerable<string[]> Planned(int month)
    {
        string[] Row(string center, string figure, int value) =>
            [Period(month), center, figure, Text(value)];
        yield return Row(Desk, "customers", DeskTable.PlannedCustomers);
        foreach (DeskChannel channel in DeskTable.Channels)
        {
            yield return Row(channel.Center, "contacts", channel.PlannedContacts);
            yield return Row(
                channel.Center, "handling_minutes", channel.PlannedContacts * channel.PlannedMinutesEach / 10);
            yield return Row(channel.Center, "paid_minutes", channel.PlannedPaidMinutes);
        }

        yield return Row(SelfService, "contacts", 900);
    }

    /// <summary>What the systems of the desk count; contacts with people are counted from contacts.csv.</summary>
    private static IEnumerable<string[]> Actual(int month, DeskContact[] contacts)
    {
        string[] Row(string center, string figure, int value) =>
            [Period(month), center, figure, Text(value)];
        yield return Row(Desk, "customers", DeskTable.Customers(month));
        foreach (DeskChannel channel in DeskTable.Channels)
        {
            int count = contacts.Count(contact => contact.Channel == channel && contact.Opened.Month == month);
            yield return Row(
                channel.Center, "handling_minutes", count * Practice(channel, month).MinutesEach / 10);
            yield return Row(channel.Center, "paid_minutes", Practice(channel, month).PaidMinutes);
        }

        yield return Row(SelfService, "contacts", DeskTable.Sessions(month));
        yield return Row(SelfService, "followed_by_contact", DeskTable.Sessions(month) * 38 / 100);
    }

    private static string[] Cells(DeskContact row) =>
    [
        row.Ticket, row.Channel.Center, row.Channel.Name, row.Cause, Time(row.Opened), Time(row.Answered),
        row.Resolved is LocalDateTime resolved ? Time(resolved) : "", row.Score is int score ? Text(score) : "",
    ];

    private static DeskPractice Practice(DeskChannel channel, int month) =>
        month < DeskTable.FirstMonthOfNewPractice ? channel.Before : channel.Since;

    private static string Time(LocalDateTime time) =>
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>")
            .Format(time.InZoneLeniently(Zone).ToOffsetDateTime());

    private static string Period(int month) => FormattableString.Invariant($"{DeskTable.Year}-P{month:00}");

    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Money(long cents) => FormattableString.Invariant($"{cents / 100}.{cents % 100:00}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
