namespace CostCenters.Csv.Profiles;

/// <summary>Which of the two cost accounting fields of a DATEV posting has the center.</summary>
public enum DatevCenter
{
    /// <summary>Field 37, <c>KOST1 - Kostenstelle</c>.</summary>
    Kost1,

    /// <summary>Field 38, <c>KOST2 - Kostenstelle</c>.</summary>
    Kost2,
}
