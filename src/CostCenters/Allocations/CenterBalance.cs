using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>What went into a center, what went out of it, and the rest.</summary>
/// <remarks>
/// <para><see cref="Primary"/> + <see cref="Received"/> = <see cref="Gross"/> = <see cref="Sent"/> +
/// <see cref="Rest"/>, to the last unit. The rest of a sender is 0, but for fixed amounts; that of any other center is
/// what it costs in the end (loaded cost).</para>
/// <para>With the reciprocal method the gross figures of senders hold what comes back to them, so that their sum is
/// above the total cost; the net figures do not.</para>
/// <para>Equal when all parts are equal.</para>
/// </remarks>
public sealed record CenterBalance
{
    internal CenterBalance(
        CenterCode center, bool isSender, decimal primary, decimal received, decimal sent, decimal rest)
    {
        Center = center;
        IsSender = isSender;
        Primary = primary;
        Received = received;
        Sent = sent;
        Rest = rest;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>Whether it sends.</summary>
    public bool IsSender { get; }

    /// <summary>Its own cost, before anything was allocated.</summary>
    public decimal Primary { get; }

    /// <summary>What it was charged, by itself as well.</summary>
    public decimal Received { get; }

    /// <summary>What it charged, to itself as well.</summary>
    public decimal Sent { get; }

    /// <summary>What stays with it; below 0, it charged more than it had.</summary>
    public decimal Rest { get; }

    /// <summary>The cost of all that it does: primary + received. Also called artificial cost; for a step-down, the
    /// cost of a sender when it is closed.</summary>
    public decimal Gross => Primary + Received;

    /// <summary>What it passed on of its own cost: sent - received = primary - rest.</summary>
    public decimal Net => Sent - Received;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CenterBalance),
        (nameof(Center), Center),
        (nameof(IsSender), IsSender),
        (nameof(Primary), Primary),
        (nameof(Received), Received),
        (nameof(Sent), Sent),
        (nameof(Rest), Rest),
        (nameof(Gross), Gross),
        (nameof(Net), Net));
}
