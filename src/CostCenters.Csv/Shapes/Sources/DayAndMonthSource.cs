using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Reading;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class DayAndMonthSource : ColumnSource
{
    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public DayAndMonthSource(ColumnSource dayAndMonth, ColumnSource from, ColumnSource through)
    {
        ArgumentNullException.ThrowIfNull(dayAndMonth);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(through);
        DayMonth = dayAndMonth;
        From = from;
        Through = through;
    }

    public ColumnSource DayMonth { get; }

    public ColumnSource From { get; }

    public ColumnSource Through { get; }

    internal override bool IsContractForm => true;

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading dayMonths = DayMonth.Bind(binder);
        CellReading froms = From.Bind(binder);
        CellReading throughs = Through.Bind(binder);
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
