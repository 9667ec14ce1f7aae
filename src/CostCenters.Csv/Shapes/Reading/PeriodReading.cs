using System.Globalization;
using System.Text;
using CostCenters.Calendars;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes.Sources;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Takes the filled cells of a row's period columns one after the other, each with its date and period.
/// </summary>
internal sealed class PeriodReading
{
    private readonly PeriodColumns rule;
    private readonly FiscalCalendar? calendar;
    private readonly PeriodHeading[] headings;
    private readonly CellReading? years;
    private int next;

    private PeriodReading(
        PeriodColumns rule, FiscalCalendar? calendar, PeriodHeading[] headings, CellReading? years)
    {
        this.rule = rule;
        this.calendar = calendar;
        this.headings = headings;
        this.years = years;
        next = headings.Length;
    }

    public IReadOnlyList<PeriodHeading> Headings => headings;

    /// <summary>Finds the columns; null when there is none, which is told.</summary>
    public static PeriodReading? Create(
        PeriodColumns rule,
        IReadOnlyList<string>? header,
        long line,
        TableContext context,
        SourceBinder binder,
        ImportLog log)
    {
        List<PeriodHeading> headings = [];
        for (int position = 0; position < (header?.Count ?? 0); position++)
        {
            PeriodHeading? heading = rule.Patterns
                .Select(pattern => PeriodHeading.Read(header![position], position, pattern))
                .FirstOrDefault(found => found is not null);
            if (heading is not null)
            {
                headings.Add(heading);
                binder.Use(position);
            }
        }

        string expected = string.Join(" or ", rule.Headings.Select(heading => $"\"{heading}\""));
        if (headings.Count == 0)
        {
            log.Stop(
                ImportIssueCode.MissingColumn,
                line,
                null,
                null,
                $"The profile expects columns of periods by the headings {expected}; the header has none.");
            return null;
        }

        if (rule.Year is null && headings.Exists(heading => heading.Year is null))
        {
            log.Stop(
                ImportIssueCode.MissingColumn,
                line,
                null,
                null,
                $"The headings {expected} have no year. Name one in the profile: a column, metadata or a constant.");
            return null;
        }

        return new(rule, context.Calendar, [.. headings], rule.Year?.Bind(binder));
    }

    /// <summary>Starts with the columns of another row.</summary>
    public void Begin() => next = 0;

    /// <summary>Goes on to the next filled cell; false when the row has no more.</summary>
    public bool Next(ForeignRow row)
    {
        while (next < headings.Length)
        {
            PeriodHeading heading = headings[next++];
            if (!row.Cell(heading.Position).IsEmpty)
            {
                row.Period = heading;
                return true;
            }
        }

        row.Period = null;
        return false;
    }

    /// <summary>The date of the current cell as the contract writes it.</summary>
    public ReadOnlySpan<byte> ReadDate(ForeignRow row)
    {
        if (YearOf(row) is not int year)
        {
            return default;
        }

        PeriodHeading heading = row.Period!;
        if (heading.Month is int month)
        {
            return row.Keep(LocalDatePattern.Iso.Format(MonthDateSource.DayOf(year, month, rule.Day)));
        }

        return FindPeriod(row, year, heading.Number!.Value) is DateRange days
            ? row.Keep(LocalDatePattern.Iso.Format(rule.Day == DayOfMonth.First ? days.First : days.Last))
            : default;
    }

    /// <summary>The fiscal period of the current cell as the contract writes it.</summary>
    public ReadOnlySpan<byte> ReadPeriod(ForeignRow row)
    {
        if (YearOf(row) is not int year)
        {
            return default;
        }

        if (row.Period!.Number is int number)
        {
            return row.Keep(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-P{number:00}"));
        }

        int month = row.Period.Month!.Value;
        LocalDate first = MonthDateSource.DayOf(year, month, DayOfMonth.First);
        LocalDate last = MonthDateSource.DayOf(year, month, DayOfMonth.Last);
        return calendar is not null
            && calendar.PeriodOf(first) is FiscalPeriod period
            && period == calendar.PeriodOf(last)
            ? row.Keep(period.ToString())
            : row.Fault(
                ImportIssueCode.BadPeriod,
                string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
                "A month that is a period of the fiscal calendar was expected; name columns by {period} for others.");
    }

    private int? YearOf(ForeignRow row)
    {
        if (row.Period!.Year is int year && year is >= DateCell.FirstYear and <= DateCell.LastYear)
        {
            return year;
        }

        string text = years is null ? "" : Encoding.UTF8.GetString(years(row));
        if (MonthNames.FindYear(text) is int read and >= DateCell.FirstYear and <= DateCell.LastYear)
        {
            return read;
        }

        row.Fault(
            ImportIssueCode.BadPeriod,
            text,
            "A year of four digits was expected for the columns of periods.");
        return null;
    }

    private DateRange? FindPeriod(ForeignRow row, int year, int number)
    {
        if (number >= 1 && calendar?.Contains(new FiscalPeriod(year, number)) == true)
        {
            return calendar.DatesOf(new FiscalPeriod(year, number));
        }

        row.Fault(
            ImportIssueCode.BadPeriod,
            string.Create(CultureInfo.InvariantCulture, $"{year:0000}-P{number:00}"),
            "A period of the fiscal calendar was expected.");
        return null;
    }
}
