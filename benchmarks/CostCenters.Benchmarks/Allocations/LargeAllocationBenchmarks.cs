using BenchmarkDotNet.Attributes;
using CostCenters.Allocations;

namespace CostCenters.Benchmarks.Allocations;

/// <summary>50,000 centers with few services each, in circles; and 1,000,000 drivers of senders that serve no other.
/// </summary>
[MemoryDiagnoser]
public class LargeAllocationBenchmarks
{
    private AllocationNetwork sparse = null!;
    private AllocationNetwork wide = null!;

    [GlobalSetup]
    public void CreateNetworks()
    {
        sparse = new ServiceNetwork(50_000, senders: 40_000, receivers: 5).Create();
        wide = new ServiceNetwork(50_000, senders: 1_000, receivers: 1_020).Create();
    }

    [Benchmark]
    public AllocationRun Reciprocal_FiftyThousandCenters() => AllocationRun.Create(sparse, AllocationMethod.Reciprocal);

    /// <summary>Some 20,000 of the drivers are those of other senders, and left out.</summary>
    [Benchmark]
    public AllocationRun Direct_AMillionDrivers() => AllocationRun.Create(wide, AllocationMethod.Direct);
}
