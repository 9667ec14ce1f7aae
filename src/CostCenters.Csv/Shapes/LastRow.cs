namespace CostCenters.Csv.Shapes;

/// <summary>What a last row is that holds the sum of all rows above and less text than they.</summary>
public enum LastRow
{
    /// <summary>Not said: such a row is rejected.</summary>
    Unknown,

    /// <summary>A total: verified and set aside.</summary>
    Total,

    /// <summary>A row like any other.</summary>
    Row,
}
