using CostCenters.Monetary;

namespace CostCenters.Allocations.Activities;

/// <summary>What a user of a service is charged: for the capacity kept ready, and for what it used.</summary>
/// <remarks>Equal when all parts are equal.</remarks>
public sealed record ServiceCharge
{
    internal ServiceCharge(ServiceUser user, Fraction capacity, Fraction usage)
    {
        User = user;
        Fixed = capacity;
        Variable = usage;
    }

    /// <summary>The user.</summary>
    public ServiceUser User { get; }

    /// <summary>Fixed rate × capacity; unrounded.</summary>
    public Fraction Fixed { get; }

    /// <summary>Variable rate × usage; unrounded.</summary>
    public Fraction Variable { get; }

    /// <summary>Fixed + variable.</summary>
    public Fraction Total => Fixed + Variable;
}
