
namespace CostCenters.Csv.Shapes;

internal sealed class HeadingSource : ColumnSource
{
    public HeadingSource(string place)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(place);
        Place = place;
    }

    public string Place { get; }
}
