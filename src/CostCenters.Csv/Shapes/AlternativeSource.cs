
namespace CostCenters.Csv.Shapes;

internal sealed class AlternativeSource : ColumnSource
{
    public AlternativeSource(ColumnSource first, ColumnSource second)
    {
        ArgumentNullException.ThrowIfNull(second);
        First = first;
        Second = second;
    }

    public ColumnSource First { get; }

    public ColumnSource Second { get; }

    internal override bool IsContractForm => First.IsContractForm && Second.IsContractForm;
}
