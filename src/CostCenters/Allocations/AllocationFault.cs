using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>One reason why a network cannot be allocated.</summary>
public sealed record AllocationFault
{
    internal AllocationFault(AllocationFaultKind kind, CenterCode center, CenterCode? receiver, string message)
    {
        Kind = kind;
        Center = center;
        Receiver = receiver;
        Message = message;
    }

    /// <summary>What is wrong.</summary>
    public AllocationFaultKind Kind { get; }

    /// <summary>The center at fault: the sender where there is one.</summary>
    public CenterCode Center { get; }

    /// <summary>The receiver of the driver at fault, or null.</summary>
    public CenterCode? Receiver { get; }

    /// <summary>What was expected, what came and what to do.</summary>
    public string Message { get; }
}
