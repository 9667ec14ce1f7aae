using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>What a sender had for a rule, what it took, sent and kept: a line of the rule balance.</summary>
/// <remarks><see cref="Pool"/> + <see cref="Received"/> = <see cref="Sent"/> + <see cref="Rest"/>, to the last unit.
/// Equal when all parts are equal.</remarks>
public sealed record SenderBalance
{
    internal SenderBalance(CenterCode sender, decimal pool, decimal taken, decimal received, decimal sent)
    {
        Sender = sender;
        Pool = pool;
        Taken = taken;
        Received = received;
        Sent = sent;
    }

    /// <summary>The sender.</summary>
    public CenterCode Sender { get; }

    /// <summary>What earlier rules left it on the elements of the rule.</summary>
    public decimal Pool { get; }

    /// <summary>The part of the pool that the rule lets it send.</summary>
    public decimal Taken { get; }

    /// <summary>What senders of the rule charged it, itself included.</summary>
    public decimal Received { get; }

    /// <summary>What it charged.</summary>
    public decimal Sent { get; }

    /// <summary>What the next rule finds with it: pool + received - sent. Of fixed amounts, above 0 the
    /// under-recovery, below 0 the over-recovery.</summary>
    public decimal Rest => Pool + Received - Sent;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(SenderBalance),
        (nameof(Sender), Sender),
        (nameof(Pool), Pool),
        (nameof(Taken), Taken),
        (nameof(Received), Received),
        (nameof(Sent), Sent),
        (nameof(Rest), Rest));
}
