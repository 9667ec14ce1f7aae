namespace CostCenters.Csv.Proposals;

/// <summary>Which days a center is valid that is proposed from its postings.</summary>
public enum UseValidity
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>From its first posting on.</summary>
    FromFirstUse,

    /// <summary>From its first posting through its last.</summary>
    FirstThroughLastUse,
}
