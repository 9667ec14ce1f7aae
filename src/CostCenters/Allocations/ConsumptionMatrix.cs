using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>Who uses whom: what part of a sender's cost each center takes, directly and through all levels.</summary>
/// <remarks>
/// <para>Direct: the part of its pool that a sender charges a center. In full: the part of a sender's own cost that
/// stays with a center in the end, whatever way it took.</para>
/// <para>Law: the direct parts of a sender make 1, and so do its parts in full. A sender of fixed amounts has no parts;
/// its own cost stays with it. Exact; immutable.</para>
/// </remarks>
public sealed class ConsumptionMatrix
{
    private readonly AllocationNetwork network;
    private readonly MethodNetwork lines;
    private readonly ImmutableDictionary<int, Fraction[]> full;

    private ConsumptionMatrix(AllocationNetwork network, MethodNetwork lines)
    {
        this.network = network;
        this.lines = lines;
        int[] senders = [.. Enumerable.Range(0, lines.Count).Where(lines.PassesOn)];
        Senders = [.. senders.Select(sender => network.Centers[sender])];
        full = senders.ToImmutableDictionary(sender => sender, sender => lines.Solver.SharesAhead(sender));
    }

    /// <summary>The senders, in the order of the network.</summary>
    public ImmutableArray<CenterCode> Senders { get; }

    /// <summary>Creates the matrix of a run.</summary>
    /// <param name="run">The run; its amounts do not matter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    public static ConsumptionMatrix Create(AllocationRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new ConsumptionMatrix(run.Network, run.Lines);
    }

    /// <summary>The part of its pool that a sender charges a center; 0 for none.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="center">The center.</param>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    public Fraction Direct(CenterCode sender, CenterCode center) =>
        lines.ShareBetween(network.Require(sender), network.Require(center));

    /// <summary>The part of the own cost of a center that stays with another one, or with itself, in the end.</summary>
    /// <param name="center">The center whose cost it is; that of one which is no sender stays with itself.</param>
    /// <param name="final">The center with which it stays; a sender keeps nothing.</param>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    public Fraction Full(CenterCode center, CenterCode final)
    {
        int from = network.Require(center);
        int to = network.Require(final);
        return lines.PassesOn(to) ? Fraction.Zero
            : full.TryGetValue(from, out Fraction[]? shares) ? shares[to]
            : from == to ? Fraction.One : Fraction.Zero;
    }
}
