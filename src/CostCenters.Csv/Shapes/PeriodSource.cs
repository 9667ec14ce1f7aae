
namespace CostCenters.Csv.Shapes;

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
}
