using System.Collections.Immutable;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Reading;
using NodaTime;
using NodaTime.TimeZones;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class LocalTimeSource : ColumnSource
{
    public LocalTimeSource(ColumnSource text, DateTimeZone zone, IEnumerable<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(patterns);
        Text = text;
        Zone = zone;
        Patterns = [.. patterns.Select(DatePattern.Create)];
        if (Patterns.IsEmpty)
        {
            throw new ArgumentException("Name at least one pattern.", nameof(patterns));
        }
    }

    public ColumnSource Text { get; }

    public DateTimeZone Zone { get; }

    public ImmutableArray<DatePattern> Patterns { get; }

    internal override bool IsContractForm => true;

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading texts = Text.Bind(binder);
        var times = new DateCell(Patterns);
        return row =>
        {
            string text = Encoding.UTF8.GetString(texts(row)).Trim();
            if (text.Length == 0)
            {
                return default;
            }

            if (times.ReadMoment(text) is not LocalDateTime moment)
            {
                return row.Fault(
                    ImportIssueCode.BadTime, text, $"A date and time {times.Expected} from {DateCell.FirstYear} to "
                        + $"{DateCell.LastYear} was expected, with one reading.");
            }

            ZoneLocalMapping mapping = Zone.MapLocal(moment);
            return mapping.Count == 1 && InYears(mapping.Single().ToInstant()) is Instant time
                ? row.Keep(TimeCell.Format(time))
                : row.Fault(
                    ImportIssueCode.BadTime, text, $"A time that the clocks of {Zone.Id} show once was expected; they "
                        + (mapping.Count == 0 ? "skip this one." : "show this one twice. Export with the offset."));
        };
    }

    /// <summary>The moment in the writing's bounds, years by UTC, to the microsecond; null beyond them.</summary>
    public static Instant? InYears(Instant time) =>
        time.InUtc().Year is >= DateCell.FirstYear and <= DateCell.LastYear
            ? Instant.FromUnixTimeTicks(time.ToUnixTimeTicks() / 10 * 10)
            : null;
}
