using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations;

/// <summary>
/// HR 50 serves IT with a fifth, IT 100 serves HR with a fourth, and both serve a product. With x for IT and y for HR:
/// x = 100 + y / 5 and y = 50 + x / 4, so x = 110 / 0.95 and y = 75 / 0.95.
/// </summary>
public class AllocationTraceTests
{
    private static readonly AllocationRun Run = AllocationRun.Create(
        Networks.Of(
            Networks.Costs(("IT", 100m), ("HR", 50m), ("A", 0m)),
            Networks.Sender(DriverBasis.Percentages, "IT", ("HR", 25m), ("A", 75m)),
            Networks.Sender(DriverBasis.Percentages, "HR", ("IT", 20m), ("A", 80m))),
        AllocationMethod.Reciprocal);

    private static readonly Fraction Circle = Fraction.Of(0.95m);

    [Fact] // IT charges A 75 % of x: 86.8421.., rounded to 86.84.
    public void Upstream_WithoutLevels_GivesPrimaryCostByCenter()
    {
        TraceNode root = AllocationTrace.Upstream(Run, new("IT"), new("A"), 0);

        Assert.Equal((TraceKind.Charge, Fraction.Of(86.84m)), (root.Kind, root.Amount));
        TraceNode[] parts = [.. root.Parts];
        Assert.Equal(
            [TraceKind.PrimaryCost, TraceKind.Charge, TraceKind.Rounding], parts.Select(part => part.Kind));

        // 75 % of IT's own 100; of HR 15 % of y = 75 / 0.95, which is HR's own 50 and 25 % of IT's own 100, each /
        // 0.95.
        Assert.Equal(Fraction.Of(75m), parts[0].Amount);
        Assert.Equal(Fraction.Of(0.15m * 75m) / Circle, parts[1].Amount);
        Assert.Equal(
            [(new CenterCode("IT"), Fraction.Of(0.15m * 25m) / Circle), (new("HR"), Fraction.Of(0.15m * 50m) / Circle)],
            parts[1].Parts.Select(part => (part.Center, part.Amount)));
        Assert.Equal(Fraction.Of(86.84m) - (Fraction.Of(82.5m) / Circle), parts[2].Amount);
    }

    [Fact]
    public void Upstream_WithALevel_ShowsWhatStandsBehindTheSenderBehind()
    {
        TraceNode behind = AllocationTrace.Upstream(Run, new("IT"), new("A"), 1).Parts[1];

        Assert.Equal(new CenterCode("HR"), behind.Center);
        Assert.Equal(
            [
                (TraceKind.PrimaryCost, new CenterCode("HR"), Fraction.Of(0.15m * 50m)),
                (TraceKind.Charge, new("IT"), Fraction.Of(0.15m * 0.25m * 110m) / Circle),
            ],
            behind.Parts.Select(part => (part.Kind, part.Center, part.Amount)));

        // The way has been through IT already: what stands behind it is given by center.
        Assert.All(behind.Parts[1].Parts, part => Assert.Equal(TraceKind.PrimaryCost, part.Kind));
    }

    [Fact] // All of IT's 100 ends with A.
    public void Downstream_EndsWithWhoPays()
    {
        TraceNode all = AllocationTrace.Downstream(Run, new("IT"), 0);
        TraceNode steps = AllocationTrace.Downstream(Run, new("IT"), 1);

        Assert.Equal([(TraceKind.FinalCost, Fraction.Of(100m))], all.Parts.Select(part => (part.Kind, part.Amount)));
        Assert.Equal(
            [(new CenterCode("HR"), Fraction.Of(25m)), (new("A"), Fraction.Of(75m))],
            steps.Parts.Select(part => (part.Center, part.Amount)));
        Assert.Equal("FinalCost A 25", steps.Parts[0].Parts.Single().ToString());
    }

    [Fact] // The chain has no circle: the fixed 30 of IT ends the way behind HR's charge.
    public void Upstream_OfAFixedAmount_EndsWithIt()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("IT", 100m), ("HR", 10m), ("A", 0m)),
                Networks.Sender(DriverBasis.FixedAmounts, "IT", ("HR", 30m), ("A", 40m)),
                Networks.Sender("HR", ("A", 1m))),
            AllocationMethod.Reciprocal);

        Assert.Equal(
            "FixedAmount IT 40", AllocationTrace.Upstream(run, new("IT"), new("A"), 3).Parts.Single().ToString());
        Assert.Equal(
            "PrimaryCost HR 10, FixedAmount IT 30",
            string.Join(", ", AllocationTrace.Upstream(run, new("HR"), new("A"), 3).Parts));
        Assert.Equal("FinalCost IT 100", AllocationTrace.Downstream(run, new("IT"), 3).Parts.Single().ToString());
    }

    [Fact] // Of IT's pool a fourth goes to HR, of which a fifth comes back.
    public void ConsumptionMatrix_TellsDirectUseFromFullUse()
    {
        AllocationNetwork network = Networks.Of(
            Networks.Costs(("IT", 1m), ("HR", 1m), ("A", 1m), ("B", 1m)),
            Networks.Sender(DriverBasis.Percentages, "IT", ("HR", 25m), ("A", 75m)),
            Networks.Sender(DriverBasis.Percentages, "HR", ("IT", 20m), ("B", 80m)));
        var matrix = ConsumptionMatrix.Create(AllocationRun.Create(network, AllocationMethod.Reciprocal));

        Assert.Equal(["IT", "HR"], matrix.Senders.Select(sender => sender.Value));
        Assert.Equal(Fraction.Of(0.25m), matrix.Direct(new("IT"), new("HR")));
        Assert.Equal(Fraction.Zero, matrix.Direct(new("IT"), new("B")));
        Assert.Equal(Fraction.Of(0.2m) / Circle, matrix.Full(new("IT"), new("B")));
        Assert.Equal(Fraction.Of(0.75m) / Circle, matrix.Full(new("IT"), new("A")));
        Assert.Equal(Fraction.Zero, matrix.Full(new("IT"), new("HR")));
        Assert.Equal(Fraction.One, matrix.Full(new("A"), new("A")));
    }

    [Fact]
    public void Upstream_OfWhatWasNotCharged_Throws()
    {
        Assert.Throws<KeyNotFoundException>(() => AllocationTrace.Upstream(Run, new("A"), new("IT"), 0));
        Assert.Throws<KeyNotFoundException>(() => AllocationTrace.Downstream(Run, new("none"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AllocationTrace.Downstream(Run, new("IT"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => AllocationTrace.Upstream(Run, new("IT"), new("A"), AllocationTrace.MaxLevels + 1));
    }

    [Theory] // The denominators of 150 senders in a circle are too long: shares are near, and sums exact all the same.
    [InlineData(0)]
    [InlineData(2)]
    public void Traces_OfALongCircle_AddUp(int levels)
    {
        const int count = 150;
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                [
                    .. Enumerable.Range(0, count).Select(index => new CenterCost(new($"C{index:000}"), 100m + index)),
                    .. Networks.Costs(("X", 0m), ("Y", 1m)),
                ],
                [
                    .. Enumerable.Range(0, count).Select(index => Networks.Sender(
                        $"C{index:000}",
                        ($"C{(index + 1) % count:000}", 991m + index), ("X", 97m + (2 * index)), ("Y", 3.5m))),
                ]),
            AllocationMethod.Reciprocal);

        AssertAddsUp(AllocationTrace.Downstream(run, new("C007"), levels));
        AssertAddsUp(AllocationTrace.Upstream(run, new("C007"), new("X"), levels));
        var matrix = ConsumptionMatrix.Create(run);
        Assert.Equal(
            Fraction.One, matrix.Full(new("C007"), new("X")) + matrix.Full(new("C007"), new("Y")));
    }

    [Fact] // Each of 30 senders charges all of them: what is behind a sender is solved once, not for each charge to it.
    public void Upstream_WhereAllServeAll_SolvesOnce()
    {
        const int count = 30;
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                [.. Enumerable.Range(0, count + 1).Select(index => new CenterCost(new($"C{index:00}"), 100m + index))],
                [
                    .. Enumerable.Range(0, count).Select(sender => Networks.Sender(
                        $"C{sender:00}",
                        [
                            .. Enumerable.Range(0, count + 1).Select(receiver =>
                                ($"C{receiver:00}", (decimal?)(1 + (((sender * 7) + (receiver * 11)) % 13)))),
                        ])),
                ]),
            AllocationMethod.Reciprocal);
        TraceNode? root = null;

        Allocated.AtMost(1_000_000_000, () => root = AllocationTrace.Upstream(run, new("C00"), new("C30"), 1));

        AssertAddsUp(root!);
    }

    private static void AssertAddsUp(TraceNode root)
    {
        var open = new Stack<TraceNode>([root]);
        while (open.TryPop(out TraceNode? node))
        {
            if (!node.Parts.IsEmpty)
            {
                Assert.Equal(node.Amount, Fraction.Sum(node.Parts.Select(part => part.Amount)));
            }

            foreach (TraceNode part in node.Parts)
            {
                open.Push(part);
            }
        }
    }
}
