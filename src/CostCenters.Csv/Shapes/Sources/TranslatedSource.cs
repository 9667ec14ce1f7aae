using System.Collections.Immutable;
using System.Text;
using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class TranslatedSource : ColumnSource
{
    public TranslatedSource(ColumnSource original, ImmutableDictionary<string, string> texts)
    {
        Original = original;
        Texts = texts.IsEmpty
            ? throw new ArgumentException("Name at least one text.", nameof(texts))
            : texts;
    }

    public ColumnSource Original { get; }

    public ImmutableDictionary<string, string> Texts { get; }

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading original = Original.Bind(binder);
        return row =>
        {
            ReadOnlySpan<byte> text = original(row);
            return Texts.TryGetValue(Encoding.UTF8.GetString(text), out string? other) ? row.Keep(other) : text;
        };
    }
}
