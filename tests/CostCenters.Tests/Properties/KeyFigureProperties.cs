using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using FsCheck.Xunit;
using NodaTime;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(UnitCostGenerators)])]
public class KeyFigureProperties
{
    private static readonly ContactScheme Scheme = new(
        Centers,
        Calendar,
        WorkingHours.Of(
            DateTimeZone.Utc,
            Enumerable.Range(1, 6).Select(day =>
                new WorkingSpan((IsoDayOfWeek)day, new LocalTime(8, 0), new LocalTime(20, 0))),
            []),
        [new ChannelCode("phone"), new ChannelCode("email")],
        new ScoreScale(1, 5));

    [Property]
    public void Read_Node_EqualsTheFigureOfItsLeaves(KeyFigureSample sample)
    {
        var table = Table(sample.Values);
        foreach (var (code, combine) in new (KeyFigureCode, Func<List<Fraction>, Fraction>)[]
        {
            (Calls, Fraction.Sum),
            (Heads, values => Fraction.Sum(values) / Fraction.Of(values.Count)),
            (Peak, values => values.Max()),
            (HeadsAtEnd, values => values[^1]),
        })
        {
            List<IGrouping<FiscalPeriod, KeyFigureValue>> groups = [.. sample.Values
                .Where(value => value.KeyFigure == code)
                .Where(value => value.Center.Value.StartsWith("S1", StringComparison.Ordinal))
                .GroupBy(value => value.Period).OrderBy(group => group.Key)];
            List<Fraction> periods = [.. groups.Select(group => Fraction.Of(group.Sum(value => value.Value)))];

            // A center that had the stock before has it in every later period in which any center has it.
            bool isComplete = code == Calls || groups.Zip(groups.Skip(1)).All(pair => pair.First.All(
                value => pair.Second.Any(later => later.Center == value.Center)));
            Figure read = table.Read(code, Tree, new CenterCode("S1"), Range(1, 12));

            Assert.Equal(periods.Count == 0 || !isComplete ? null : combine(periods), read.Value);
            Assert.Equal(
                periods.Count == 0 ? FigureGap.NoValue : isComplete ? FigureGap.None : FigureGap.Incomplete, read.Gap);
        }
    }

    [Property]
    public void Read_Ratio_EqualsTheRatioOfTheSums(KeyFigureSample sample)
    {
        var table = Table(sample.Values);
        var sums = new[] { Calls, Customers }.Select(code =>
            sample.Values.Where(value => value.KeyFigure == code).Select(value => (decimal?)value.Value).ToList())
            .Select(values => values.Count == 0 ? null : values.Sum()).ToList();
        Fraction? expected = sums[0] is decimal n && sums[1] is decimal d && d != 0
            ? Fraction.Of(n) / Fraction.Of(d)
            : null;

        Assert.Equal(expected, table.Read(Rate, Tree, new CenterCode("S"), Range(1, 12)).Value);
    }

    [Property]
    public void Read_FurtherPeriod_ChangesNoEarlierFigure(KeyFigureSample sample)
    {
        var early = Table(sample.Values.Where(value => value.Period <= P(6)));
        var late = Table(sample.Values);

        Assert.All(Catalog.Figures, figure => Assert.All(Enumerable.Range(1, 6), through => Assert.Equal(
            early.Read(figure.Code, Tree, new CenterCode("S"), Range(1, through)),
            late.Read(figure.Code, Tree, new CenterCode("S"), Range(1, through)))));
    }

    [Property]
    public void Count_AnyOrder_GivesTheSameFigures(ContactSample sample) =>
        Assert.Equal(Text(Count(sample.Events)), Text(Count(sample.Events.Reverse())));

    [Property]
    public void Count_FurtherPeriod_ChangesNoEarlierFigure(ContactSample sample)
    {
        var early = Count(sample.Events.Where(each => each.Opened < Instant.FromUtc(2026, 2, 1, 0, 0)));

        Assert.Equal(Text(early), Text(Count(sample.Events)).Where(text =>
            text.StartsWith("2026-P01", StringComparison.Ordinal)));
    }

    [Property]
    public void Total_Node_EqualsWhatItsLeavesComeTo(ContactSample sample)
    {
        var figures = Count(sample.Events);
        var node = figures.Total(Tree, new CenterCode("S"), Range(1, 12));
        decimal[] scores = [.. figures.Cells.SelectMany(cell => cell.Totals.Scores.Counts())
            .SelectMany(pair => Enumerable.Repeat(pair.Key, (int)pair.Value)).Order()];

        Assert.Equal(sample.Events.Sum(each => each.Contacts), node[ContactMeasure.Contacts]);
        Assert.Equal(
            sample.Events.Select(each => each.Ticket).Distinct().Count(), node[ContactMeasure.Tickets]);
        Assert.Equal(
            sample.Events.Where(each => each.Resolved is not null).Select(each => each.Ticket).Distinct().Count(),
            node[ContactMeasure.Resolved]);
        Assert.Equal(node[ContactMeasure.Resolved], node.ResolutionTimes.Count);
        foreach (int percent in new[] { 1, 25, 50, 90, 100 })
        {
            Assert.Equal(
                scores.Cast<decimal?>().FirstOrDefault(score =>
                    scores.Count(other => other <= score) * 100 >= percent * scores.Length),
                node.Scores.Percentile(percent));
        }
    }

    [Property]
    public void Count_TicketOfOneEvent_HasItsOwnWorkingTimes(ContactSample sample)
    {
        ContactEvent[] single = [.. sample.Events.DistinctBy(each => each.Ticket)];
        var expected = single.Where(each => each.FirstAnswered is not null)
            .Select(each => Scheme.Hours.Between(each.Opened, each.FirstAnswered!.Value).BclCompatibleTicks)
            .Select(ticks => (decimal)ticks / NodaConstants.TicksPerSecond);

        Assert.Equal(
            Distribution.Create(expected).Counts(), Count(single).Total(_ => true).ResponseTimes.Counts());
    }

    private static ContactFigures Count(IEnumerable<ContactEvent> events)
    {
        var builder = new ContactFigures.Builder(Scheme);
        foreach (ContactEvent contact in events)
        {
            builder.Add(contact);
        }

        return builder.Build();
    }

    private static IEnumerable<string> Text(ContactFigures figures) => figures.Cells.Select(cell =>
    {
        var totals = cell.Totals;
        string counts = string.Join(",", Enum.GetValues<ContactMeasure>().Select(measure => totals[measure]));
        string times = string.Join(",", new[]
            {
                totals.ResponseTimes, totals.ResolutionTimes, totals.FullResolutionTimes, totals.OpenTimes,
                totals.Scores,
            }.SelectMany(values => values.Counts()));
        return FormattableString.Invariant(
            $"{cell.Period} {cell.Center} {cell.Channel} {cell.Cause} {counts} {times}");
    });
}
