
namespace CostCenters.Csv.Shapes;

internal sealed class PositionSource : ColumnSource
{
    public PositionSource(int position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, MostColumns);
        Position = position;
    }

    public int Position { get; }
}
