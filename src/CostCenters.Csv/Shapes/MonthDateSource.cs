
namespace CostCenters.Csv.Shapes;

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
}
