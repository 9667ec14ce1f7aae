using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>Rules that run one after the other, period by period: each takes what the earlier ones left.</summary>
/// <remarks>
/// <para>The pool of a sender is what it has on the elements of the rule: its own cost and what earlier rules charged
/// it, less what it sent already. Nothing is sent twice; a rule that runs again finds what came back.</para>
/// <para>Law: every step keeps what it takes, to the last unit; over all centers the charges sum to 0, on each element
/// and in each period; cost + charges of a center is what is left with it (loaded cost). The same cost, rules and
/// drivers give the same chain.</para>
/// <para>A chain is a value: nothing is booked by it, and running it again replaces nothing. Immutable.</para>
/// </remarks>
public sealed class AllocationChain
{
    private readonly ILookup<AllocationStep, ConsumedOutput> consumers;
    private readonly IReadOnlyDictionary<FiscalPeriod, List<ChainLot>?[]> rests;

    internal AllocationChain(
        CubeSpace space,
        FiscalPeriodRange periods,
        ImmutableArray<AllocationStep> steps,
        AllocationSource? source,
        IReadOnlyDictionary<FiscalPeriod, List<ChainLot>?[]> rests)
    {
        this.rests = rests;
        Space = space;
        Periods = periods;
        Steps = steps;
        Source = source;
        Findings = [.. steps.SelectMany(step => step.Run.Findings)];
        consumers = steps.SelectMany(step => step.Consumed.Select(part => (part.Step, Later: step, part.Amount)))
            .ToLookup(part => part.Step, part => new ConsumedOutput(part.Later, part.Amount));
    }

    /// <summary>The space of the cost.</summary>
    public CubeSpace Space { get; }

    /// <summary>The periods, each of which is allocated by itself.</summary>
    public FiscalPeriodRange Periods { get; }

    /// <summary>What ran, by period and in the order of the rules.</summary>
    public ImmutableArray<AllocationStep> Steps { get; }

    /// <summary>The moment of the inputs, or null where the caller named none.</summary>
    public AllocationSource? Source { get; }

    /// <summary>What the steps did to drivers, and what senders of fixed amounts did not distribute.</summary>
    public ImmutableArray<AllocationFinding> Findings { get; }

    /// <summary>Runs rules in their order.</summary>
    /// <param name="cost">The cost to allocate, such as the actuals.</param>
    /// <param name="rules">The rules, the first to run first; those that are not valid in a period are left out there.
    /// </param>
    /// <param name="drivers">The drivers of all senders.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="treatment">What is done with drivers that cannot be used as they stand.</param>
    /// <param name="source">The moment of the inputs, which the chain keeps, or null.</param>
    /// <param name="progress">Told of every step when it has run; whoever has a clock takes the time of each rule.
    /// </param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A rule takes an element of revenue, or books on one that is not a secondary
    /// element of cost.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="AllocationException">Something cannot be allocated; all faults of all rules are reported.
    /// </exception>
    /// <exception cref="OverflowException">A pool or a charge is beyond 64 bits of counts.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static AllocationChain Create(
        Cube cost,
        IEnumerable<AllocationRule> rules,
        DriverTable drivers,
        FiscalPeriodRange periods,
        DriverRules treatment,
        AllocationSource? source = null,
        IProgress<AllocationStep>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(drivers);
        ArgumentNullException.ThrowIfNull(treatment);
        return new ChainRunner(cost, [.. rules], drivers, treatment, progress, cancellation).Run(periods, source);
    }

    /// <summary>Which later steps took the output of a step, and how much; in their order.</summary>
    /// <param name="step">A step of this chain.</param>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public IEnumerable<ConsumedOutput> ConsumersOf(AllocationStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return consumers[step];
    }

    /// <summary>The steps of a rule, by period.</summary>
    /// <param name="rule">The name of the rule.</param>
    public IEnumerable<AllocationStep> StepsOf(string rule) => Steps.Where(step => step.Rule.Name == rule);

    /// <summary>All charges and credits as rows, in the order of the steps; they sum to 0.</summary>
    public IEnumerable<AllocationEntry> Entries() => Steps.SelectMany(step => step.Entries());

    /// <summary>All charges and credits as a layer; added to the cost it gives loaded cost.</summary>
    /// <remarks>Over all centers it sums to 0, on each element and in each period.</remarks>
    /// <exception cref="AmountOverflowException">A cell is beyond 64 bits.</exception>
    public Cube ToCube()
    {
        var builder = new CubeBuilder(Space);
        foreach (AllocationEntry entry in Entries())
        {
            builder.Add(new CellAddress(entry.Center, entry.Element, entry.Period), entry.Amount);
        }

        return builder.Build();
    }

    /// <exception cref="ArgumentOutOfRangeException">The chain has no such period.</exception>
    internal void Require(FiscalPeriod period)
    {
        if (!Periods.Contains(period))
        {
            throw new ArgumentOutOfRangeException(
                nameof(period), period, $"The chain has the periods {Periods}.");
        }
    }

    /// <summary>What is left with a center in the end.</summary>
    internal IEnumerable<ChainLot> LotsOf(FiscalPeriod period, CenterCode center) =>
        rests[period][Space.Centers.IndexOf(center)] ?? [];
}
