namespace CostCenters.Csv.Shapes;

/// <summary>Rows that are set aside: read, counted and told, but neither accepted nor rejected.</summary>
/// <remarks>Immutable.</remarks>
public sealed class RowFilter
{
    private RowFilter(RowTest test, bool keeps, string reason)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Test = test;
        Keeps = keeps;
        Reason = reason;
    }

    /// <summary>The test.</summary>
    public RowTest Test { get; }

    /// <summary>Whether the rows of the test are kept and all others set aside.</summary>
    public bool Keeps { get; }

    /// <summary>Why rows are set aside, as counts tell it.</summary>
    public string Reason { get; }

    /// <summary>Sets the rows of a test aside.</summary>
    /// <param name="test">The test.</param>
    /// <param name="reason">Why, such as <c>reversed documents</c>.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static RowFilter Drop(RowTest test, string reason) => new(test, keeps: false, reason);

    /// <summary>Sets all other rows aside.</summary>
    /// <param name="test">The test.</param>
    /// <param name="reason">Why, such as <c>other ledgers</c>.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static RowFilter Keep(RowTest test, string reason) => new(test, keeps: true, reason);
}
