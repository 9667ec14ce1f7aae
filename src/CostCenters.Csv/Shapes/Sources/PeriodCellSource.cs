using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

/// <summary>The cell of the current period column.</summary>
internal sealed class PeriodCellSource : ColumnSource
{
    private PeriodCellSource()
    {
    }

    public static PeriodCellSource Instance { get; } = new();

    internal override CellReading Bind(SourceBinder binder) =>
        static row => row.Period is PeriodHeading heading ? row.Cell(heading.Position) : default;
}
