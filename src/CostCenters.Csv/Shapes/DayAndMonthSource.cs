
namespace CostCenters.Csv.Shapes;

internal sealed class DayAndMonthSource : ColumnSource
{
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
}
