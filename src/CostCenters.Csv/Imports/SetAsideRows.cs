namespace CostCenters.Csv.Imports;

/// <summary>Rows of a file that are no data of the table: totals that agree, labels, rows that a filter names.</summary>
public sealed class SetAsideRows
{
    internal SetAsideRows(string reason, long count)
    {
        Reason = reason;
        Count = count;
    }

    /// <summary>Why they were set aside.</summary>
    public string Reason { get; }

    /// <summary>How many there are.</summary>
    public long Count { get; }
}
