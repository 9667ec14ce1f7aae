namespace CostCenters.Csv.Shapes;

/// <summary>Rows that are set aside: read, counted and told, but neither accepted nor rejected; or rows that are
/// rejected by name.</summary>
/// <remarks>Immutable.</remarks>
public sealed class RowFilter
{
    private RowFilter(RowTest test, bool keeps, string reason, bool refuses = false)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Test = test;
        Keeps = keeps;
        Reason = reason;
        Refuses = refuses;
    }

    /// <summary>The test.</summary>
    public RowTest Test { get; }

    /// <summary>Whether the rows of the test are kept and all others set aside.</summary>
    public bool Keeps { get; }

    /// <summary>Whether the rows of the test are rejected instead of set aside.</summary>
    public bool Refuses { get; }

    /// <summary>Why rows are set aside, as counts tell it, or what is to be done about rejected ones.</summary>
    public string Reason { get; }

    /// <summary>Sets the rows of a test aside.</summary>
    /// <param name="test">The test.</param>
    /// <param name="reason">Why, such as <c>reversed documents</c>.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static RowFilter Drop(RowTest test, string reason) => new(test, keeps: false, reason);

    /// <summary>Rejects the rows of a test, since they cannot be read rightly.</summary>
    /// <param name="test">The test.</param>
    /// <param name="reason">What was expected and what to do, as a sentence.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static RowFilter Refuse(RowTest test, string reason) => new(test, keeps: false, reason, refuses: true);

    /// <summary>Sets all other rows aside.</summary>
    /// <param name="test">The test.</param>
    /// <param name="reason">Why, such as <c>other ledgers</c>.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static RowFilter Keep(RowTest test, string reason) => new(test, keeps: true, reason);
}
