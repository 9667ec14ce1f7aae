using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class MetadataSource : ColumnSource
{
    public MetadataSource(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    public string Name { get; }

    internal override CellReading Bind(SourceBinder binder)
    {
        binder.NeedMetadata(Name);
        string name = Name;
        return row => row.Metadata(name);
    }
}
