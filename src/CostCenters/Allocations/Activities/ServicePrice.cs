using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Activities;

/// <summary>The plan price of a service: per unit of capacity, and per unit of use.</summary>
/// <remarks>Equal when all parts are equal.</remarks>
public sealed record ServicePrice
{
    /// <summary>Creates a price.</summary>
    /// <param name="service">The center of the service.</param>
    /// <param name="fixedRate">Per unit of capacity, in the currency of the cost; 0 where use alone is paid.</param>
    /// <param name="variableRate">Per unit of use.</param>
    /// <param name="validity">The periods in which it counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative, beyond 10^9 or has more than 8 decimals.
    /// </exception>
    public ServicePrice(CenterCode service, decimal fixedRate, decimal variableRate, PeriodValidity validity = default)
    {
        _ = InputRange.NotNegative(fixedRate);
        _ = InputRange.NotNegative(variableRate);
        Service = service;
        FixedRate = fixedRate;
        VariableRate = variableRate;
        Validity = validity;
    }

    /// <summary>The center of the service.</summary>
    public CenterCode Service { get; }

    /// <summary>Per unit of capacity.</summary>
    public decimal FixedRate { get; }

    /// <summary>Per unit of use.</summary>
    public decimal VariableRate { get; }

    /// <summary>The periods in which it counts.</summary>
    public PeriodValidity Validity { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ServicePrice),
        (nameof(Service), Service),
        (nameof(FixedRate), FixedRate),
        (nameof(VariableRate), VariableRate),
        (nameof(Validity), Validity));
}
