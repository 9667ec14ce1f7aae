using CostCenters.Monetary;

namespace CostCenters.Allocations;

/// <summary>What the caller wants done with drivers that cannot be used as they stand; there is no default.</summary>
/// <remarks>Drivers that are <see cref="DriverBasis.FixedAmounts"/> cannot be made even: <see
/// cref="DriverTreatment.Even"/> refuses them as <see cref="DriverTreatment.Refuse"/> does. Equal when all parts are
/// equal.</remarks>
public sealed record DriverRules
{
    /// <summary>Creates rules.</summary>
    /// <param name="zero">For a sender whose drivers are all 0.</param>
    /// <param name="missing">For a driver of which the value is not known.</param>
    /// <param name="negative">For a driver below 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is none of its values.</exception>
    public DriverRules(DriverTreatment zero, DriverTreatment missing, DriverTreatment negative)
    {
        _ = InputRange.Defined(zero);
        _ = InputRange.Defined(missing);
        _ = InputRange.Defined(negative);
        Zero = zero;
        Missing = missing;
        Negative = negative;
    }

    /// <summary>For a sender whose drivers are all 0.</summary>
    public DriverTreatment Zero { get; }

    /// <summary>For a driver of which the value is not known.</summary>
    public DriverTreatment Missing { get; }

    /// <summary>For a driver below 0.</summary>
    public DriverTreatment Negative { get; }
}
