using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

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

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading first = First.Bind(binder);
        CellReading second = Second.Bind(binder);
        return row =>
        {
            ReadOnlySpan<byte> text = first(row);
            return text.IsEmpty ? second(row) : text;
        };
    }
}
