using BenchmarkDotNet.Attributes;
using CostCenters.Allocations;

namespace CostCenters.Benchmarks.Allocations;

/// <summary>5,000 centers, of which 4,000 serve 25 others each: 100,000 drivers, nearly all in one circle.</summary>
[MemoryDiagnoser]
public class AllocationBenchmarks
{
    private const int CenterCount = 5_000;
    private const int SenderCount = 4_000;

    private AllocationNetwork network = null!;
    private AllocationMethod stepDown = null!;
    private AllocationRun run = null!;
    private CenterCost[][] periods = [];

    [GlobalSetup]
    public void CreateNetwork()
    {
        var random = new ServiceNetwork(CenterCount, SenderCount, receivers: 25);
        network = random.Create();
        stepDown = AllocationMethod.StepDown(random.Centers.Take(SenderCount));
        run = AllocationRun.Create(network, AllocationMethod.Reciprocal);
        periods = [.. Enumerable.Range(0, 12).Select(_ => random.NextCosts())];
    }

    [Benchmark(Baseline = true)]
    public AllocationRun Reciprocal() => AllocationRun.Create(network, AllocationMethod.Reciprocal);

    [Benchmark]
    public AllocationRun StepDown() => AllocationRun.Create(network, stepDown);

    [Benchmark]
    public AllocationRun[] Reciprocal_TwelvePeriods() =>
        [.. periods.AsParallel().Select(costs => run.WithCosts(costs))];
}
