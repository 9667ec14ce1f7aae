using CostCenters.Monetary;

namespace CostCenters.Csv.Detection;

/// <summary>The sums of a column, exact beyond 64 bits.</summary>
internal sealed class RunningTotal(string column, DecimalScale scale)
{
    private Int128 positive;
    private Int128 negative;

    /// <summary>How many numbers were added.</summary>
    public long Rows { get; private set; }

    public void Add(long? count)
    {
        if (count is long number)
        {
            Rows++;
            positive += Math.Max(number, 0);
            negative += Math.Min(number, 0);
        }
    }

    public ControlTotal ToTotal() => new(column, Rows, scale.ToDecimal(positive), scale.ToDecimal(negative));
}
