namespace CostCenters.Structure;

/// <summary>Whether a center takes postings.</summary>
public enum CenterStatus
{
    /// <summary>Postings are taken.</summary>
    Open,

    /// <summary>The center exists but takes no postings.</summary>
    Blocked,
}
