using CostCenters.Calendars;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Benchmarks.Support;

/// <summary>A made-up support desk, and contacts of one year with it that are the same every time.</summary>
internal static class SupportDesk
{
    private static readonly string[] Channels = ["phone", "email", "chat", "self-service"];

    private const int CenterCount = 40;
    private const int CauseCount = 20;
    private const int MostEventsBetween = 50_000;
    private static readonly Instant FirstDay = Instant.FromUtc(2025, 1, 1, 0, 0);

    /// <summary>40 centers, four channels, ten working hours from Monday through Friday.</summary>
    public static ContactScheme CreateScheme()
    {
        var centers = new CenterHierarchy.Builder();
        for (int i = 0; i < CenterCount; i++)
        {
            centers.Add(new CenterCode($"S{i:D2}"), new CenterValidity($"Desk {i}", CenterKind.Cost));
        }

        return new ContactScheme(
            centers.Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            WorkingHours.Of(
                DateTimeZoneProviders.Tzdb["Europe/Berlin"],
                Enumerable.Range((int)IsoDayOfWeek.Monday, 5).Select(day =>
                    new WorkingSpan((IsoDayOfWeek)day, new LocalTime(8, 0), new LocalTime(18, 0))),
                []),
            Channels.Select(code => new ChannelCode(code)),
            new ScoreScale(1, 5));
    }

    /// <summary>Events in order of time. A fifth belongs to a ticket that had some before, nine tenths name one of 20
    /// causes, nearly all are answered, four fifths resolved, a third scored.</summary>
    public static IEnumerable<ContactEvent> Events(ContactScheme scheme, int count)
    {
        var random = new Random(42);
        CenterCode[] centers = [.. scheme.Centers.Centers.Select(center => center.Code)];
        CauseCode[] causes = [.. Enumerable.Range(0, CauseCount).Select(i => new CauseCode($"cause {i}"))];
        for (int i = 0; i < count; i++)
        {
            int ticket = random.Next(5) == 0 ? random.Next(Math.Max(0, i - MostEventsBetween), i + 1) : i;
            Instant opened = FirstDay
                + Duration.FromSeconds((i * 364L * 86_400 / count) + random.Next(3_600));
            yield return new ContactEvent(
                $"T-{ticket:D8}",
                centers[random.Next(centers.Length)],
                scheme.Channels[random.Next(scheme.Channels.Length)],
                random.Next(10) == 0 ? null : causes[random.Next(causes.Length)],
                opened,
                random.Next(20) == 0 ? null : opened + Duration.FromSeconds(random.Next(20_000)),
                random.Next(5) == 0 ? null : opened + Duration.FromSeconds(random.Next(1_000_000)),
                random.Next(10) == 0 ? 2 : 1,
                random.Next(3) == 0 ? random.Next(1, 6) : null);
        }
    }
}
