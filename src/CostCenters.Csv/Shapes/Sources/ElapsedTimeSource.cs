using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Reading;
using NodaTime;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class ElapsedTimeSource : ColumnSource
{
    private const int MostHoursDigits = 6;

    public ElapsedTimeSource(ColumnSource start, ColumnSource duration, Duration? goal)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(duration);
        if (goal <= NodaTime.Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(goal), goal, "A goal above 0 was expected.");
        }

        Start = start;
        Duration = duration;
        Goal = goal;
    }

    public ColumnSource Start { get; }

    public ColumnSource Duration { get; }

    /// <summary>The goal of which the duration is left; null where the duration is what passed.</summary>
    public Duration? Goal { get; }

    internal override bool IsContractForm => true;

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading starts = Start.Bind(binder);
        CellReading durations = Duration.Bind(binder);
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
            Duration? passed = Read(text) is Duration read ? Goal is Duration goal ? goal - read : read : null;
            return TimeCell.TryRead(startText, out long start)
                && passed >= NodaTime.Duration.Zero
                && LocalTimeSource.InYears(
                    Instant.FromUnixTimeTicks(start * 10) + passed.Value) is Instant time
                ? row.Keep(TimeCell.Format(time))
                : row.Fault(
                    ImportIssueCode.BadTime,
                    text,
                    Goal is null
                        ? "Hours and minutes that passed since the opening were expected, such as 26:15 or 26:15:00."
                        : "The hours and minutes that are left of the goal were expected, such as 3:59 or -0:30, and "
                            + "no more than the goal.");
        };
    }

    private static Duration? Read(string text)
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
        Duration duration = NodaTime.Duration.FromHours(numbers[0]) + NodaTime.Duration.FromMinutes(numbers[1])
            + NodaTime.Duration.FromSeconds(numbers.Length == 3 ? numbers[2] : 0);
        return isNegative ? -duration : duration;
    }
}
