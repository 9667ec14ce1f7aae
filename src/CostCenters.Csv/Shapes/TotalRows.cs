namespace CostCenters.Csv.Shapes;

/// <summary>Rows that hold the sum of rows above: verified against them, then set aside.</summary>
/// <remarks>A total that is not the sum is rejected and told with both figures. Rows that a filter sets aside count, as
/// the file's own totals have them; other totals do not. Looked at before sections. Immutable.</remarks>
public sealed class TotalRows
{
    /// <summary>Creates a rule.</summary>
    /// <param name="test">Which rows are totals.</param>
    /// <param name="scope">Which rows above they sum.</param>
    /// <exception cref="ArgumentNullException"><paramref name="test"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown scope.</exception>
    public TotalRows(RowTest test, TotalScope scope)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (!Enum.IsDefined(scope))
        {
            throw new ArgumentOutOfRangeException(nameof(scope), scope, "An unknown scope.");
        }

        Test = test;
        Scope = scope;
    }

    /// <summary>Which rows are totals.</summary>
    public RowTest Test { get; }

    /// <summary>Which rows above they sum.</summary>
    public TotalScope Scope { get; }
}
