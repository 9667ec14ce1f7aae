using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Tests.Unit.Support.Contacts;

public class WorkingHoursTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly WorkingHours Office = WorkingHours.Of(
        Berlin,
        Enumerable.Range(1, 5).Select(day =>
            new WorkingSpan((IsoDayOfWeek)day, new LocalTime(9, 0), new LocalTime(17, 0))),
        [new LocalDate(2026, 5, 1)]);

    private static readonly WorkingHours Nights = WorkingHours.Of(
        Berlin, [new WorkingSpan(IsoDayOfWeek.Sunday, LocalTime.Midnight, new LocalTime(6, 0))], []);

    [Theory]
    [InlineData("2026-03-06T16:00", "2026-03-09T10:00", 120)] // Friday to Monday: an hour on each.
    [InlineData("2026-03-09T08:00", "2026-03-09T09:30", 30)]
    [InlineData("2026-03-09T17:00", "2026-03-10T09:00", 0)]
    [InlineData("2026-03-02T09:00", "2026-03-09T09:00", 2_400)]
    [InlineData("2026-04-30T16:30", "2026-05-04T09:15", 45)] // The first of May is a holiday.
    public void Between_OfficeHours_CountsWorkAlone(string from, string until, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), Office.Between(At(from), At(until)));

    [Theory]
    [InlineData("2026-03-28T12:00", "2026-03-29T12:00", 5)] // The clock skips an hour of the night.
    [InlineData("2026-10-24T12:00", "2026-10-25T12:00", 7)] // The clock shows an hour twice.
    [InlineData("2026-06-06T12:00", "2026-06-07T12:00", 6)]
    public void Between_NightOfAClockChange_CountsHoursThatPass(string from, string until, int hours) =>
        Assert.Equal(Duration.FromHours(hours), Nights.Between(At(from), At(until)));

    [Fact]
    public void Between_RoundTheClock_IsTheTimeThatPassed() =>
        Assert.Equal(
            Duration.FromHours(23),
            WorkingHours.RoundTheClock(Berlin).Between(At("2026-03-29T00:00"), At("2026-03-30T00:00")));

    [Fact]
    public void DateOf_LateEvening_IsTheDayOfTheZone() =>
        Assert.Equal(new LocalDate(2026, 2, 1), Office.DateOf(Instant.FromUtc(2026, 1, 31, 23, 30)));

    [Fact]
    public void Of_OverlappingSpans_IsRefused() =>
        Assert.Throws<ArgumentException>(() => WorkingHours.Of(
            Berlin,
            [
                new WorkingSpan(IsoDayOfWeek.Monday, new LocalTime(9, 0), new LocalTime(12, 0)),
                new WorkingSpan(IsoDayOfWeek.Monday, new LocalTime(11, 0), new LocalTime(13, 0)),
            ],
            []));

    [Fact]
    public void Between_Backwards_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Office.Between(At("2026-03-02T09:00"), At("2026-03-01T09:00")));

    private static Instant At(string local) =>
        Berlin.AtStrictly(NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm")
            .Parse(local).GetValueOrThrow()).ToInstant();

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")] // Skips midnights.
    [InlineData("America/St_Johns")] // Repeats minutes around midnight.
    [InlineData("Pacific/Apia")] // Skips a whole day.
    [InlineData("Africa/Casablanca")] // Changes often.
    public void DateOf_AroundEveryChangeOfTheZone_IsTheDayFromItsFirstMidnight(string id)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
        WorkingHours hours = WorkingHours.RoundTheClock(zone);
        IEnumerable<LocalDate> changes = zone
            .GetZoneIntervals(Instant.FromUtc(1900, 1, 5, 0, 0), Instant.FromUtc(2149, 12, 20, 0, 0))
            .SkipLast(1)
            .Select(interval => interval.IsoLocalEnd.Date);

        Assert.All(changes.SelectMany(date => Enumerable.Range(-3, 7).Select(date.PlusDays)), date =>
        {
            Instant start = FirstMidnight(date);
            Instant end = FirstMidnight(date.PlusDays(1));
            Assert.Equal(start < end ? date : date.PlusDays(1), hours.DateOf(start));
            Assert.Equal(start < end ? date : date.PlusDays(-1), hours.DateOf(end - Duration.FromTicks(10)));
        });

        Instant FirstMidnight(LocalDate date)
        {
            var mapping = zone.MapLocal(date.AtMidnight());
            return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
        }
    }
}
