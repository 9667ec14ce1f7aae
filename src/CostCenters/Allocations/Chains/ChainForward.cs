using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>Follows parts of lots through the steps of a chain to the centers where they stay.</summary>
/// <remarks>What is followed of a charge is a part of it before rounding, so that everything arrives somewhere, but for
/// charges that were rounded to 0 and for fractions with long denominators, which are cut; both are told as rounding.
/// All amounts are counts.</remarks>
internal sealed class ChainForward
{
    private readonly AllocationStep[] steps;
    private readonly Fraction units;
    private readonly AllocationChain chain;
    private readonly FiscalPeriod period;

    public ChainForward(AllocationChain chain, FiscalPeriod period)
    {
        this.chain = chain;
        this.period = period;
        units = Fraction.Of(chain.Space.Scale.UnitsPerWhole);
        steps = [.. chain.Steps.Where(step => step.Period == period)];
    }

    /// <summary>Where parts of the lots that a center had go.</summary>
    /// <param name="center">The center.</param>
    /// <param name="lots">Of each lot that is followed, how much of one count.</param>
    /// <param name="rules">How many rules are shown, one after the other; 0 gives where all of it stays.</param>
    public List<TraceNode> Ahead(CenterCode center, Dictionary<LotKey, Fraction> lots, int rules) =>
        rules == 0 ? Ends(lots) : [.. Charged(center, lots, rules - 1), .. Kept([center], lots)];

    /// <summary>What a sender charges by each rule that takes of its lots, by receiver.</summary>
    private IEnumerable<TraceNode> Charged(CenterCode center, Dictionary<LotKey, Fraction> lots, int rules)
    {
        foreach (AllocationStep step in steps)
        {
            Fraction taken = TakenFrom(step, center, lots);
            if (taken.IsZero)
            {
                continue;
            }

            var entering = new Fraction[step.Run.Lines.Count];
            entering[step.Run.Network.Require(center)] = taken;
            var byReceiver = Spread(step, entering).GroupBy(part => step.Run.Lines.ReceiverOf(part.Line));
            foreach (var parts in byReceiver.OrderBy(group => group.Key))
            {
                CenterCode receiver = step.Run.Network.Centers[parts.Key];
                var charged = new Dictionary<LotKey, Fraction>();
                Fraction lost = Hold(step, parts, charged);
                List<TraceNode> nodes = [.. Ahead(receiver, charged, rules), .. Rounding(receiver, lost)];
                yield return new TraceNode(
                    TraceKind.Charge,
                    receiver,
                    Fraction.Sum(nodes.Select(node => node.Amount)),
                    nodes,
                    step.Rule.Name);
            }
        }
    }

    /// <summary>Where all of some lots stays, through all steps, by center.</summary>
    private List<TraceNode> Ends(Dictionary<LotKey, Fraction> lots)
    {
        var all = new Dictionary<LotKey, Fraction>(lots);
        var lost = new SortedDictionary<CenterCode, Fraction>();
        foreach (AllocationStep step in steps)
        {
            var entering = new Fraction[step.Run.Lines.Count];
            foreach (SenderBalance sender in step.Senders)
            {
                entering[step.Run.Network.Require(sender.Sender)] = TakenFrom(step, sender.Sender, all);
            }

            if (Array.TrueForAll(entering, amount => amount.IsZero))
            {
                continue;
            }

            foreach (var parts in Spread(step, entering).GroupBy(part => step.Run.Lines.ReceiverOf(part.Line)))
            {
                CenterCode receiver = step.Run.Network.Centers[parts.Key];
                lost[receiver] = lost.GetValueOrDefault(receiver) + Hold(step, parts, all);
            }
        }

        return
        [
            .. Kept(chain.Space.Centers.Centers.Select(center => center.Code), all),
            .. lost.SelectMany(pair => Rounding(pair.Key, pair.Value)),
        ];
    }

    /// <summary>How much of the lots that are followed a center sent in a step.</summary>
    private static Fraction TakenFrom(AllocationStep step, CenterCode center, Dictionary<LotKey, Fraction> lots) =>
        PartOf(step.LotsOf(center), center, lots);

    private static Fraction PartOf(
        IEnumerable<ChainLot> held, CenterCode center, Dictionary<LotKey, Fraction> lots)
    {
        Fraction sum = Fraction.Zero;
        foreach (ChainLot lot in held)
        {
            if (lots.TryGetValue(LotKey.Of(lot, center), out Fraction part))
            {
                sum += Fraction.OfWhole(lot.Amount) * part;
            }
        }

        return sum;
    }

    /// <summary>What is charged to those that pass nothing on if so much enters each center.</summary>
    private static IEnumerable<(int Line, Fraction Amount)> Spread(AllocationStep step, Fraction[] entering)
    {
        MethodNetwork lines = step.Run.Lines;
        Fraction[] prices = lines.Solver.PricesAhead(entering);
        for (int sender = 0; sender < prices.Length; sender++)
        {
            var (first, length) = lines.LinesOf(sender);
            for (int line = first; line < first + length && !prices[sender].IsZero; line++)
            {
                if (!lines.PassesOn(lines.ReceiverOf(line)))
                {
                    yield return (line, Fraction.OfWhole(lines.Weights[line]) * prices[sender]);
                }
            }
        }
    }

    /// <summary>Turns parts of charges into parts of the lots that these are now; returns what is lost.</summary>
    private static Fraction Hold(
        AllocationStep step, IEnumerable<(int Line, Fraction Amount)> parts, Dictionary<LotKey, Fraction> lots)
    {
        Fraction lost = Fraction.Zero;
        foreach (var (line, amount) in parts)
        {
            var count = Fraction.OfWhole(step.Run.Network.Scale.ToCount(step.Run.Charges[line].Amount));
            Fraction part = count.IsZero ? Fraction.Zero : ExactLimits.Cut(amount / count);
            lots[new LotKey(step, line, default, default)] = part;
            lost += amount - (part * count);
        }

        return lost;
    }

    private IEnumerable<TraceNode> Kept(IEnumerable<CenterCode> centers, Dictionary<LotKey, Fraction> lots) =>
        from center in centers
        let part = PartOf(chain.LotsOf(period, center), center, lots)
        where !part.IsZero
        select new TraceNode(TraceKind.FinalCost, center, part / units, []);

    private IEnumerable<TraceNode> Rounding(CenterCode center, Fraction lost) =>
        lost.IsZero ? [] : [new TraceNode(TraceKind.Rounding, center, lost / units, [])];
}
