using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>Which cost stands behind a charge, and where the cost of a center goes: paths through all levels.</summary>
/// <remarks>
/// <para>A path goes from center to center for so many levels as are asked for, and never twice through one center.
/// What is behind its end, through all further levels and around circles as often as it may be, is given by
/// center.</para>
/// <para>Law: the parts of every node add up to it exactly, and the parts of a charge with its rounding to the amount
/// that was charged.</para>
/// </remarks>
public static class AllocationTrace
{
    /// <summary>The most levels of a trace.</summary>
    public const int MaxLevels = 50;

    /// <summary>The primary cost behind what a sender charged a receiver.</summary>
    /// <remarks>The root is the charge. Its parts are the own cost of the sender, by cell where the network was read
    /// from a cube, and what the sender was charged itself, each with its parts; last what rounding did.</remarks>
    /// <param name="run">The run.</param>
    /// <param name="sender">The sender.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="levels">How many senders behind this one are shown, one behind the other; 0 to
    /// <see cref="MaxLevels"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="levels"/> is out of bounds.</exception>
    /// <exception cref="KeyNotFoundException">The sender charged the receiver nothing.</exception>
    public static TraceNode Upstream(AllocationRun run, CenterCode sender, CenterCode receiver, int levels)
    {
        ArgumentNullException.ThrowIfNull(run);
        RequireLevels(levels);
        AllocationCharge charge = run.Charge(sender, receiver)
            ?? throw new KeyNotFoundException($"'{sender}' charged '{receiver}' nothing.");
        var tracer = new Tracer(run);
        int from = run.Network.Require(sender);
        List<TraceNode> parts = run.Lines.PassesOn(from)
            ? tracer.Behind(from, run.Lines.ShareBetween(from, run.Network.Require(receiver)), levels)
            : [new TraceNode(TraceKind.FixedAmount, sender, Fraction.Of(charge.Amount), [])];
        Fraction rounding = Fraction.Of(charge.Amount) - Fraction.Sum(parts.Select(part => part.Amount));
        return new TraceNode(
            TraceKind.Charge,
            sender,
            Fraction.Of(charge.Amount),
            rounding.IsZero ? parts : parts.Append(new TraceNode(TraceKind.Rounding, sender, rounding, [])));
    }

    /// <summary>Where the own cost of a center goes.</summary>
    /// <remarks>The root is the own cost. Its parts are charges, each with its parts, and what stays with centers in
    /// the end. All are exact: what rounding does to charges is not part of it.</remarks>
    /// <param name="run">The run.</param>
    /// <param name="center">The center.</param>
    /// <param name="levels">How many charges are shown, one after the other; 0 gives what stays with whom alone. At
    /// most <see cref="MaxLevels"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="levels"/> is out of bounds.</exception>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    public static TraceNode Downstream(AllocationRun run, CenterCode center, int levels)
    {
        ArgumentNullException.ThrowIfNull(run);
        RequireLevels(levels);
        Fraction own = Fraction.Of(run[center].Primary);
        return new TraceNode(
            TraceKind.PrimaryCost,
            center,
            own,
            new Tracer(run).Ahead(run.Network.Require(center), own, levels));
    }

    private static void RequireLevels(int levels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(levels);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, MaxLevels);
    }

    /// <summary>Follows the shares of a network, in amounts of its currency.</summary>
    private sealed class Tracer
    {
        private readonly AllocationNetwork network;
        private readonly MethodNetwork lines;
        private readonly HashSet<int> path = [];
        private readonly Dictionary<int, Fraction[]> behind = [];
        private readonly Dictionary<int, Fraction[]> ahead = [];

        public Tracer(AllocationRun run)
        {
            network = run.Network;
            lines = run.Lines;
        }

        /// <summary>The parts of so much of what a center costs in all.</summary>
        public List<TraceNode> Behind(int center, Fraction share, int levels)
        {
            List<TraceNode> parts = [.. OwnCost(center, share)];
            _ = path.Add(center);
            foreach (int sender in lines.SendersTo(center).Where(lines.PassesOn))
            {
                Fraction part = share * lines.ShareBetween(sender, center);
                List<TraceNode> behind = levels > 0 && !path.Contains(sender)
                    ? Behind(sender, part, levels - 1)
                    : AllBehind(sender, part);
                parts.Add(Node(TraceKind.Charge, sender, behind));
            }

            _ = path.Remove(center);
            return parts;
        }

        /// <summary>Where an amount goes that came to a center.</summary>
        public List<TraceNode> Ahead(int center, Fraction amount, int levels)
        {
            if (!lines.PassesOn(center))
            {
                return [new TraceNode(TraceKind.FinalCost, CodeOf(center), amount, [])];
            }

            if (levels == 0 || !path.Add(center))
            {
                return AllAhead(center, amount);
            }

            List<TraceNode> parts =
            [
                .. lines.ReceiversOf(center).ToArray().Select(receiver => Node(
                    TraceKind.Charge,
                    receiver,
                    Ahead(receiver, amount * lines.ShareBetween(center, receiver), levels - 1))),
            ];
            _ = path.Remove(center);
            return parts;
        }

        private List<TraceNode> AllBehind(int center, Fraction share)
        {
            Fraction[] shares = Known(behind, center, lines.Solver.SharesBehind);
            return [.. Enumerable.Range(0, shares.Length)
                .Where(source => !shares[source].IsZero)
                .SelectMany(source => OwnCost(source, share * shares[source]))];
        }

        private List<TraceNode> AllAhead(int center, Fraction amount)
        {
            Fraction[] shares = Known(ahead, center, start => lines.Solver.SharesAhead(start));
            return [.. Enumerable.Range(0, shares.Length)
                .Where(end => !shares[end].IsZero && !lines.PassesOn(end))
                .Select(end => new TraceNode(TraceKind.FinalCost, CodeOf(end), amount * shares[end], []))];
        }

        /// <summary>Shares are solved once, on however many ways a center is reached.</summary>
        private static Fraction[] Known(
            Dictionary<int, Fraction[]> all, int center, Func<int, Fraction[]> solve)
        {
            if (!all.TryGetValue(center, out Fraction[]? shares))
            {
                all.Add(center, shares = solve(center));
            }

            return shares;
        }

        private IEnumerable<TraceNode> OwnCost(int center, Fraction share)
        {
            Fraction own = Fraction.OfWhole(network.Counts[center]) / network.UnitsPerWhole;
            IEnumerable<CubeCell> cells = network.CellsOf(CodeOf(center));
            if (!own.IsZero || cells.Any())
            {
                yield return new TraceNode(
                    TraceKind.PrimaryCost,
                    CodeOf(center),
                    share * own,
                    cells.Select(cell => new TraceNode(cell.Address, share * Fraction.Of(cell.Amount))));
            }

            foreach (int sender in lines.SendersTo(center).Where(sender => !lines.PassesOn(sender)))
            {
                Fraction amount = Fraction.OfWhole(lines.WeightBetween(sender, center)) / network.UnitsPerWhole;
                yield return new TraceNode(TraceKind.FixedAmount, CodeOf(sender), share * amount, []);
            }
        }

        private TraceNode Node(TraceKind kind, int center, List<TraceNode> parts) =>
            new(kind, CodeOf(center), Fraction.Sum(parts.Select(part => part.Amount)), parts);

        private CenterCode CodeOf(int center) => network.Centers[center];
    }
}
