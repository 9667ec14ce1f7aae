using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(ChainGenerators)])]
public class ChainProperties
{
    [Property]
    public void Create_EveryStep_KeepsWhatItTakes(ChainCase c)
    {
        foreach (AllocationStep step in c.Run().Steps)
        {
            Assert.Equal(step.In, step.Out + step.Rest);
            Assert.Equal(step.Rest, step.Senders.Sum(sender => sender.Rest));
            Assert.Equal(0m, step.Entries().Sum(entry => entry.Amount));
            Assert.All(step.Senders, sender =>
                Assert.InRange(Math.Abs(sender.Taken), 0m, Math.Abs(sender.Pool)));
        }
    }

    [Property] // Charges sum to 0 on each element; cost and charges make what is left, and the total stays.
    public void Create_CostAndCharges_AreLoadedCost(ChainCase c)
    {
        Cube cost = c.Cost;
        AllocationChain chain = c.Run(cost);
        Cube layer = chain.ToCube();
        Cube loaded = Cube.Merge(layer.Space, [cost, layer]);

        Assert.All(
            layer.Cells().GroupBy(cell => cell.Address.Element),
            cells => Assert.Equal(0m, cells.Sum(cell => cell.Amount)));
        Assert.Equal(c.Cents.Sum() / 100m, loaded.Cells().Sum(cell => cell.Amount));
        Assert.All(chain.Space.Centers.Centers, center => Assert.Equal(
            Fraction.Of(loaded.Cells().Where(cell => cell.Address.Center == center.Code).Sum(cell => cell.Amount)),
            ChainTrace.Loaded(chain, center.Code, chain.Periods.From, 0).Amount));
    }

    [Property]
    public void Trace_OfChargesAndLoadedCost_AddsUp(ChainCase c)
    {
        AllocationChain chain = c.Run();
        AllocationStep? last = chain.Steps.LastOrDefault();
        foreach (AllocationCharge charge in last?.Run.Charges.Take(4) ?? [])
        {
            TraceNode root = ChainTrace.Upstream(last!, charge.Sender, charge.Receiver, c.Rules.Length % 3);
            Assert.Equal(Fraction.Of(charge.Amount), root.Amount);
            AssertAddsUp(root);
        }

        AssertAddsUp(ChainTrace.Loaded(chain, chain.Space.Centers.Centers[^1].Code, chain.Periods.From, 1));
    }

    [Property] // However many rules are shown, the same cells stand behind a charge.
    public void Trace_WithAndWithoutRules_EndsInTheSameCells(ChainCase c)
    {
        AllocationStep? last = c.Run().Steps.LastOrDefault();
        foreach (AllocationCharge charge in last?.Run.Charges.Take(2) ?? [])
        {
            Assert.Equal(
                CellsOf(ChainTrace.Upstream(last!, charge.Sender, charge.Receiver, 0)),
                CellsOf(ChainTrace.Upstream(last!, charge.Sender, charge.Receiver, 3)));
        }
    }

    [Property] // What goes from one center to another is the same, looked at from either end.
    public void Trace_FromBothEnds_IsTheSame(ChainCase c)
    {
        AllocationChain chain = c.Run();
        CenterCode[] centers = [.. chain.Space.Centers.Centers.Select(center => center.Code)];
        TraceNode[] loaded = Array.ConvertAll(
            centers, center => ChainTrace.Loaded(chain, center, chain.Periods.From, 0));
        foreach (CenterCode center in centers)
        {
            TraceNode ahead = ChainTrace.Downstream(chain, center, chain.Periods.From, c.Rules.Length % 3);
            AssertAddsUp(ahead);
            Assert.Equal(
                Fraction.Of(c.Cost.Cells().Where(cell => cell.Address.Center == center).Sum(cell => cell.Amount)),
                ahead.Amount);
            Assert.Equal(
                loaded.Select(end => LeavesOf(end)
                    .Where(leaf => leaf.Kind == TraceKind.Cell && leaf.Center == center)
                    .Aggregate(Fraction.Zero, (sum, leaf) => sum + leaf.Amount)),
                centers.Select(end => LeavesOf(ahead)
                    .Where(leaf => leaf.Kind == TraceKind.FinalCost && leaf.Center == end)
                    .Aggregate(Fraction.Zero, (sum, leaf) => sum + leaf.Amount)));
        }
    }

    [Property] // A node whose parts do not add up cannot be made; the root is what the rows of both chains say.
    public void Variances_BetweenTwoChains_ExplainTheDifference(ChainCase c)
    {
        AllocationChain before = c.Run();
        AllocationChain after = (c with
        {
            Cents = [.. c.Cents.Reverse()],
            Rules = [.. c.Rules.Skip(1).Select(rule => rule with { Weights = [.. rule.Weights.Reverse()] })],
        }).Run();
        foreach (Center center in after.Space.Centers.Centers)
        {
            Assert.Equal(
                Fraction.Of(ReceivedBy(after, center.Code) - ReceivedBy(before, center.Code)),
                ChainVariances.Analyze(before, after, center.Code, after.Periods.From).Amount);
            Assert.All(
                ChainVariances.Analyze(after, after, center.Code, after.Periods.From).Children,
                rule => Assert.Equal(Fraction.Zero, rule.Amount));
        }
    }

    [Property] // The oracle: whole pools in a plain table of center and element.
    public void Create_WholePools_AreThoseOfAPlainTable(ChainCase c)
    {
        AllocationChain chain = (c with { Rules = Array.ConvertAll(c.Rules, rule => rule with { Part = 0 }) }).Run();
        Dictionary<(CenterCode, ElementCode), decimal> table = c.Cost.Cells().ToDictionary(
            cell => (cell.Address.Center, cell.Address.Element), cell => cell.Amount);
        foreach (AllocationStep step in chain.Steps)
        {
            ElementCode[] taken = step.Rule.BookedOn is null ? [step.Element]
                : step.Rule.Elements.IsEmpty ? [.. chain.Space.Elements.Elements.Select(element => element.Code)]
                : [.. step.Rule.Elements];
            bool sendsAmounts = step.Rule.Senders[0].Basis == DriverBasis.FixedAmounts;
            foreach (SenderBalance balance in step.Senders)
            {
                Assert.Equal(taken.Sum(element => table.GetValueOrDefault((balance.Sender, element))), balance.Pool);
                foreach (ElementCode element in sendsAmounts ? [] : taken)
                {
                    table[(balance.Sender, element)] = 0m;
                }
            }

            foreach (AllocationEntry entry in step.Entries().Where(entry =>
                sendsAmounts || step.Senders.All(sender => sender.Sender != entry.Center)))
            {
                table[(entry.Center, entry.Element)] =
                    table.GetValueOrDefault((entry.Center, entry.Element)) + entry.Amount;
            }
        }
    }

    [Property]
    public void ConsumersOf_AllSteps_AreWhatLaterStepsConsumed(ChainCase c)
    {
        AllocationChain chain = c.Run();
        Assert.Equal(
            chain.Steps.SelectMany(step => step.Consumed.Select(part => (part.Step.Number, step.Number, part.Amount)))
                .Order(),
            chain.Steps.SelectMany(step => chain.ConsumersOf(step)
                .Select(part => (step.Number, part.Step.Number, part.Amount))).Order());
        Assert.All(chain.Steps, step => Assert.All(step.Consumed, part =>
            Assert.True(part.Step.Number < step.Number)));
    }

    private static SortedDictionary<string, Fraction> CellsOf(TraceNode root)
    {
        var sums = new SortedDictionary<string, Fraction>(StringComparer.Ordinal);
        foreach (TraceNode leaf in LeavesOf(root))
        {
            if (leaf.Cell is CellAddress cell)
            {
                string key = $"{cell.Center} {cell.Element}";
                sums[key] = sums.GetValueOrDefault(key) + leaf.Amount;
            }
        }

        return sums;
    }

    private static decimal ReceivedBy(AllocationChain chain, CenterCode center) => chain.Steps
        .SelectMany(step => step.Run.Charges)
        .Where(charge => charge.Receiver == center)
        .Sum(charge => charge.Amount);

    private static IEnumerable<TraceNode> LeavesOf(TraceNode root)
    {
        var open = new Stack<TraceNode>([root]);
        while (open.TryPop(out TraceNode? node))
        {
            if (node.Parts.IsEmpty)
            {
                yield return node;
            }

            foreach (TraceNode part in node.Parts)
            {
                open.Push(part);
            }
        }
    }

    private static void AssertAddsUp(TraceNode root)
    {
        var open = new Stack<TraceNode>([root]);
        while (open.TryPop(out TraceNode? node))
        {
            Assert.True(
                node.Parts.IsEmpty || node.Amount == Fraction.Sum(node.Parts.Select(part => part.Amount)),
                $"{node}: {string.Join("; ", node.Parts)}");
            foreach (TraceNode part in node.Parts)
            {
                open.Push(part);
            }
        }
    }
}
