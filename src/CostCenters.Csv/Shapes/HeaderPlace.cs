namespace CostCenters.Csv.Shapes;

/// <summary>Where the header of a file stands.</summary>
/// <remarks><c>default</c> is the first line behind the preamble.</remarks>
public readonly record struct HeaderPlace
{
    private HeaderPlace(int within, bool isNone)
    {
        Within = within;
        IsNone = isNone;
    }

    /// <summary>The first line behind the preamble.</summary>
    public static HeaderPlace First => default;

    /// <summary>There is none: columns are found by their place.</summary>
    public static HeaderPlace None { get; } = new(0, isNone: true);

    /// <summary>The number of rows among which the header is found by its names; 0 where it is the first.</summary>
    public int Within { get; }

    /// <summary>Whether there is no header.</summary>
    public bool IsNone { get; }

    /// <summary>The first of so many rows that has all the names which the profile asks for.</summary>
    /// <param name="rows">1 to 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of bounds.</exception>
    public static HeaderPlace FoundWithin(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, 1_000);
        return new(rows, isNone: false);
    }
}
