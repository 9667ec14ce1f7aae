using System.Globalization;
using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class PeriodSource : ColumnSource
{
    public PeriodSource(ColumnSource year, ColumnSource number)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(number);
        Year = year;
        Number = number;
    }

    public ColumnSource Year { get; }

    public ColumnSource Number { get; }

    internal override bool IsContractForm => true;

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading years = Year.Bind(binder);
        CellReading numbers = Number.Bind(binder);
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
}
