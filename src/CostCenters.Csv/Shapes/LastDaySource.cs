
namespace CostCenters.Csv.Shapes;

internal sealed class LastDaySource : ColumnSource
{
    public LastDaySource(ColumnSource end)
    {
        ArgumentNullException.ThrowIfNull(end);
        End = end;
    }

    public ColumnSource End { get; }

    internal override bool IsContractForm => true;
}
