namespace CostCenters.Csv.Shapes;

/// <summary>A column that is not read but must agree with others: a running balance, a difference.</summary>
/// <remarks>A row that does not agree is rejected and told with both figures. Immutable.</remarks>
public sealed class ColumnCheck
{
    private ColumnCheck(ColumnSource column, ColumnSource? minuend, ColumnSource? subtrahend)
    {
        ArgumentNullException.ThrowIfNull(column);
        Column = column;
        Minuend = minuend;
        Subtrahend = subtrahend;
    }

    /// <summary>The column that is checked; an empty cell is not.</summary>
    public ColumnSource Column { get; }

    /// <summary>What the difference is taken from; null for a running total of the amounts.</summary>
    public ColumnSource? Minuend { get; }

    /// <summary>What is taken away.</summary>
    public ColumnSource? Subtrahend { get; }

    /// <summary>The column is the sum of the amounts up to its row, from the opening balance of its section, or from
    /// the first balance less its amount.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is null.</exception>
    public static ColumnCheck RunningTotal(ColumnSource column) => new(column, null, null);

    /// <summary>The column is a difference, whose sign is thereby named.</summary>
    /// <param name="column">The column, such as a variance.</param>
    /// <param name="minuend">What the difference is taken from.</param>
    /// <param name="subtrahend">What is taken away.</param>
    /// <exception cref="ArgumentNullException">A column is null.</exception>
    public static ColumnCheck Difference(ColumnSource column, ColumnSource minuend, ColumnSource subtrahend)
    {
        ArgumentNullException.ThrowIfNull(minuend);
        ArgumentNullException.ThrowIfNull(subtrahend);
        return new(column, minuend, subtrahend);
    }
}
