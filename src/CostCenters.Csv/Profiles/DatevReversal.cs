namespace CostCenters.Csv.Profiles;

/// <summary>What a DATEV posting with the mark of a reversal (<c>Generalumkehr</c>) does to its account.</summary>
/// <remarks>The mark is a field of newer formats, or the first digit of a <c>BU-Schlüssel</c> from 20 to 39 and from 60
/// to 89; keys of more digits are not looked into. Programs write such rows in both ways, and nothing in the file tells
/// which.</remarks>
public enum DatevReversal
{
    /// <summary>The flag is that of the posting taken back, so the amount counts with the other sign.</summary>
    TurnsTheFlag,

    /// <summary>The flag is turned already, so the row counts like any other.</summary>
    FollowsTheFlag,

    /// <summary>Such rows are rejected.</summary>
    IsRefused,
}
