using BenchmarkDotNet.Attributes;
using CostCenters.Allocations;
using CostCenters.Benchmarks.Allocations;
using CostCenters.Calendars;
using CostCenters.Profitability.Ripples;
using CostCenters.Profitability.ValueChains;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Profitability;

/// <summary>5,000 centers, of which 4,000 serve 25 others each; the other 1,000 belong to 20 profit centers.</summary>
[MemoryDiagnoser]
public class ValueChainBenchmarks
{
    private const int CenterCount = 5_000;
    private const int SenderCount = 4_000;
    private const int CarrierCount = 20;
    private const int PeriodCount = 12;

    private AllocationRun run = null!;
    private ValueCarrier[] carriers = [];
    private ValueChain chain = null!;
    private RippleModel model = null!;
    private RippleChange cut = null!;
    private CenterCode[] centers = [];

    [GlobalSetup]
    public void CreateModel()
    {
        var network = new ServiceNetwork(CenterCount, SenderCount, receivers: 25);
        centers = network.Centers;
        run = AllocationRun.Create(network.Create(), AllocationMethod.Reciprocal);
        carriers =
        [
            .. Enumerable.Range(0, CarrierCount).Select(carrier => ValueCarrier.Of(
                $"P{carrier}",
                centers.Skip(SenderCount).Where((_, place) => place % CarrierCount == carrier),
                1_000_000m + carrier)),
        ];
        FiscalPeriod[] periods = [.. Enumerable.Range(1, PeriodCount).Select(month => new FiscalPeriod(2026, month))];
        var time = new KeyFigureCode("response time");
        RippleFigure response = RippleFigure.Measure(centers[0], time);
        model = RippleModel.Create(
            run,
            periods,
            [
                .. network.Costs.Select(cost => new RippleBase(
                    RippleFigure.Cost(cost.Center), Enumerable.Repeat(cost.Amount, PeriodCount))),
                .. centers.Skip(SenderCount).Take(100).Select(center => new RippleBase(
                    RippleFigure.Revenue(center), Enumerable.Repeat(10_000m, PeriodCount))),
            ],
            [],
            [
                new RippleDependency(RippleFigure.Capacity(centers[0]), response, new Elasticity(-1m, -1.5m, -2m), 0),
                .. centers.Skip(SenderCount).Take(100).Select(center => new RippleDependency(
                    response, RippleFigure.Revenue(center), new Elasticity(0m, -0.05m, -0.1m), 2)),
            ]);
        cut = RippleChange.Percent(centers[0], -20m, periods[0]);
        _ = Ripple_OfOneCut();
        chain = ValueChain_OfAllCenters();
    }

    [Benchmark]
    public ValueChain ValueChain_OfAllCenters() => ValueChain.Create(run, carriers);

    /// <summary>The revenue that falls to each center, of a chain that is there.</summary>
    [Benchmark]
    public int AttributedRevenue_OfAllCenters() => chain.Rows.Count(row => row.AttributedRevenue.Sign > 0);

    /// <summary>A cut with 101 dependencies over twelve periods, and who is charged less by it.</summary>
    [Benchmark]
    public (Ripple Ripple, RippleRelief Relief) Ripple_OfOneCut()
    {
        var ripple = Ripple.Create(model, [cut]);
        return (ripple, ripple.ReliefOf(centers[^1]));
    }
}
