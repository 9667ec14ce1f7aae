using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using NodaTime;
using NodaTime.TimeZones;

namespace CostCenters.Csv.Reading;

internal static partial class SourceReadings
{
    private const int MostHoursDigits = 6;

    private static CellReading Read(ElapsedTimeSource source, SourceBinder binder)
    {
        CellReading starts = source.Start.Bind(binder);
        CellReading durations = source.Elapsed.Bind(binder);
        return row =>
        {
            string text = Encoding.UTF8.GetString(durations(row)).Trim();
            if (text.Length == 0)
            {
                return default;
            }

            // A fault of the start is told where that is a column of its own.
            int faults = row.Faults.Count;
            ReadOnlySpan<byte> startText = starts(row);
            row.Faults.RemoveRange(faults, row.Faults.Count - faults);
            Duration? read = ReadDuration(text);
            Duration? passed = source.Goal is Duration goal ? goal - read : read;
            return TimeCell.TryRead(startText, out long start)
                && passed >= Duration.Zero
                && InYears(
                    Instant.FromUnixTimeTicks(start * 10) + passed.Value) is Instant time
                ? row.Keep(TimeCell.Format(time))
                : row.Fault(
                    ImportIssueCode.BadTime,
                    text,
                    source.Goal is null
                        ? "Hours and minutes that passed since the opening were expected, such as 26:15 or 26:15:00."
                        : "The hours and minutes that are left of the goal were expected, such as 3:59 or -0:30, and "
                            + "no more than the goal.");
        };
    }

    private static CellReading Read(LocalTimeSource source, SourceBinder binder)
    {
        CellReading texts = source.Text.Bind(binder);
        var times = new DateCell(source.Patterns);
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

            ZoneLocalMapping mapping = source.Zone.MapLocal(moment);
            return mapping.Count == 1 && InYears(mapping.Single().ToInstant()) is Instant time
                ? row.Keep(TimeCell.Format(time))
                : row.Fault(
                    ImportIssueCode.BadTime,
                    text,
                    $"A time that the clocks of {source.Zone.Id} show once was expected; they "
                        + (mapping.Count == 0 ? "skip this one." : "show this one twice. Export with the offset."));
        };
    }

    private static Duration? ReadDuration(string text)
    {
        bool isNegative = text.StartsWith('-');
        string[] parts = text[(isNegative ? 1 : 0)..].Split(':');
        bool isDuration = parts.Length is 2 or 3
            && parts[0].Length is >= 1 and <= MostHoursDigits
            && parts[1..].All(part => part.Length == 2 && part[0] <= '5')
            && parts.All(part => part.All(char.IsAsciiDigit));
        if (!isDuration)
        {
            return null;
        }

        int[] numbers = [.. parts.Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))];
        Duration duration = Duration.FromHours(numbers[0]) + Duration.FromMinutes(numbers[1])
            + Duration.FromSeconds(numbers.Length == 3 ? numbers[2] : 0);
        return isNegative ? -duration : duration;
    }

    /// <summary>The moment in the writing's bounds, years by UTC, to the microsecond; null beyond them.</summary>
    private static Instant? InYears(Instant time) =>
        time.InUtc().Year is >= DateCell.FirstYear and <= DateCell.LastYear
            ? Instant.FromUnixTimeTicks(time.ToUnixTimeTicks() / 10 * 10)
            : null;
}
