using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class HeadingSource : ColumnSource
{
    public HeadingSource(string place)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(place);
        Place = place;
    }

    public string Place { get; }

    internal override CellReading Bind(SourceBinder binder)
    {
        string place = Place;
        return row => row.Heading(place);
    }
}
