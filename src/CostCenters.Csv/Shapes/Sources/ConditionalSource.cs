using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

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

    internal override CellReading Bind(SourceBinder binder)
    {
        Func<ForeignRow, bool> test = Test.Bind(binder);
        CellReading source = Source.Bind(binder);
        CellReading other = Other.Bind(binder);
        return row => test(row) ? source(row) : other(row);
    }
}
