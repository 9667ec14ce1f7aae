using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class PositionSource : ColumnSource
{
    public PositionSource(int position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, HeaderMap.MostCells);
        Position = position;
    }

    public int Position { get; }

    internal override CellReading Bind(SourceBinder binder)
    {
        int position = Position - 1;
        binder.Use(position);
        return row => row.Cell(position);
    }
}
