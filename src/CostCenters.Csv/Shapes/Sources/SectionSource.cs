using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class SectionSource : ColumnSource
{
    public SectionSource(int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        Level = level;
    }

    public int Level { get; }

    internal override CellReading Bind(SourceBinder binder)
    {
        int level = Level;
        return row => row.Section(level);
    }
}
