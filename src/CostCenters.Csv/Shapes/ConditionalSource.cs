
namespace CostCenters.Csv.Shapes;

internal sealed class ConditionalSource : ColumnSource
{
    public ConditionalSource(RowTest test, ColumnSource source, ColumnSource other)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(other);
        Test = test;
        Source = source;
        Other = other;
    }

    public RowTest Test { get; }

    public ColumnSource Source { get; }

    public ColumnSource Other { get; }

    internal override bool IsContractForm => Source.IsContractForm && Other.IsContractForm;
}
