using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>Which cost stands behind a charge of a chain or behind what a center costs in the end, down to cells, and
/// where the own cost of a center goes: through all rules.</summary>
/// <remarks>
/// <para>A charge is made of what its senders had, center by center; that is made of cells of their own cost and of
/// charges of earlier rules. So many rules as are asked for are shown one behind the other; what is behind the last
/// charge is added up by cell.</para>
/// <para>Law: the parts of every node add up to it exactly, and those of a charge to the amount that was charged, what
/// rounding did included.</para>
/// </remarks>
public static class ChainTrace
{
    /// <summary>The cost behind what a sender charged a receiver in a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="sender">The sender.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="rules">How many rules are shown with what their senders had, one behind the other; 0 gives the
    /// cells alone, in one go however many rules there are. At most <see cref="AllocationTrace.MaxLevels"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rules"/> is out of bounds.</exception>
    /// <exception cref="KeyNotFoundException">The sender charged the receiver nothing.</exception>
    public static TraceNode Upstream(AllocationStep step, CenterCode sender, CenterCode receiver, int rules)
    {
        ArgumentNullException.ThrowIfNull(step);
        RequireRules(rules);
        AllocationCharge charge = step.Run.Charge(sender, receiver)
            ?? throw new KeyNotFoundException($"'{sender}' charged '{receiver}' nothing in {step}.");
        return Charge(step, sender, receiver, Fraction.Of(charge.Amount), rules);
    }

    /// <summary>What a center costs in the end (loaded cost): what is left of its own cost, and what it was charged.
    /// </summary>
    /// <param name="chain">The chain.</param>
    /// <param name="center">The center.</param>
    /// <param name="period">A period of the chain.</param>
    /// <param name="rules">As in <see cref="Upstream"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="chain"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rules"/> is out of bounds, or the period is none
    /// of the chain.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public static TraceNode Loaded(AllocationChain chain, CenterCode center, FiscalPeriod period, int rules)
    {
        ArgumentNullException.ThrowIfNull(chain);
        RequireRules(rules);
        chain.Require(period);
        _ = chain.Space.Centers[center];
        Fraction unit = Fraction.One / Fraction.Of(chain.Space.Scale.UnitsPerWhole);
        return Sum(TraceKind.FinalCost, center, Lots(chain.LotsOf(period, center), center, period, unit, rules));
    }

    /// <summary>Where the own cost of a center goes: through all rules, to the centers with which it stays.</summary>
    /// <remarks>The root is the own cost. Its parts are what each rule charged of it, by receiver, and what stays. They
    /// are parts of charges before rounding; what was in a charge that was rounded to 0 is told as rounding, and so is
    /// what is cut where fractions are too long.</remarks>
    /// <param name="chain">The chain.</param>
    /// <param name="center">The center.</param>
    /// <param name="period">A period of the chain.</param>
    /// <param name="rules">How many later rules are shown, one after the other; 0 gives what stays with whom alone. At
    /// most <see cref="AllocationTrace.MaxLevels"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="chain"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rules"/> is out of bounds, or the period is none
    /// of the chain.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public static TraceNode Downstream(AllocationChain chain, CenterCode center, FiscalPeriod period, int rules)
    {
        ArgumentNullException.ThrowIfNull(chain);
        RequireRules(rules);
        chain.Require(period);
        _ = chain.Space.Centers[center];
        ChainLot[] lots =
        [
            .. chain.Steps.Where(step => step.Period == period)
                .SelectMany(step => step.LotsOf(center))
                .Concat(chain.LotsOf(period, center))
                .Where(lot => lot.Step is null),
        ];
        var followed = lots.Select(lot => LotKey.Of(lot, center)).Distinct()
            .ToDictionary(key => key, _ => Fraction.One);
        List<TraceNode> parts = new ChainForward(chain, period).Ahead(center, followed, rules);
        Fraction own = Fraction.Sum(lots.Select(lot => Fraction.OfWhole(lot.Amount)))
            / Fraction.Of(chain.Space.Scale.UnitsPerWhole);
        Fraction cut = own - Fraction.Sum(parts.Select(part => part.Amount));
        return new TraceNode(
            TraceKind.PrimaryCost,
            center,
            own,
            cut.IsZero ? parts : parts.Append(new TraceNode(TraceKind.Rounding, center, cut, [])));
    }

    private static TraceNode Charge(
        AllocationStep step, CenterCode sender, CenterCode receiver, Fraction amount, int rules)
    {
        AllocationNetwork network = step.Run.Network;
        int line = step.Run.Lines.LineBetween(network.Require(sender), network.Require(receiver));
        IEnumerable<TraceNode> parts = amount.IsZero ? []
            : rules == 0 ? ChainCells.Behind(step, line, amount)
            : Behind(step, sender, receiver, amount, rules - 1);
        return new TraceNode(TraceKind.Charge, sender, amount, parts, step.Rule.Name);
    }

    /// <summary>Lots as nodes, of each lot so much as a part of its counts says.</summary>
    private static IEnumerable<TraceNode> Lots(
        IEnumerable<ChainLot> lots, CenterCode center, FiscalPeriod period, Fraction part, int rules)
    {
        foreach (ChainLot lot in lots)
        {
            Fraction amount = Fraction.OfWhole(lot.Amount) * part;
            yield return lot.Step is not AllocationStep step
                    ? new TraceNode(new CellAddress(center, lot.Element, period), amount)
                : lot.Line >= 0 ? Charge(step, step.Run.Charges[lot.Line].Sender, center, amount, rules)
                : new TraceNode(TraceKind.FixedAmount, center, amount, [], step.Rule.Name);
        }
    }

    /// <summary>What stands behind so much of a charge within its run: cost by center with the lots that it is made of,
    /// which may cancel out, fixed amounts, rounding.</summary>
    private static List<TraceNode> Behind(
        AllocationStep step, CenterCode sender, CenterCode receiver, Fraction amount, int rules)
    {
        MethodNetwork lines = step.Run.Lines;
        AllocationNetwork network = step.Run.Network;
        int from = network.Require(sender);
        if (!lines.PassesOn(from))
        {
            return [new TraceNode(TraceKind.FixedAmount, sender, amount, [], step.Rule.Name)];
        }

        // So much of each source's cost as the amount is of what was charged.
        Fraction charged = Fraction.Of(step.Run.Charge(sender, receiver)!.Value.Amount);
        Fraction part = charged.IsZero
            ? Fraction.Zero
            : lines.ShareBetween(from, network.Require(receiver)) * amount / (charged * network.UnitsPerWhole);
        Fraction[] shares = lines.Solver.SharesBehind(from);
        var nodes = new List<TraceNode>();
        IEnumerable<int> sources = Enumerable.Range(0, shares.Length).Where(source => !shares[source].IsZero);
        foreach (int source in sources.OrderBy(source => source != from))
        {
            Fraction share = part * shares[source];
            CenterCode center = network.Centers[source];
            if (step.LotsOf(center) is { IsEmpty: false } lots)
            {
                nodes.Add(Sum(TraceKind.PrimaryCost, center, Lots(lots, center, step.Period, share, rules)));
            }

            foreach (int fix in lines.SendersTo(source).Where(other => !lines.PassesOn(other)))
            {
                Fraction weight = Fraction.OfWhole(lines.WeightBetween(fix, source));
                AddIfAny(TraceKind.FixedAmount, network.Centers[fix], share * weight, step.Rule.Name);
            }
        }

        AddIfAny(TraceKind.Rounding, sender, amount - Fraction.Sum(nodes.Select(node => node.Amount)), null);
        return nodes;

        void AddIfAny(TraceKind kind, CenterCode center, Fraction value, string? rule)
        {
            if (!value.IsZero)
            {
                nodes.Add(new TraceNode(kind, center, value, [], rule));
            }
        }
    }

    private static TraceNode Sum(TraceKind kind, CenterCode center, IEnumerable<TraceNode> parts)
    {
        TraceNode[] all = [.. parts];
        return new TraceNode(kind, center, Fraction.Sum(all.Select(part => part.Amount)), all);
    }

    private static void RequireRules(int rules)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rules);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rules, AllocationTrace.MaxLevels);
    }
}
