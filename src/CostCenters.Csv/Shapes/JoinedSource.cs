
namespace CostCenters.Csv.Shapes;

internal sealed class JoinedSource : ColumnSource
{
    public JoinedSource(string separator, IEnumerable<ColumnSource> parts)
    {
        ArgumentNullException.ThrowIfNull(separator);
        ArgumentNullException.ThrowIfNull(parts);
        Separator = separator;
        Parts = [.. parts];
        if (Parts.Count < 2)
        {
            throw new ArgumentException("At least two texts are joined.", nameof(parts));
        }
    }

    public string Separator { get; }

    public IReadOnlyList<ColumnSource> Parts { get; }
}
