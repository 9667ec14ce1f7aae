using System.Collections.Immutable;

namespace CostCenters.Csv.Shapes;

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
}
