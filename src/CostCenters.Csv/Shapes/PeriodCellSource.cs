
namespace CostCenters.Csv.Shapes;

/// <summary>The cell of the current period column.</summary>
internal sealed class PeriodCellSource : ColumnSource
{
    private PeriodCellSource()
    {
    }

    public static PeriodCellSource Instance { get; } = new();
}
