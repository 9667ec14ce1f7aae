namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Verifies the total rows of one rule against the rows above.</summary>
internal sealed class TotalReading(TotalRows rule, SourceBinder binder)
{
    private readonly Func<ForeignRow, bool> test = rule.Test.Bind(binder);
    private readonly AmountSums sums = new();

    public bool IsTotal(ForeignRow row) => test(row);

    public bool IsVerified => rule.Scope != TotalScope.Unverified;

    public void Add(int column, ExactNumber? amount) => sums.Add(column, amount);

    /// <summary>The sum that a total must be; null where an amount above is unreadable.</summary>
    public ExactNumber? Expected(int column) => sums.Of(column);

    /// <summary>Ends the rows of a total.</summary>
    public void Close()
    {
        if (rule.Scope == TotalScope.SincePrevious)
        {
            sums.Clear();
        }
    }
}
