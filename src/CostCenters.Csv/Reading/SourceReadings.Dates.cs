using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Reading;

internal static partial class SourceReadings
{
    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private static CellReading Read(MonthDateSource source, SourceBinder binder)
    {
        CellReading years = source.Year.Bind(binder);
        CellReading months = source.Month.Bind(binder);
        return row =>
        {
            string yearText = Encoding.UTF8.GetString(years(row));
            string monthText = Encoding.UTF8.GetString(months(row));
            if (yearText.Length == 0 && monthText.Length == 0)
            {
                return default;
            }

            return MonthNames.FindYear(yearText) is int year and >= DateCell.FirstYear and <= DateCell.LastYear
                && MonthNames.Find(monthText) is int month
                ? row.Keep(LocalDatePattern.Iso.Format(DayOf(year, month, source.Day)))
                : row.Fault(
                    ImportIssueCode.BadDate,
                    $"{yearText} {monthText}",
                    "A year of four digits and a month, 1 to 12 or its name, were expected.");
        };
    }

    private static CellReading Read(DayAndMonthSource source, SourceBinder binder)
    {
        CellReading dayMonths = source.DayMonth.Bind(binder);
        CellReading froms = source.From.Bind(binder);
        CellReading throughs = source.Through.Bind(binder);
        return row =>
        {
            string text = Encoding.UTF8.GetString(dayMonths(row));
            if (text.Length == 0)
            {
                return default;
            }

            string fromText = Encoding.UTF8.GetString(froms(row));
            string throughText = Encoding.UTF8.GetString(throughs(row));
            if (ReadBound(row, fromText) is not LocalDate from || ReadBound(row, throughText) is not LocalDate through)
            {
                return row.Fault(
                    ImportIssueCode.BadDate, $"{fromText} {throughText}", "The days between which dates lie were "
                        + "expected as yyyyMMdd or by the profile's date patterns.");
            }

            LocalDate[] days = [.. DaysIn(text, from, through)];
            return days.Length == 1
                ? row.Keep(LocalDatePattern.Iso.Format(days[0]))
                : row.Fault(
                    ImportIssueCode.BadDate,
                    text,
                    $"Day and month (DDMM) of {(days.Length == 0 ? "a" : "one")} day from "
                        + $"{LocalDatePattern.Iso.Format(from)} to {LocalDatePattern.Iso.Format(through)} were expected"
                        + (days.Length == 0 ? "." : "; more than one year has it, so the file does not say which."));
        };
    }

    private static CellReading Read(PeriodSource source, SourceBinder binder)
    {
        CellReading years = source.Year.Bind(binder);
        CellReading numbers = source.Number.Bind(binder);
        return row =>
        {
            string yearText = Encoding.UTF8.GetString(years(row));
            string numberText = Encoding.UTF8.GetString(numbers(row));
            if (yearText.Length == 0 && numberText.Length == 0)
            {
                return default;
            }

            string digits = numberText.Trim();
            return MonthNames.FindYear(yearText) is int year
                && digits.Length is >= 1 and <= 3
                && digits.All(char.IsAsciiDigit)
                && int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and <= 99 and int number
                ? row.Keep(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-P{number:00}"))
                : row.Fault(
                    ImportIssueCode.BadPeriod,
                    $"{yearText} {numberText}",
                    "A year of four digits and the number of a period were expected.");
        };
    }

    private static CellReading Read(LastDaySource source, SourceBinder binder)
    {
        CellReading ends = source.End.Bind(binder);
        return row =>
        {
            string text = Encoding.UTF8.GetString(ends(row));
            if (text.Length == 0)
            {
                return default;
            }

            return row.ReadMoment(text) is LocalDateTime end
                ? row.Keep(LocalDatePattern.Iso.Format(end.PlusTicks(-1).Date))
                : row.Fault(
                    ImportIssueCode.BadDate, text, "The exclusive end of a span was expected by the date patterns.");
        };
    }

    /// <summary>The day that stands for a month.</summary>
    public static LocalDate DayOf(int year, int month, DayOfMonth day) =>
        day == DayOfMonth.First
            ? new LocalDate(year, month, 1)
            : new YearMonth(year, month).OnDayOfMonth(CalendarSystem.Iso.GetDaysInMonth(year, month));

    private static LocalDate? ReadBound(ForeignRow row, string text) =>
        Compact.Parse(text).TryGetValue(default, out LocalDate date) ? date : row.ReadDate(text);

    private static IEnumerable<LocalDate> DaysIn(string text, LocalDate from, LocalDate through)
    {
        if (text.Length is not (3 or 4) || !text.All(char.IsAsciiDigit))
        {
            yield break;
        }

        string padded = text.PadLeft(4, '0');
        int day = ((padded[0] - '0') * 10) + (padded[1] - '0');
        int month = ((padded[2] - '0') * 10) + (padded[3] - '0');
        for (int year = from.Year; year <= through.Year; year++)
        {
            if (month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
            {
                var date = new LocalDate(year, month, day);
                if (date >= from && date <= through)
                {
                    yield return date;
                }
            }
        }
    }
}
