using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using FsCheck.Xunit;
using NodaTime;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Properties;

/// <summary>Contacts against a model that goes through lists.</summary>
[Laws(Arbitrary = [typeof(UnitCostGenerators)])]
public class ContactProperties
{
    private static readonly ContactScheme Scheme = new(
        Centers,
        Calendar,
        WorkingHours.Of(
            DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Enumerable.Range(1, 6).Select(day =>
                new WorkingSpan((IsoDayOfWeek)day, new LocalTime(8, 0), new LocalTime(20, 0))),
            [new LocalDate(2026, 1, 6)]),
        [new ChannelCode("phone"), new ChannelCode("email")],
        new ScoreScale(1, 5));

    private sealed record Key(FiscalPeriod Period, CenterCode Center, ChannelCode Channel, CauseCode? Cause);

    /// <summary>What is told of a cell: a measure with how much it counts, and the value if it has one.</summary>
    private sealed record Told(Key Key, ContactMeasure Measure, long Count, decimal? Value)
    {
        public decimal? TimeOpen { get; init; }
    }

    [Property]
    public void Build_AnyEvents_CountsWhatTheModelCounts(ContactSample sample)
    {
        ILookup<Key, Told> expected = Model(sample.Events).ToLookup(told => told.Key);
        ContactFigures figures = Count(sample.Events).Build();

        Assert.Equal(expected.Count, figures.Cells.Length);
        Assert.All(figures.Cells, cell => AssertTotals(
            expected[new Key(cell.Period, cell.Center, cell.Channel, cell.Cause)], cell.Totals));
    }

    [Property]
    public void Total_NodeChannelOrCause_CountsWhatTheModelCounts(ContactSample sample)
    {
        List<Told> expected = [.. Model(sample.Events)];
        ContactFigures figures = Count(sample.Events).Build();
        var phone = new ChannelCode("phone");
        var login = new CauseCode("login");

        AssertTotals(expected, figures.Total(Tree, new CenterCode("S"), Range(1, 12)));
        AssertTotals(
            expected.Where(told => told.Key.Center.Value.StartsWith("S1", StringComparison.Ordinal)),
            figures.Total(Tree, new CenterCode("S1"), Range(1, 12)));
        AssertTotals(
            expected.Where(told => told.Key.Period == P(2) && told.Key.Channel == phone && told.Key.Cause == login),
            figures.Total(Tree, new CenterCode("S"), Range(2, 2), phone, login));
        Assert.All(
            figures.Cells.GroupBy(cell => (cell.Period, cell.Channel)),
            group => AssertTotals(
                expected.Where(told => (told.Key.Period, told.Key.Channel) == group.Key),
                ContactTotals.Sum(group.Select(cell => cell.Totals))));
    }

    [Property]
    public void Build_AnyThreadsAndParts_GivesTheSameFigures(ContactSample sample, int seed)
    {
        IEnumerable<string> expected = Text(Count(sample.Events).Build(threads: 1));
        foreach (int threads in new[] { 1, 2, 7 })
        {
            var random = new Random(seed + threads);
            ContactEvent[] shuffled = [.. sample.Events];
            random.Shuffle(shuffled);
            ContactFigures.Builder whole = Count([]);
            foreach (ContactEvent[] part in shuffled.Chunk(random.Next(1, 6)))
            {
                // Parts of parts, and events that come after a part.
                ContactFigures.Builder half = Count(part[..(part.Length / 2)]);
                half.Append(Count(part[(part.Length / 2)..^1]));
                whole.Append(half);
                whole.Add(part[^1]);
            }

            Assert.Equal(expected, Text(whole.Build(threads)));
        }
    }

    private static IEnumerable<Told> Model(IEnumerable<ContactEvent> events)
    {
        foreach (IGrouping<string, ContactEvent> ticket in events.GroupBy(each => each.Ticket))
        {
            ContactEvent[] chain = [.. ticket
                .OrderBy(each => each.Opened)
                .ThenBy(each => Centers.IndexOf(each.Center))
                .ThenBy(each => Scheme.Channels.IndexOf(each.Channel))
                .ThenBy(each => each.Cause?.Value ?? "", StringComparer.Ordinal)
                .ThenBy(each => each.FirstAnswered ?? Instant.MinValue)
                .ThenBy(each => each.Resolved ?? Instant.MinValue)
                .ThenBy(each => each.Score ?? decimal.MinValue)
                .ThenBy(each => each.Contacts)];
            ContactEvent first = chain[0];
            bool isAlone = chain.Skip(1).All(each => KeyOf(each).Period != KeyOf(first).Period);
            bool isAtOnce = isAlone && first.Contacts == 1 && first.Resolved is not null;
            yield return new Told(KeyOf(first), ContactMeasure.Tickets, 1, null);
            yield return new Told(KeyOf(first), ContactMeasure.RepeatedContacts, -1, null);
            yield return new Told(KeyOf(first), ContactMeasure.ResolvedAtFirstContact, isAtOnce ? 1 : 0, null);
            foreach (ContactEvent each in chain)
            {
                yield return new Told(KeyOf(each), ContactMeasure.Contacts, each.Contacts, null);
                yield return new Told(KeyOf(each), ContactMeasure.RepeatedContacts, each.Contacts, null);
            }

            if (chain.FirstOrDefault(each => each.FirstAnswered is not null) is { } answered)
            {
                decimal value = Seconds(first.Opened, answered.FirstAnswered!.Value);
                yield return new Told(KeyOf(answered), ContactMeasure.Answered, 1, value);
            }

            if (chain.FirstOrDefault(each => each.Resolved is not null) is { } resolved)
            {
                decimal value = Seconds(first.Opened, resolved.Resolved!.Value);
                yield return new Told(KeyOf(resolved), ContactMeasure.Resolved, 1, value);
            }

            if (chain.FirstOrDefault(each => each.Score is not null) is { } scored)
            {
                yield return new Told(KeyOf(scored), ContactMeasure.Scored, 1, scored.Score);
            }

            foreach (Told told in SpansOf(chain))
            {
                yield return told;
            }
        }
    }

    /// <summary>Goes through a ticket once for each event: were all resolutions before it over when it opened?
    /// </summary>
    private static IEnumerable<Told> SpansOf(ContactEvent[] chain)
    {
        int[] reopening = [.. Enumerable.Range(1, chain.Length - 1).Where(i => IsReopening(chain, i))];
        foreach (int i in reopening)
        {
            yield return new Told(KeyOf(chain[i]), ContactMeasure.Reopened, 1, null);
        }

        foreach (var period in chain.Index().GroupBy(each => KeyOf(each.Item).Period))
        {
            // The spans so far: each from an opening up to the next reopening, over when the last of it is resolved.
            int known = period.Max(each => each.Index) + 1;
            int[] starts = [0, .. reopening.Where(start => start < known)];
            ContactEvent[][] spans = [.. starts.Zip([.. starts.Skip(1), known], (from, until) => chain[from..until])];
            ContactEvent? last = spans[^1].Where(each => each.Resolved is not null)
                .OrderByDescending(each => each.Resolved).FirstOrDefault();
            if (last is not null && KeyOf(last).Period == period.Key)
            {
                yield return new Told(
                    KeyOf(last), ContactMeasure.FullyResolved, 1, Seconds(chain[0].Opened, last.Resolved!.Value))
                {
                    TimeOpen = spans.Sum(span => Seconds(span[0].Opened, span.Max(each => each.Resolved)!.Value)),
                };
            }
        }
    }

    private static bool IsReopening(ContactEvent[] chain, int number)
    {
        int start = Enumerable.Range(1, number - 1).LastOrDefault(i => IsReopening(chain, i));
        Instant? resolved = chain[start..number].Max(each => each.Resolved);
        return chain[number].Opened >= resolved;
    }

    private static Key KeyOf(ContactEvent each) => new(
        Calendar.PeriodOf(each.Opened.InZone(Scheme.Hours.Zone).Date), each.Center, each.Channel, each.Cause);

    /// <summary>Working time, counted minute by minute where there is none of an hour in between.</summary>
    private static decimal Seconds(Instant from, Instant until)
    {
        decimal seconds = 0;
        for (Instant at = from; at < until;)
        {
            // Working hours begin and end with full hours, and so do the changes of the zone.
            Instant next = Instant.Min(until, at + Duration.FromHours(1) - Duration.FromTicks(
                at.ToUnixTimeTicks() % NodaConstants.TicksPerHour));
            LocalDateTime local = at.InZone(Scheme.Hours.Zone).LocalDateTime;
            bool isWork = local.DayOfWeek != IsoDayOfWeek.Sunday && local.Hour is >= 8 and < 20
                && local.Date != new LocalDate(2026, 1, 6);
            seconds += isWork ? (decimal)(next - at).BclCompatibleTicks / NodaConstants.TicksPerSecond : 0;
            at = next;
        }

        return seconds;
    }

    private static void AssertTotals(IEnumerable<Told> expected, ContactTotals totals)
    {
        List<Told> told = [.. expected];
        Assert.Equal(
            Enum.GetValues<ContactMeasure>().Select(measure =>
                (measure, told.Where(each => each.Measure == measure).Sum(each => each.Count))),
            Enum.GetValues<ContactMeasure>().Select(measure => (measure, totals[measure])));
        AssertValues(ContactMeasure.Answered, totals.ResponseTimes, each => each.Value);
        AssertValues(ContactMeasure.Resolved, totals.ResolutionTimes, each => each.Value);
        AssertValues(ContactMeasure.FullyResolved, totals.FullResolutionTimes, each => each.Value);
        AssertValues(ContactMeasure.FullyResolved, totals.OpenTimes, each => each.TimeOpen);
        AssertValues(ContactMeasure.Scored, totals.Scores, each => each.Value);

        void AssertValues(ContactMeasure measure, Distribution distribution, Func<Told, decimal?> value)
        {
            decimal[] values =
                [.. told.Where(each => each.Measure == measure).Select(each => value(each)!.Value).Order()];
            Assert.Equal(Fraction.Of(values.Sum()), distribution.Total);
            Assert.Equal(
                values, distribution.Counts().SelectMany(pair => Enumerable.Repeat(pair.Key, (int)pair.Value)));
            Assert.All(new[] { 0, 1, 50, 90, 99, 100 }, percent => Assert.Equal(
                values.Cast<decimal?>().FirstOrDefault(one =>
                    values.Count(other => other <= one) * 100 >= percent * values.Length),
                distribution.Percentile(percent)));
        }
    }

    private static ContactFigures.Builder Count(IEnumerable<ContactEvent> events)
    {
        var builder = new ContactFigures.Builder(Scheme);
        foreach (ContactEvent contact in events)
        {
            builder.Add(contact);
        }

        return builder;
    }

    private static IEnumerable<string> Text(ContactFigures figures) => figures.Cells.Select(cell =>
    {
        string counts = string.Join(
            ",", Enum.GetValues<ContactMeasure>().Select(measure => cell.Totals[measure]));
        string values = string.Join(
            ";",
            new[]
            {
                cell.Totals.ResponseTimes, cell.Totals.ResolutionTimes, cell.Totals.FullResolutionTimes,
                cell.Totals.OpenTimes, cell.Totals.Scores,
            }.Select(each => string.Join(",", each.Counts())));
        return FormattableString.Invariant(
            $"{cell.Period} {cell.Center} {cell.Channel} {cell.Cause} {counts} {values}");
    });
}
