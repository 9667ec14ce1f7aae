using System.Collections.Immutable;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>One step of a chain: who sends which cost, by which drivers and method (a cycle or segment).</summary>
/// <remarks>
/// <para><see cref="Assessment"/> books what is sent on a secondary element in place of the original ones.
/// <see cref="Distribution"/> keeps the original elements, each of which is allocated by itself; so does a periodic
/// reposting, which differs by its purpose alone.</para>
/// <para>Rules of one name are one rule at different times. Immutable.</para>
/// </remarks>
public sealed class AllocationRule
{
    private AllocationRule(
        string name,
        AllocationMethod method,
        IEnumerable<RuleSender> senders,
        IEnumerable<ElementCode> elements,
        PoolPart part,
        ElementCode? bookedOn,
        PeriodValidity validity)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(senders);
        ArgumentNullException.ThrowIfNull(elements);
        Name = WholeText.Require(name);
        Method = method;
        Senders = [.. senders];
        Elements = [.. elements.Distinct()];
        Part = part;
        BookedOn = bookedOn;
        Validity = validity;
        if (Senders.IsEmpty)
        {
            throw new ArgumentException($"Rule '{name}' has no sender.", nameof(senders));
        }
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>How the senders of this rule charge each other.</summary>
    public AllocationMethod Method { get; }

    /// <summary>The senders, as given.</summary>
    public ImmutableArray<RuleSender> Senders { get; }

    /// <summary>The elements that make the pools, primary and secondary ones; empty for all elements of cost.</summary>
    public ImmutableArray<ElementCode> Elements { get; }

    /// <summary>What part of each pool is sent.</summary>
    public PoolPart Part { get; }

    /// <summary>The secondary element that charges and credits stand on, or null where the original ones are kept.
    /// </summary>
    public ElementCode? BookedOn { get; }

    /// <summary>The periods in which the rule is used.</summary>
    public PeriodValidity Validity { get; }

    /// <summary>A rule whose charges stand on a secondary element.</summary>
    /// <param name="name">The name.</param>
    /// <param name="method">How the senders charge each other.</param>
    /// <param name="senders">The senders, each once.</param>
    /// <param name="elements">The elements of cost that make the pools, each once counted; empty for all.</param>
    /// <param name="part">What part of each pool is sent.</param>
    /// <param name="bookedOn">The secondary element of charges and credits.</param>
    /// <param name="validity">The periods in which the rule is used.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank, there is no sender, or a sender of fixed
    /// amounts is to send a part of its pool.</exception>
    public static AllocationRule Assessment(
        string name,
        AllocationMethod method,
        IEnumerable<RuleSender> senders,
        IEnumerable<ElementCode> elements,
        PoolPart part,
        ElementCode bookedOn,
        PeriodValidity validity = default)
    {
        var rule = new AllocationRule(name, method, senders, elements, part, bookedOn, validity);
        return part != PoolPart.Whole && rule.HasFixedAmounts
            ? throw new ArgumentException(
                $"Rule '{name}' sends fixed amounts, whatever the pool is; a part of it was given.", nameof(part))
            : rule;
    }

    /// <summary>A rule that keeps the original elements.</summary>
    /// <param name="name">The name.</param>
    /// <param name="method">How the senders charge each other.</param>
    /// <param name="senders">The senders, each once, by weights or percentages.</param>
    /// <param name="elements">The elements that are sent, each by itself; empty for all elements of cost.</param>
    /// <param name="part">What part of each pool is sent: the whole or a percentage.</param>
    /// <param name="validity">The periods in which the rule is used.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank, there is no sender, a sender sends fixed
    /// amounts, or the part is an amount: neither can be told by element.</exception>
    public static AllocationRule Distribution(
        string name,
        AllocationMethod method,
        IEnumerable<RuleSender> senders,
        IEnumerable<ElementCode> elements,
        PoolPart part,
        PeriodValidity validity = default)
    {
        var rule = new AllocationRule(name, method, senders, elements, part, null, validity);
        return part.Limit is not null || rule.HasFixedAmounts
            ? throw new ArgumentException(
                $"Rule '{name}' keeps the elements, and an amount is of no element; give weights, percentages, or a "
                + "secondary element.",
                nameof(part))
            : rule;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private bool HasFixedAmounts => Senders.Any(sender => sender.Basis == DriverBasis.FixedAmounts);
}
