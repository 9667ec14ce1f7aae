using System.Text;
using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

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

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading whole = Whole.Bind(binder);
        byte[] separator = Encoding.UTF8.GetBytes(Separator);
        int number = Number;
        return row =>
        {
            ReadOnlySpan<byte> rest = whole(row);
            for (int part = 1; part < number; part++)
            {
                int end = rest.IndexOf(separator);
                if (end < 0)
                {
                    return default;
                }

                rest = rest[(end + separator.Length)..];
            }

            int last = rest.IndexOf(separator);
            return last < 0 ? rest : rest[..last];
        };
    }
}
