using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations.Chains;

/// <summary>HR 60 goes to IT, A and B by 1 : 3 : 2, then IT 100 + 20 + 10 to A and B by 1 : 1.</summary>
public class ChainTraceTests
{
    private static readonly AllocationChain Run = new Chain("IT", "HR", "A", "B")
        .With("IT", 100m)
        .With("IT", 20m, Chain.Other)
        .With("HR", 60m)
        .With("A", 7m)
        .Drive("heads", ("IT", 1m), ("A", 3m), ("B", 2m))
        .Drive("machines", ("A", 1m), ("B", 1m))
        .Run(
            Chain.Direct("HR", Chain.Fixed, Chain.By("HR", "heads")),
            Chain.Direct("IT", Chain.Variable, Chain.By("IT", "machines")));

    private static readonly CenterCode A = new("A");

    [Fact] // 65 of IT: half of 100, of 20, and of the 10 that HR charged, which is a sixth of HR's 60.
    public void Upstream_OfALaterRule_IsExplainedByTheEarlierOne() => Assert.Equal(
        """
        Charge IT 65 by IT
          PrimaryCost IT 65
            Cell cost 50
            Cell other 10
            Charge HR 5 by HR
              PrimaryCost HR 5
                Cell cost 5
        """,
        Text(ChainTrace.Upstream(Run.Steps[1], new("IT"), A, 2)));

    [Fact] // With no rule before it, what is behind is added up by cell.
    public void Upstream_WithoutEarlierRules_EndsInCells() => Assert.Equal(
        """
        Charge IT 65 by IT
          Cell cost 5
          Cell cost 50
          Cell other 10
        """,
        Text(ChainTrace.Upstream(Run.Steps[1], new("IT"), A, 0)));

    [Fact] // 7 of its own, 30 of HR and 65 of IT.
    public void Loaded_OfACenter_IsItsOwnCostAndItsCharges()
    {
        TraceNode root = ChainTrace.Loaded(Run, A, Chain.May, 0);

        Assert.Equal(Fraction.Of(102m), root.Amount);
        Assert.Equal(
            [(TraceKind.Cell, null, 7m), (TraceKind.Charge, "HR", 30m), (TraceKind.Charge, "IT", 65m)],
            root.Parts.Select(part =>
                (part.Kind, part.Rule, part.Amount.RoundTo(2, MidpointRounding.ToEven))));
    }

    [Fact] // What IT has of its own is 1 - 1 = 0: both go on with the 10 of HR, and both stand behind them.
    public void Upstream_OfAPoolThatCancelsOut_EndsInWhatItIsMadeOf()
    {
        AllocationChain chain = new Chain("IT", "HR", "A", "refund")
            .With("IT", 1m)
            .With("HR", 10m)
            .With("refund", -1m)
            .Drive("IT alone", ("IT", 1m))
            .Drive("A alone", ("A", 1m))
            .Run(
                Chain.Direct("refund", Chain.Fixed, Chain.By("refund", "IT alone")),
                AllocationRule.Assessment(
                    "services",
                    AllocationMethod.StepDown([new("HR"), new("IT")]),
                    [Chain.By("HR", "IT alone"), Chain.By("IT", "A alone")],
                    [],
                    PoolPart.Whole,
                    Chain.Variable));

        Assert.Equal(
            """
            Charge IT 10 by services
              Cell cost 10
              Cell cost 1
              Cell cost -1
            """,
            Text(ChainTrace.Upstream(chain.Steps[1], new("IT"), A, 0)));
        Assert.Equal(
            """
            Charge IT 10 by services
              PrimaryCost IT 0
                Cell cost 1
                Charge refund -1 by refund
                  PrimaryCost refund -1
                    Cell cost -1
              PrimaryCost HR 10
                Cell cost 10
            """,
            Text(ChainTrace.Upstream(chain.Steps[1], new("IT"), A, 2)));
        Assert.Equal(
            """
            PrimaryCost IT 1
              FinalCost A 1
            """,
            Text(ChainTrace.Downstream(chain, new("IT"), Chain.May, 0)));
    }

    [Fact] // 60 of HR by 1 : 3 : 2; the 10 that IT gets go on to A and B by halves.
    public void Downstream_ThroughALaterRule_EndsWithWhomItStays() => Assert.Equal(
        """
        PrimaryCost HR 60
          Charge IT 10 by HR
            Charge A 5 by IT
              FinalCost A 5
            Charge B 5 by IT
              FinalCost B 5
          Charge A 30 by HR
            FinalCost A 30
          Charge B 20 by HR
            FinalCost B 20
        """,
        Text(ChainTrace.Downstream(Run, new("HR"), Chain.May, 2)));

    [Fact] // One rule is shown; what is behind it is added up by center.
    public void Downstream_WithFewerRules_AddsUpByCenter()
    {
        Assert.Equal(
            """
            PrimaryCost HR 60
              Charge IT 10 by HR
                FinalCost A 5
                FinalCost B 5
              Charge A 30 by HR
                FinalCost A 30
              Charge B 20 by HR
                FinalCost B 20
            """,
            Text(ChainTrace.Downstream(Run, new("HR"), Chain.May, 1)));
        Assert.Equal(
            """
            PrimaryCost HR 60
              FinalCost A 35
              FinalCost B 25
            """,
            Text(ChainTrace.Downstream(Run, new("HR"), Chain.May, 0)));
    }

    [Fact] // 100 and 20 of its own, by halves; the 10 of HR are not its own.
    public void Downstream_OfSeveralElements_TakesThemTogether() => Assert.Equal(
        """
        PrimaryCost IT 120
          FinalCost A 60
          FinalCost B 60
        """,
        Text(ChainTrace.Downstream(Run, new("IT"), Chain.May, 0)));

    [Fact] // A rule takes a quarter of 40; the rest stays.
    public void Downstream_OfAPartThatIsTaken_KeepsTheRest()
    {
        AllocationChain chain = new Chain("X", "A").With("X", 40m).Drive("x", ("A", 1m)).Run(
            AllocationRule.Assessment(
                "quarter", AllocationMethod.Direct, [Chain.By("X", "x")], [], PoolPart.Percent(25m), Chain.Fixed));

        Assert.Equal(
            """
            PrimaryCost X 40
              Charge A 10 by quarter
                FinalCost A 10
              FinalCost X 30
            """,
            Text(ChainTrace.Downstream(chain, new("X"), Chain.May, 1)));
    }

    [Fact] // One cent by 1 : 299: the charge to A is none, and what it would have been is told.
    public void Downstream_OfAChargeThatIsRoundedAway_TellsIt()
    {
        AllocationChain chain = new Chain("X", "A", "B")
            .With("X", 0.01m)
            .Drive("x", ("A", 1m), ("B", 299m))
            .Run(Chain.Direct("X", Chain.Fixed, Chain.By("X", "x")));
        TraceNode root = ChainTrace.Downstream(chain, new("X"), Chain.May, 0);

        Assert.Equal(
            [
                (TraceKind.FinalCost, "B", Fraction.Of(299m) / Fraction.Of(30_000m)),
                (TraceKind.Rounding, "A", Fraction.Of(1m) / Fraction.Of(30_000m)),
            ],
            root.Parts.Select(part => (part.Kind, part.Center.Value, part.Amount)));
    }

    [Fact] // Exact parts of 200 services that serve each other would have some 2,000 bits: they are cut.
    public void Downstream_ThroughALargeCircle_LosesNothing()
    {
        const int count = 200;
        string[] codes = [.. Enumerable.Range(0, count).Select(index => $"C{index:000}")];
        var chain = new Chain([.. codes, "X"]);
        for (int index = 0; index < count; index++)
        {
            _ = chain.With(codes[index], 1_000.01m).Drive(
                $"d{index}",
                (codes[(index + 1) % count], 797m + index),
                (codes[(index + 67) % count], 101m),
                ("X", 211m));
        }

        AllocationChain run = chain.Run(AllocationRule.Assessment(
            "all",
            AllocationMethod.Reciprocal,
            codes.Select((code, index) => Chain.By(code, $"d{index}")),
            [],
            PoolPart.Whole,
            Chain.Fixed));

        Assert.All([0, 1], rules =>
        {
            TraceNode root = ChainTrace.Downstream(run, new(codes[0]), Chain.May, rules);
            Assert.Equal(Fraction.Of(1_000.01m), root.Amount);
            Assert.Equal(root.Amount, Fraction.Sum(root.Parts.Select(part => part.Amount)));
        });
    }

    [Fact] // HR and IT serve each other: what IT charges is its own cost first, although HR stands before it.
    public void Upstream_InACircle_TellsTheSendersOwnCostFirst()
    {
        AllocationChain chain = new Chain("HR", "IT", "A")
            .With("HR", 60m)
            .With("IT", 100m)
            .Drive("heads", ("IT", 1m), ("A", 1m))
            .Drive("machines", ("HR", 1m), ("A", 1m))
            .Run(AllocationRule.Assessment(
                "both",
                AllocationMethod.Reciprocal,
                [Chain.By("HR", "heads"), Chain.By("IT", "machines")],
                [],
                PoolPart.Whole,
                Chain.Fixed));

        TraceNode root = ChainTrace.Upstream(chain.Steps[0], new("IT"), A, 1);

        Assert.Equal(["IT", "HR"], root.Parts.Where(part => part.Kind == TraceKind.PrimaryCost)
            .Select(part => part.Center.Value));
    }

    [Fact] // Each of 150 rules rounds by less than a cent; exact parts of all would have some 1,500 bits.
    public void Upstream_ThroughManyRules_LosesNoMoreThanTheirRounding()
    {
        const int count = 150;
        string[] codes = [.. Enumerable.Range(0, count + 1).Select(index => $"C{index:000}")];
        var chain = new Chain([.. codes, "X"]);
        for (int index = 0; index < count; index++)
        {
            _ = chain.With(codes[index], 1_000m)
                .Drive($"d{index}", (codes[index + 1], 797m + index), ("X", 211m));
        }

        AllocationChain run = chain.Run([.. Enumerable.Range(0, count).Select(index =>
            Chain.Direct($"R{index:000}", Chain.Fixed, Chain.By(codes[index], $"d{index}")))]);
        TraceNode root = ChainTrace.Upstream(run.Steps[^1], new(codes[^2]), new("X"), 0);

        TraceNode[] leaves = [.. root.Parts.SelectMany(part => part.Parts.IsEmpty ? [part] : part.Parts.ToArray())];
        Assert.Equal(root.Amount, Fraction.Sum(leaves.Select(leaf => leaf.Amount)));
        Assert.True(
            Fraction.Sum(leaves.Where(leaf => leaf.Kind == TraceKind.Rounding).Select(leaf => leaf.Amount.Abs()))
                < Fraction.Of(count * 0.01m));

        // The last center's own 1,000 by 211 of 211 + 946; of the one before it goes through 945 of 1,156 as well.
        AssertNear(Fraction.Of(1_000m * 211m) / Fraction.Of(1_157m), CellOf(codes[149]));
        AssertNear(Fraction.Of(1_000m * 945m * 211m) / Fraction.Of(1_156m * 1_157m), CellOf(codes[148]));

        Fraction CellOf(string center) => leaves
            .Single(leaf => leaf.Center.Value == center && leaf.Kind == TraceKind.Cell).Amount;

        static void AssertNear(Fraction expected, Fraction actual) =>
            Assert.True((expected - actual).Abs() < Fraction.Of(0.01m), $"{expected}, not {actual}");
    }

    [Fact] // 10 by 1 : 2 are 3.33 and 6.67; a half of the first is 1.67 with rounding.
    public void Upstream_OfARoundedCharge_TellsWhatRoundingDid()
    {
        AllocationChain chain = new Chain("X", "Y", "A", "B")
            .With("X", 10m)
            .Drive("x", ("Y", 1m), ("A", 2m))
            .Drive("y", ("A", 1m), ("B", 1m))
            .Run(
                Chain.Direct("X", Chain.Fixed, Chain.By("X", "x")),
                Chain.Direct("Y", Chain.Fixed, Chain.By("Y", "y")));

        TraceNode root = ChainTrace.Upstream(chain.Steps[1], new("Y"), A, 0);

        // 3.33 is 10/3 and a rounding of -1/300; of both 1.665 are a half, which is rounded to 1.67.
        Assert.Equal(
            [
                (TraceKind.Cell, "X", Fraction.Of(5m) / Fraction.Of(3m)),
                (TraceKind.Rounding, "X", Fraction.Of(-1m) / Fraction.Of(600m)),
                (TraceKind.Rounding, "Y", Fraction.Of(0.005m)),
            ],
            root.Parts.Select(part => (part.Kind, part.Center.Value, part.Amount)));
    }

    [Fact]
    public void Trace_WhatThereIsNot_IsRefused()
    {
        Assert.Throws<KeyNotFoundException>(() => ChainTrace.Upstream(Run.Steps[0], A, new("HR"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChainTrace.Upstream(Run.Steps[0], new("HR"), A, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChainTrace.Loaded(Run, A, Chain.June, 0));
        Assert.Throws<KeyNotFoundException>(() => ChainTrace.Loaded(Run, new("?"), Chain.May, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChainTrace.Downstream(Run, A, Chain.June, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChainTrace.Downstream(Run, A, Chain.May, 51));
        Assert.Throws<KeyNotFoundException>(() => ChainTrace.Downstream(Run, new("?"), Chain.May, 0));
    }

    [Fact] // What is charged at a price has no cost behind it.
    public void Loaded_OfASenderOfFixedAmounts_HasItsCredit()
    {
        AllocationChain chain = new Chain("X", "A").With("X", 10m).Drive("price", ("A", 4m)).Run(
            Chain.Direct("X", Chain.Fixed, Chain.By("X", "price", DriverBasis.FixedAmounts)));

        Assert.Equal(
            [(TraceKind.Cell, Fraction.Of(10m)), (TraceKind.FixedAmount, Fraction.Of(-4m))],
            ChainTrace.Loaded(chain, new("X"), Chain.May, 1).Parts.Select(part => (part.Kind, part.Amount)));
        Assert.Equal(
            TraceKind.FixedAmount, ChainTrace.Loaded(chain, A, Chain.May, 1).Parts[0].Parts.Single().Kind);
    }

    private static string Text(TraceNode root)
    {
        var lines = new List<string>();
        var open = new Stack<(TraceNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            (TraceNode node, int depth) = next;
            string name = node.Cell is CellAddress cell ? cell.Element.Value : node.Center.Value;
            string rule = node.Rule is null ? "" : $" by {node.Rule}";
            lines.Add($"{new string(' ', 2 * depth)}{node.Kind} {name} {node.Amount}{rule}");
            foreach (TraceNode part in node.Parts.Reverse())
            {
                open.Push((part, depth + 1));
            }
        }

        return string.Join("\n", lines);
    }
}
