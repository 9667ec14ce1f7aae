namespace CostCenters.Csv.Shapes.Reading;

/// <summary>The exact sums of a file's amounts, by column where there are several.</summary>
/// <remarks>One amount that cannot be read exactly makes the sum of its column unknown.</remarks>
internal sealed class AmountSums
{
    private readonly Dictionary<int, ExactNumber?> sums = [];

    public void Clear() => sums.Clear();

    public void Add(int column, ExactNumber? amount)
    {
        ExactNumber? sum = sums.TryGetValue(column, out ExactNumber? known) ? known : default(ExactNumber);
        sums[column] = sum is ExactNumber left && amount is ExactNumber right ? left + right : null;
    }

    /// <summary>The sum; 0 where there was no amount, null where one was unreadable.</summary>
    public ExactNumber? Of(int column) =>
        sums.TryGetValue(column, out ExactNumber? sum) ? sum : default(ExactNumber);
}
