namespace CostCenters.Csv.Detection;

/// <summary>The sums of one column of numbers over the accepted rows, to be compared with the other system.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ControlTotal
{
    internal ControlTotal(string column, long rows, decimal positive, decimal negative)
    {
        Column = column;
        Rows = rows;
        Positive = positive;
        Negative = negative;
    }

    /// <summary>The column's name in the contract.</summary>
    public string Column { get; }

    /// <summary>How many accepted rows have a number there.</summary>
    public long Rows { get; }

    /// <summary>The sum of the numbers above zero.</summary>
    public decimal Positive { get; }

    /// <summary>The sum of the numbers below zero.</summary>
    public decimal Negative { get; }

    /// <summary>Positive + negative.</summary>
    public decimal Sum => Positive + Negative;
}
