using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Reading;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class MonthDateSource : ColumnSource
{
    public MonthDateSource(ColumnSource year, ColumnSource month, DayOfMonth day)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(month);
        if (!Enum.IsDefined(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "An unknown choice.");
        }

        Year = year;
        Month = month;
        Day = day;
    }

    public ColumnSource Year { get; }

    public ColumnSource Month { get; }

    public DayOfMonth Day { get; }

    internal override bool IsContractForm => true;

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading years = Year.Bind(binder);
        CellReading months = Month.Bind(binder);
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
                ? row.Keep(LocalDatePattern.Iso.Format(DayOf(year, month, Day)))
                : row.Fault(
                    ImportIssueCode.BadDate,
                    $"{yearText} {monthText}",
                    "A year of four digits and a month, 1 to 12 or its name, were expected.");
        };
    }

    /// <summary>The day that stands for a month.</summary>
    public static LocalDate DayOf(int year, int month, DayOfMonth day) =>
        day == DayOfMonth.First
            ? new LocalDate(year, month, 1)
            : new YearMonth(year, month).OnDayOfMonth(CalendarSystem.Iso.GetDaysInMonth(year, month));
}
