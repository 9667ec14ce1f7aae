using System.Text.Json.Serialization;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>A center that a rule lets send, and by which driver.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct RuleSender
{
    /// <summary>Creates a sender.</summary>
    /// <param name="center">The center.</param>
    /// <param name="basis">What the values of the driver are.</param>
    /// <param name="driver">The driver, of which a <see cref="DriverTable"/> has the receivers.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is no basis.</exception>
    [JsonConstructor]
    public RuleSender(CenterCode center, DriverBasis basis, KeyFigureCode driver)
    {
        _ = Monetary.InputRange.Defined(basis);
        Center = center;
        Basis = basis;
        Driver = driver;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>What the values of the driver are.</summary>
    public DriverBasis Basis { get; }

    /// <summary>The driver.</summary>
    public KeyFigureCode Driver { get; }
}
