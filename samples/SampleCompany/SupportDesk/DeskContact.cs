using NodaTime;

namespace CostCenters.Samples.SampleCompany.SupportDesk;

/// <summary>A row of contacts.csv: one time that a customer turned to the desk.</summary>
internal sealed record DeskContact(
    string Ticket,
    DeskChannel Channel,
    string Cause,
    LocalDateTime Opened,
    LocalDateTime Answered,
    LocalDateTime? Resolved,
    int? Score);

/// <summary>Makes the contacts of the year, ticket by ticket, each month from a stream of its own.</summary>
internal static class DeskContacts
{
    private const int Scored = 350;

    // A tenth of the answers each, against the middle of all, in permille.
    private static readonly int[] Spread = [250, 400, 550, 700, 850, 1_000, 1_250, 1_500, 1_900, 3_000];

    public static IEnumerable<DeskContact> Rows()
    {
        int ticket = 0;
        for (int month = 1; month <= 12; month++)
        {
            foreach (DeskChannel channel in DeskTable.Channels)
            {
                foreach (DeskCause cause in DeskTable.Causes)
                {
                    var random = new RandomStream($"desk/{channel.Center}/{cause.Name}/{month}");
                    for (int left = Tickets(channel, cause, month, random); left > 0; left--)
                    {
                        foreach (DeskContact contact in Ticket($"T{++ticket:00000}", channel, cause, month, random))
                        {
                            yield return contact;
                        }
                    }
                }
            }
        }
    }

    private static int Tickets(DeskChannel channel, DeskCause cause, int month, RandomStream random)
    {
        long left = month >= cause.Start ? 1_000 - cause.Prevented : 1_000;
        long tickets = (long)DeskTable.Customers(month) * cause.PerThousandCustomers * channel.TicketShare * left;
        return (int)Whole.Divide(tickets * random.Permille(30), 1_000_000_000_000);
    }

    private static IEnumerable<DeskContact> Ticket(
        string ticket, DeskChannel channel, DeskCause cause, int month, RandomStream random)
    {
        DeskPractice practice = month < DeskTable.FirstMonthOfNewPractice ? channel.Before : channel.Since;
        IReadOnlyList<LocalDate> days = DeskHours.Workdays(DeskTable.Year, month);
        LocalDateTime opened = days[random.Between(0, days.Count - 1)]
            .At(new LocalTime(8, 0).PlusMinutes(random.Between(0, DeskHours.MinutesADay - 1)));
        while (true)
        {
            // Who comes back does so within a few days; the year ends with its last day.
            bool repeats = random.Between(1, 1_000) <= practice.Repeated && opened.Month == month;
            int wait = (int)Whole.Divide((long)practice.Response * Spread[random.Between(0, 9)], 1_000);
            LocalDateTime answered = DeskHours.Add(opened, wait);
            LocalDateTime? resolved = repeats
                ? null
                : DeskHours.Add(answered, 60 * practice.MinutesEach / 10);
            yield return new DeskContact(
                ticket, channel, cause.Name, opened, answered, resolved, repeats ? null : Score(practice, random));
            LocalDateTime again = DeskHours.Add(opened, 3_600 * random.Between(4, 40));
            if (!repeats || again.Year > DeskTable.Year)
            {
                yield break;
            }

            opened = again;
        }
    }

    private static int? Score(DeskPractice practice, RandomStream random) =>
        random.Between(1, 1_000) > Scored ? null
        : random.Between(1, 1_000) <= practice.Satisfied ? random.Between(4, 5)
        : random.Between(1, 3);
}
