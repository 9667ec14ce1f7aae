
namespace CostCenters.Csv.Shapes;

internal sealed class MetadataSource : ColumnSource
{
    public MetadataSource(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    public string Name { get; }
}
