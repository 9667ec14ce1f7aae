namespace CostCenters.Csv.Profiles;

/// <summary>What a DATEV posting with the mark of a reversal (<c>Generalumkehr</c>) does to its account.</summary>
/// <remarks>Programs write such rows in both ways, and nothing in the file tells which.</remarks>
public enum DatevReversal
{
    /// <summary>The flag is that of the posting taken back, so the amount counts with the other sign.</summary>
    TurnsTheFlag,

    /// <summary>The flag is turned already, so the row counts like any other.</summary>
    FollowsTheFlag,

    /// <summary>Such rows are rejected.</summary>
    IsRefused,
}
