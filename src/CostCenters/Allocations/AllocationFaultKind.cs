namespace CostCenters.Allocations;

/// <summary>Why a network cannot be allocated.</summary>
public enum AllocationFaultKind
{
    /// <summary>A sender, a receiver or a center of the order is no center of the network.</summary>
    UnknownCenter,

    /// <summary>A center has two costs, is a sender twice, or receives twice from one sender.</summary>
    Duplicate,

    /// <summary>A sender has no receiver, or none that the method lets it charge.</summary>
    NoReceiver,

    /// <summary>Percentages do not make 100.</summary>
    PercentagesNotHundred,

    /// <summary>A driver is negative, and the rules refuse that.</summary>
    NegativeDriver,

    /// <summary>A driver has no value, and the rules refuse that.</summary>
    MissingDriver,

    /// <summary>All drivers of a sender are 0, and the rules refuse that.</summary>
    ZeroDrivers,

    /// <summary>An amount has more decimals than the network counts, or is beyond 64 bits of counts.</summary>
    TooFine,

    /// <summary>Senders charge each other alone, so that nothing ever leaves them.</summary>
    ClosedCircle,

    /// <summary>The order of a step-down lacks a sender.</summary>
    NotInOrder,

    /// <summary>A driver has no line in the period of a rule.</summary>
    UnknownDriver,

    /// <summary>Two values of a driver, two prices of a service or two rules of one name share a period.</summary>
    OverlappingValidity,

    /// <summary>A center is not valid or is blocked on the last day of the period of a rule.</summary>
    CenterNotOpen,
}
