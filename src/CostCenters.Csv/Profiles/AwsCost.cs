namespace CostCenters.Csv.Profiles;

/// <summary>Which cost of a row of the AWS cost and usage report is read.</summary>
public enum AwsCost
{
    /// <summary><c>lineItem/UnblendedCost</c>.</summary>
    Unblended,

    /// <summary><c>lineItem/BlendedCost</c>.</summary>
    Blended,

    /// <summary><c>lineItem/NetUnblendedCost</c>: after discounts.</summary>
    NetUnblended,
}
