using System.Collections.Immutable;
using System.Numerics;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>Adds up, cell by cell, what stands behind lots: from the latest step to the earliest, each step and sender
/// once.</summary>
/// <remarks>All amounts are whole numbers over one denominator. It grows by what each step divides by, so that nothing
/// is rounded, up to <see cref="ExactLimits.DenominatorBits"/>; from there on parts are cut after <see
/// cref="ExactLimits.CutBits"/>, and what is cut is told as rounding of the center that is traced, so that all parts
/// still add up.</remarks>
internal sealed class ChainCells
{
    private readonly Dictionary<(CenterCode Center, ElementCode Element), BigInteger> cells = [];
    private readonly Dictionary<Other, BigInteger> others = [];
    private readonly Dictionary<AllocationStep, Dictionary<int, Sent>> charges = [];
    private readonly PriorityQueue<AllocationStep, int> open = new();
    private BigInteger denominator = BigInteger.One;
    private bool isCut;

    /// <summary>Cells, fixed amounts and rounding behind so much of what a sender charged.</summary>
    public static IEnumerable<TraceNode> Behind(AllocationStep step, int line, Fraction amount)
    {
        MethodNetwork lines = step.Run.Lines;
        CenterCode center = step.Run.Charges[line].Sender;
        var sums = new ChainCells();
        Fraction weight = Fraction.OfWhole(lines.Weights[line]) * amount / Fraction.OfWhole(step.CountOf(line));
        sums.Refine([amount.Denominator, weight.Denominator], BigInteger.One);
        Sent sent = sums.SentBy(step, step.Run.Network.Require(center));
        sent.Amount = Times(sums.denominator, amount);
        sent.Weight = Times(sums.denominator, weight);
        while (sums.open.TryDequeue(out AllocationStep? earlier, out _))
        {
            sums.Follow(earlier);
        }

        Fraction cut = amount - sums.AmountOf(Sum(sums.cells.Values) + Sum(sums.others.Values));
        return
        [
            .. sums.cells.OrderBy(cell => cell.Key.Center)
                .ThenBy(cell => cell.Key.Element)
                .Select(cell => new TraceNode(
                    new CellAddress(cell.Key.Center, cell.Key.Element, step.Period), sums.AmountOf(cell.Value))),
            .. sums.others.Select(other => (other.Key, Amount: sums.AmountOf(other.Value)))
                .Append((Key: new Other(TraceKind.Rounding, center, null), Amount: cut))
                .GroupBy(other => other.Key, other => other.Amount)
                .Select(group => (group.Key, Amount: Fraction.Sum(group)))
                .Where(other => !other.Amount.IsZero)
                .OrderBy(other => other.Key.Kind)
                .ThenBy(other => other.Key.Center)
                .ThenBy(other => other.Key.Rule, StringComparer.Ordinal)
                .Select(other => new TraceNode(
                    other.Key.Kind, other.Key.Center, other.Amount, [], other.Key.Rule)),
        ];
    }

    private Fraction AmountOf(BigInteger numerator) => Fraction.OfWhole(numerator) / Fraction.OfWhole(denominator);

    /// <summary>What the senders of a step sent goes on to what their pools were made of.</summary>
    private void Follow(AllocationStep step)
    {
        MethodNetwork lines = step.Run.Lines;
        AllocationNetwork network = step.Run.Network;
        int[] passing = [.. charges[step].Keys.Where(lines.PassesOn).Order()];
        var charged = new Fraction[lines.Count];
        foreach (int sender in passing)
        {
            charged[sender] = AmountOf(charges[step][sender].Weight);
        }

        Fraction[] parts = lines.Solver.PartsBehind(charged);
        int[] sources = [.. Enumerable.Range(0, parts.Length).Where(source => !parts[source].IsZero)];
        Fraction[] exact = Array.ConvertAll(passing, sender => charged[sender] * step.Run.PriceOf(sender));
        Refine(
            sources.Select(source => parts[source].Denominator).Concat(exact.Select(value => value.Denominator)),
            PartialCharges(sources.SelectMany(source => step.LotsOf(network.Centers[source]))));
        _ = charges.Remove(step, out Dictionary<int, Sent>? sent);
        for (int index = 0; index < passing.Length; index++)
        {
            BigInteger rounding = sent![passing[index]].Amount - Times(denominator, exact[index]);
            Add(others, new Other(TraceKind.Rounding, network.Centers[passing[index]], null), rounding);
        }

        foreach ((int sender, Sent fix) in sent!.Where(pair => !lines.PassesOn(pair.Key)))
        {
            Add(others, new Other(TraceKind.FixedAmount, network.Centers[sender], step.Rule.Name), fix.Amount);
        }

        foreach (int source in sources)
        {
            FollowSource(step, source, Times(denominator, parts[source]));
        }
    }

    /// <summary>So much of the own cost of a center as a part says, and of the fixed amounts that it was charged.
    /// </summary>
    private void FollowSource(AllocationStep step, int source, BigInteger part)
    {
        MethodNetwork lines = step.Run.Lines;
        AllocationNetwork network = step.Run.Network;
        foreach (int sender in lines.SendersTo(source).Where(other => !lines.PassesOn(other)))
        {
            Add(
                others,
                new Other(TraceKind.FixedAmount, network.Centers[sender], step.Rule.Name),
                part * (BigInteger)lines.WeightBetween(sender, source));
        }

        // Lots that cancel out come from somewhere, too.
        Add(step.LotsOf(network.Centers[source]), network.Centers[source], part);
    }

    private void Add(IEnumerable<ChainLot> lots, CenterCode center, BigInteger part)
    {
        foreach (ChainLot lot in lots)
        {
            BigInteger amount = lot.Amount * part;
            if (lot.Step is not AllocationStep step)
            {
                Add(cells, (center, lot.Element), amount);
            }
            else if (lot.Line < 0)
            {
                Add(others, new Other(TraceKind.FixedAmount, center, step.Rule.Name), amount);
            }
            else
            {
                Sent sent = SentBy(step, step.SenderOf(lot));
                var weight = (BigInteger)step.Run.Lines.Weights[lot.Line];
                sent.Amount += amount;
                sent.Weight += step.IsWhole(lot) ? weight * part : weight * amount / step.CountOf(lot.Line);
            }
        }
    }

    private Sent SentBy(AllocationStep step, int sender)
    {
        if (!charges.TryGetValue(step, out Dictionary<int, Sent>? senders))
        {
            charges.Add(step, senders = []);
            open.Enqueue(step, -step.Number);
        }

        if (!senders.TryGetValue(sender, out Sent? sent))
        {
            senders.Add(sender, sent = new Sent());
        }

        return sent;
    }

    /// <summary>Makes the denominator a multiple of others, and of what is multiplied by a divisor, or so long that it
    /// need not be one.</summary>
    private void Refine(IEnumerable<BigInteger> others, BigInteger divisor)
    {
        if (isCut)
        {
            return;
        }

        BigInteger common = others.Aggregate(denominator, Common) * divisor;
        isCut = common.GetBitLength() > ExactLimits.DenominatorBits;
        BigInteger before = denominator;
        denominator = isCut ? BigInteger.One << ExactLimits.CutBits : common;
        if (denominator == before)
        {
            return;
        }

        Refine(cells, before);
        Refine(this.others, before);
        foreach (Sent sent in charges.Values.SelectMany(senders => senders.Values))
        {
            sent.Amount = sent.Amount * denominator / before;
            sent.Weight = sent.Weight * denominator / before;
        }
    }

    private void Refine<TKey>(Dictionary<TKey, BigInteger> sums, BigInteger before)
        where TKey : notnull
    {
        foreach (TKey key in sums.Keys.ToArray())
        {
            sums[key] = sums[key] * denominator / before;
        }
    }

    /// <summary>The least common multiple of the charges of which a part alone was taken.</summary>
    private static BigInteger PartialCharges(IEnumerable<ChainLot> lots) =>
        lots.Where(lot => lot.Line >= 0 && lot.Step is AllocationStep step && !step.IsWhole(lot))
            .Select(lot => BigInteger.Abs(lot.Step!.CountOf(lot.Line)))
            .Aggregate(BigInteger.One, Common);

    private static BigInteger Common(BigInteger left, BigInteger right) =>
        left / BigInteger.GreatestCommonDivisor(left, right) * right;

    private static BigInteger Sum(IEnumerable<BigInteger> values) => values.Aggregate(BigInteger.Zero, BigInteger.Add);

    private static BigInteger Times(BigInteger numerator, Fraction part) =>
        numerator * part.Numerator / part.Denominator;

    private static void Add<TKey>(Dictionary<TKey, BigInteger> sums, TKey key, BigInteger amount)
        where TKey : notnull =>
        sums[key] = sums.GetValueOrDefault(key) + amount;

    /// <summary>What stands behind a charge and is no cell.</summary>
    private readonly record struct Other(TraceKind Kind, CenterCode Center, string? Rule);

    /// <summary>What a sender sent, and the weights by which it did: of a charge so much as of its amount.</summary>
    private sealed class Sent
    {
        public BigInteger Amount { get; set; }

        public BigInteger Weight { get; set; }
    }
}
