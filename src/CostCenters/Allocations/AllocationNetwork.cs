using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>Who serves whom: centers with their own cost, the senders among them, and the drivers of each.</summary>
/// <remarks>
/// <para>Own use and circles are legal. Amounts are counted in the smallest unit of a scale, and so are the results of
/// every <see cref="AllocationRun"/>.</para>
/// <para>The centers have an order of their own, as a hierarchy numbers them; it settles ties and sorts the results.
/// Senders and drivers may come in any order and give the same network.</para>
/// <para>A network is one kind of cost. Where fixed cost is charged by capacity and variable cost by use (dual rate),
/// there are two networks of the same centers.</para>
/// <para>Law: what cannot be allocated is refused with all its faults, before anything is computed. Immutable.</para>
/// </remarks>
public sealed class AllocationNetwork
{
    private readonly IReadOnlyDictionary<CenterCode, int> indexes;
    private readonly ImmutableArray<bool> namedSenders;
    private readonly ILookup<CenterCode, CubeCell> cells;

    private AllocationNetwork(
        Currency currency,
        DecimalScale scale,
        DriverRules rules,
        NetworkReader reader,
        ILookup<CenterCode, CubeCell> cells)
    {
        this.cells = cells;
        Currency = currency;
        Scale = scale;
        Rules = rules;
        Centers = reader.Centers;
        indexes = reader.Indexes;
        Counts = reader.Counts;
        Pools = reader.Pools;
        namedSenders = reader.IsNamed;
        Findings = reader.Findings;
    }

    private AllocationNetwork(AllocationNetwork network, ImmutableArray<long> counts)
    {
        cells = Enumerable.Empty<CubeCell>().ToLookup(_ => default(CenterCode));
        Currency = network.Currency;
        Scale = network.Scale;
        Rules = network.Rules;
        Centers = network.Centers;
        indexes = network.indexes;
        Counts = counts;
        Pools = network.Pools;
        namedSenders = network.namedSenders;
        Findings = network.Findings;
    }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The decimals of all amounts.</summary>
    public DecimalScale Scale { get; }

    /// <summary>What was done with drivers that could not be used as they stand.</summary>
    public DriverRules Rules { get; }

    /// <summary>The centers in their own order.</summary>
    public ImmutableArray<CenterCode> Centers { get; }

    /// <summary>What the rules did to drivers, by sender and receiver in the order of the centers.</summary>
    public ImmutableArray<AllocationFinding> Findings { get; }

    /// <summary>The own cost of each center, in counts.</summary>
    internal ImmutableArray<long> Counts { get; }

    /// <summary>The pool of each center that is a sender, by the number of the center; null for the others.</summary>
    internal ImmutableArray<CostPool?> Pools { get; }

    internal Fraction UnitsPerWhole => Fraction.Of(Scale.UnitsPerWhole);

    /// <summary>Creates a network.</summary>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="scale">The decimals to which amounts are given and results are counted.</param>
    /// <param name="costs">All centers, each with what it costs itself, in their own order.</param>
    /// <param name="senders">The centers that charge others, in any order.</param>
    /// <param name="rules">What is done with drivers that cannot be used as they stand.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A sender is null.</exception>
    /// <exception cref="AllocationException">The network cannot be allocated.</exception>
    public static AllocationNetwork Create(
        Currency currency,
        DecimalScale scale,
        IEnumerable<CenterCost> costs,
        IEnumerable<AllocationSender> senders,
        DriverRules rules) =>
        Create(currency, scale, costs, senders, rules, Enumerable.Empty<CubeCell>().ToLookup(_ => default(CenterCode)));

    /// <summary>The same senders and drivers with other costs, such as those of another period.</summary>
    /// <param name="costs">All centers of this network, each with what it costs itself, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="costs"/> is null.</exception>
    /// <exception cref="AllocationException">A center is missing, unknown or named twice, or an amount does not fit the
    /// scale.</exception>
    public AllocationNetwork WithCosts(IEnumerable<CenterCost> costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return new AllocationNetwork(this, NetworkReader.Costs(Scale, Centers, indexes, costs));
    }

    /// <summary>A network of all centers of a cube, each with the sum of its own amounts.</summary>
    /// <param name="cost">The cost to allocate, such as the actuals.</param>
    /// <param name="elements">The elements that are allocated, each once counted; revenue is refused.</param>
    /// <param name="periods">The periods that are allocated together.</param>
    /// <param name="senders">The centers that charge others, in any order.</param>
    /// <param name="rules">What is done with drivers that cannot be used as they stand.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An element is one of revenue, or a sender is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sum of a center is beyond 10^15, or the scale of the cube has
    /// more than 8 decimals and an amount uses them.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    /// <exception cref="OverflowException">The sum of a center is beyond a decimal.</exception>
    /// <exception cref="AllocationException">The network cannot be allocated.</exception>
    public static AllocationNetwork FromCube(
        Cube cost,
        IEnumerable<ElementCode> elements,
        FiscalPeriodRange periods,
        IEnumerable<AllocationSender> senders,
        DriverRules rules)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(elements);
        var chosen = elements.ToHashSet();
        foreach (ElementCode code in chosen)
        {
            if (cost.Space.Elements[code].Nature == ElementNature.Revenue)
            {
                throw new ArgumentException($"'{code}' is a revenue; costs alone are allocated.", nameof(elements));
            }
        }

        ILookup<CenterCode, CubeCell> cells = cost.Cells()
            .Where(cell => chosen.Contains(cell.Address.Element) && periods.Contains(cell.Address.Period))
            .ToLookup(cell => cell.Address.Center);
        return Create(
            cost.Space.Currency,
            cost.Space.Scale,
            cost.Space.Centers.Centers.Select(center =>
                new CenterCost(center.Code, cells[center.Code].Sum(cell => cell.Amount))),
            senders,
            rules,
            cells);
    }

    /// <summary>The number of a center, or -1 when the network has no such center.</summary>
    internal int IndexOf(CenterCode center) => indexes.GetValueOrDefault(center, -1);

    /// <summary>The number of a center.</summary>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    internal int Require(CenterCode center) =>
        IndexOf(center) is int index and >= 0
            ? index
            : throw new KeyNotFoundException($"The network has no center '{center}'.");

    /// <summary>The cells that the own cost of a center was read from; none where it was given.</summary>
    internal IEnumerable<CubeCell> CellsOf(CenterCode center) => cells[center];

    /// <summary>Whether a center was named as a sender, even if no driver of it was left.</summary>
    internal bool IsNamedSender(int center) => namedSenders[center];

    private static AllocationNetwork Create(
        Currency currency,
        DecimalScale scale,
        IEnumerable<CenterCost> costs,
        IEnumerable<AllocationSender> senders,
        DriverRules rules,
        ILookup<CenterCode, CubeCell> cells)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentNullException.ThrowIfNull(senders);
        ArgumentNullException.ThrowIfNull(rules);
        AllocationSender[] all = [.. senders];
        if (all.Contains(null!))
        {
            throw new ArgumentException("A sender is null.", nameof(senders));
        }

        var reader = new NetworkReader(scale, rules);
        foreach (CenterCost cost in costs)
        {
            reader.AddCenter(cost);
        }

        reader.AddSenders(all);
        return new AllocationNetwork(currency, scale, rules, reader, cells);
    }
}
