namespace CostCenters.Data.Results;

/// <summary>Rows of a table that were not used, for one reason.</summary>
/// <remarks>A row with several faults counts under each of them, and once among the rejected rows. Immutable.</remarks>
public sealed record SqlRejection
{
    internal SqlRejection(SqlRejectionReason reason, string column, long rowCount, string sample)
    {
        Reason = reason;
        Column = column;
        RowCount = rowCount;
        Sample = sample;
    }

    /// <summary>Why.</summary>
    public SqlRejectionReason Reason { get; }

    /// <summary>The column at fault.</summary>
    public string Column { get; }

    /// <summary>How many rows have this fault, 1 or more.</summary>
    public long RowCount { get; }

    /// <summary>One of them, as <c>column=value</c> pairs.</summary>
    public string Sample { get; }

    /// <summary>Text such as <c>12 rows: UnknownCenter in center, for example center=X9, element=rent</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{RowCount} rows: {Reason} in {Column}, for example {Sample}");
}
