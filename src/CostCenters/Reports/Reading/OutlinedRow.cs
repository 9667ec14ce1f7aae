namespace CostCenters.Reports.Reading;

/// <summary>A row among those of its report that people read: of a center with all below it, or of what a center has
/// of its own.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <remarks>Immutable.</remarks>
public sealed class OutlinedRow<T>
{
    internal OutlinedRow(T row, bool isOwn)
    {
        Row = row;
        IsOwn = isOwn;
    }

    /// <summary>The figures.</summary>
    public T Row { get; }

    /// <summary>Whether these are the own amounts of a center with children, which stand between the row of the center
    /// and those of its children where they are not all of it; no total counts them again.</summary>
    public bool IsOwn { get; }
}
