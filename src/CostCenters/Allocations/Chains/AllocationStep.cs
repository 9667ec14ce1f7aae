using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>A rule as it ran in one period: its run, its balance, and what it took from earlier steps.</summary>
/// <remarks>
/// <para>An assessment has one step a period, a distribution one for each element of which a sender has
/// something.</para>
/// <para>Law: <see cref="In"/> = <see cref="Out"/> + <see cref="Rest"/>, for each sender and in total.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class AllocationStep
{
    private readonly IReadOnlyDictionary<CenterCode, ImmutableArray<ChainLot>> lots;

    internal AllocationStep(
        int number,
        AllocationRule rule,
        FiscalPeriod period,
        ElementCode element,
        AllocationRun run,
        ImmutableArray<SenderBalance> senders,
        IReadOnlyDictionary<CenterCode, ImmutableArray<ChainLot>> lots)
    {
        this.lots = lots;
        Number = number;
        Rule = rule;
        Period = period;
        Element = element;
        Run = run;
        Senders = senders;
        Consumed =
        [
            .. lots.Values.SelectMany(taken => taken).Where(lot => lot.Step is not null)
                .GroupBy(lot => lot.Step!)
                .OrderBy(group => group.Key.Number)
                .Select(group => new ConsumedOutput(
                    group.Key, run.Network.Scale.ToDecimal(group.Sum(lot => lot.Amount)))),
        ];
    }

    /// <summary>The place of the step in its chain, from 0.</summary>
    public int Number { get; }

    /// <summary>The rule.</summary>
    public AllocationRule Rule { get; }

    /// <summary>The period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The element of charges and credits: the secondary one, or the one that a distribution keeps.</summary>
    public ElementCode Element { get; }

    /// <summary>The run; its centers are those that send or receive, and only senders have a cost.</summary>
    public AllocationRun Run { get; }

    /// <summary>The balance of each sender, in the order of the hierarchy.</summary>
    public ImmutableArray<SenderBalance> Senders { get; }

    /// <summary>What the senders had, in the currency of the cost.</summary>
    public decimal In => Senders.Sum(sender => sender.Pool);

    /// <summary>What left the senders: sent less what they received of each other.</summary>
    public decimal Out => Senders.Sum(sender => sender.Sent - sender.Received);

    /// <summary>What stays with the senders, and the next rule finds there: in - out.</summary>
    public decimal Rest => In - Out;

    /// <summary>How many cells the step writes: the centers that it charges or credits.</summary>
    public int CellCount => Entries().Select(entry => entry.Center).Distinct().Count();

    /// <summary>What it took of the output of earlier steps, in their order.</summary>
    public ImmutableArray<ConsumedOutput> Consumed { get; }

    /// <summary>The charges as rows, by sender and receiver: each charge, followed by its credit. Own use and charges
    /// of 0, which change nothing, are left out.</summary>
    public IEnumerable<AllocationEntry> Entries()
    {
        foreach (AllocationCharge charge in Run.Charges)
        {
            if (charge.Sender != charge.Receiver && charge.Amount != 0m)
            {
                yield return new AllocationEntry(
                    Rule.Name, Period, charge.Receiver, Element, charge.Amount, charge.Sender);
                yield return new AllocationEntry(
                    Rule.Name, Period, charge.Sender, Element, -charge.Amount, charge.Receiver);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Rule.Name} {Period} {Element}";

    /// <summary>What the pool that a center sends in this step is made of.</summary>
    internal ImmutableArray<ChainLot> LotsOf(CenterCode center) => lots.GetValueOrDefault(center, []);

    /// <summary>The number of the center that charged a lot of this step.</summary>
    internal int SenderOf(ChainLot lot) => Run.Network.Require(Run.Charges[lot.Line].Sender);

    /// <summary>What was charged by a line, in counts.</summary>
    internal long CountOf(int line) => Run.Network.Scale.ToCount(Run.Charges[line].Amount);

    /// <summary>Whether a lot of this step is all of its charge.</summary>
    internal bool IsWhole(ChainLot lot) => lot.Amount == CountOf(lot.Line);
}
