namespace CostCenters.Samples.LargeLedger;

/// <summary>Rows of one file out of all.</summary>
/// <param name="First">The first.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct RowRange(long First, long End)
{
    public long Count => End - First;

    /// <summary>The rows of one of its blocks.</summary>
    public RowRange Block(long number, int rows)
    {
        long first = First + (number * rows);
        return new RowRange(first, Math.Min(first + rows, End));
    }
}
