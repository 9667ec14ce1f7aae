using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CostCenters.Csv.Tests.Properties;

[Laws(Arbitrary = [typeof(ContactFileGenerators)])]
public class ContactsCsvProperties
{
    private static readonly ContactScheme Scheme = new(
        ContactFileGenerators.Centers.Aggregate(
            new CenterHierarchy.Builder(),
            (builder, code) => builder.Add(new CenterCode(code), new CenterValidity("", CenterKind.Cost))).Build(),
        FiscalCalendar.Months(1, YearNaming.End),
        WorkingHours.RoundTheClock(DateTimeZoneProviders.Tzdb["Europe/Berlin"]),
        ContactFileGenerators.Channels.Select(code => new ChannelCode(code)),
        new ScoreScale(-10, 10));

    [Property] // Every event has a ticket of its own in the second comparison, so each of its cells comes back.
    public void Write_ThenRead_GivesTheSameFigures(ContactFile file)
    {
        ContactEvent[] apart = [.. file.Events.Select((each, index) => new ContactEvent(
            $"{each.Ticket} {index}", each.Center, each.Channel, each.Cause, each.Opened, each.FirstAnswered,
            each.Resolved, each.Contacts, each.Score))];

        Assert.All(new[] { file.Events, apart }, events =>
        {
            var result = WriteAndRead(events);

            Assert.Equal(events.Length, result.Counts.Accepted);
            Assert.Equal(ContactText.Of(Count(events)), ContactText.Of(result.GetOrThrow()));
        });
    }

    private static ImportResult<ContactFigures> WriteAndRead(IEnumerable<ContactEvent> events)
    {
        using var stream = new MemoryStream();
        ContactsCsv.Write(events, stream);
        stream.Position = 0;
        return ContactsCsv.Read(CsvInput.FromStream(stream, "contacts.csv"), Scheme, ImportProfile.Contract);
    }

    private static ContactFigures Count(IEnumerable<ContactEvent> events)
    {
        var builder = new ContactFigures.Builder(Scheme);
        foreach (ContactEvent each in events)
        {
            builder.Add(each);
        }

        return builder.Build();
    }
}

/// <summary>Events of a file.</summary>
public sealed record ContactFile(ContactEvent[] Events)
{
    public override string ToString() => string.Join("\n", Events.Select(each => each.ToString()));
}

public static class ContactFileGenerators
{
    public static readonly string[] Centers = ["S1", " S 2", "\"q\"", "ü"];
    public static readonly string[] Channels = ["phone", "e,mail", "=chat\n\"b\""];

    private static readonly Gen<Duration> Later =
        from microseconds in Gen.OneOf(
            Gen.Elements(0L, 1L, 250_000L, 1_000_000L), Gen.Choose(0, int.MaxValue).Select(count => count * 1_000L))
        select Duration.FromTicks(microseconds * 10);

    public static Arbitrary<ContactFile> ContactFiles() => Arb.From(
        from events in (
            from ticket in Gen.Elements("A", "a", "-1", "\"", "two\nlines", "über", "'x")
            from center in Gen.Elements(Centers)
            from channel in Gen.Elements(Channels)
            from cause in Gen.Elements<string?>(null, "login", "a,b", "\"")
            from start in Gen.Elements(
                Instant.FromUtc(1900, 1, 1, 0, 0),
                Instant.FromUtc(2026, 3, 29, 0, 30),
                Instant.FromUtc(2149, 6, 1, 0, 0))
            from wait in Later
            from answer in Gen.OneOf(Later.Select(x => (Duration?)x), Gen.Constant<Duration?>(null))
            from resolution in Gen.OneOf(Later.Select(x => (Duration?)x), Gen.Constant<Duration?>(null))
            from contacts in Gen.Elements(1, 2, int.MaxValue)
            from score in Gen.Elements<decimal?>(null, 0m, -10m, 4.5m, 9.999999m, 1.50m)
            select new ContactEvent(
                ticket,
                new CenterCode(center),
                new ChannelCode(channel),
                cause is null ? null : new CauseCode(cause),
                start + wait,
                start + wait + answer,
                start + wait + resolution,
                contacts,
                score)).ListOf()
        select new ContactFile([.. events]));
}
