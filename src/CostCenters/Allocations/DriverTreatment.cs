namespace CostCenters.Allocations;

/// <summary>What happens where a driver cannot be used as it stands.</summary>
public enum DriverTreatment
{
    /// <summary>The network is refused with an <see cref="AllocationException"/>.</summary>
    Refuse,

    /// <summary>All receivers of the sender count alike, with a finding.</summary>
    Even,

    /// <summary>The driver counts as 0, with a finding; a sender of which nothing is left sends nothing.</summary>
    Skip,
}
