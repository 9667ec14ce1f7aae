using System.Collections.Immutable;
using CostCenters.Csv.Cells;
using NodaTime;

namespace CostCenters.Csv.Shapes;

internal sealed class LocalTimeSource : ColumnSource
{
    public LocalTimeSource(ColumnSource text, DateTimeZone zone, IEnumerable<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(patterns);
        Text = text;
        Zone = zone;
        Patterns = [.. patterns.Select(DatePattern.Create)];
        if (Patterns.IsEmpty)
        {
            throw new ArgumentException("Name at least one pattern.", nameof(patterns));
        }
    }

    public ColumnSource Text { get; }

    public DateTimeZone Zone { get; }

    public ImmutableArray<DatePattern> Patterns { get; }

    internal override bool IsContractForm => true;
}
