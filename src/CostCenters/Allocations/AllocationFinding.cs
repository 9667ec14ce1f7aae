using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>Something that an allocation did and its reader should know.</summary>
/// <remarks>Equal when all parts are equal.</remarks>
public sealed record AllocationFinding
{
    internal AllocationFinding(
        AllocationFindingKind kind,
        CenterCode sender,
        CenterCode? receiver,
        DriverTreatment? treatment,
        decimal? amount)
    {
        Kind = kind;
        Sender = sender;
        Receiver = receiver;
        Treatment = treatment;
        Amount = amount;
    }

    /// <summary>What it is.</summary>
    public AllocationFindingKind Kind { get; }

    /// <summary>The sender.</summary>
    public CenterCode Sender { get; }

    /// <summary>The receiver of the driver, or null where it is about all of them.</summary>
    public CenterCode? Receiver { get; }

    /// <summary>What was done with the driver, or null where it is about an amount.</summary>
    public DriverTreatment? Treatment { get; }

    /// <summary>The rest in the currency of the network, or null where it is about a driver.</summary>
    public decimal? Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(AllocationFinding),
        (nameof(Kind), Kind),
        (nameof(Sender), Sender),
        (nameof(Receiver), Receiver),
        (nameof(Treatment), Treatment),
        (nameof(Amount), Amount));
}
