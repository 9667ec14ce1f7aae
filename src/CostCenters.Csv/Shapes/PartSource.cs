
namespace CostCenters.Csv.Shapes;

internal sealed class PartSource : ColumnSource
{
    public PartSource(ColumnSource whole, string separator, int number)
    {
        ArgumentException.ThrowIfNullOrEmpty(separator);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Whole = whole;
        Separator = separator;
        Number = number;
    }

    public ColumnSource Whole { get; }

    public string Separator { get; }

    public int Number { get; }
}
