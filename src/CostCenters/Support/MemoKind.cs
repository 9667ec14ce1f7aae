namespace CostCenters.Support;

/// <summary>What support was good for beside the help it gave.</summary>
public enum MemoKind
{
    /// <summary>A customer or deal that support found.</summary>
    Lead,

    /// <summary>A contract that was renewed because of support.</summary>
    Renewal,

    /// <summary>A customer who stayed because of support.</summary>
    ChurnAvoided,
}
