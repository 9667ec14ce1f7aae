using System.Text;
using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

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

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading[] readings = [.. Parts.Select(part => part.Bind(binder))];
        string separator = Separator;
        return row =>
        {
            var joined = new StringBuilder();
            foreach (CellReading reading in readings)
            {
                ReadOnlySpan<byte> part = reading(row);
                if (!part.IsEmpty)
                {
                    joined.Append(joined.Length > 0 ? separator : "").Append(Encoding.UTF8.GetString(part));
                }
            }

            return row.Keep(joined.ToString());
        };
    }
}
