
namespace CostCenters.Csv.Shapes;

internal sealed class SectionSource : ColumnSource
{
    public SectionSource(int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        Level = level;
    }

    public int Level { get; }
}
