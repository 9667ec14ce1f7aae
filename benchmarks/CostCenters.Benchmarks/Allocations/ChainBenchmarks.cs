using BenchmarkDotNet.Attributes;
using CostCenters.Allocations;
using CostCenters.Allocations.Chains;

namespace CostCenters.Benchmarks.Allocations;

/// <summary>18 rules over 5,000 centers, of which 225 in each rule charge 25 others: 101,250 drivers; every step keeps
/// what its pools are made of, so that each charge can be traced.</summary>
[MemoryDiagnoser]
public class ChainBenchmarks
{
    private ServiceChain service = null!;
    private AllocationStep step = null!;
    private AllocationCharge charge;

    [GlobalSetup]
    public void RunChain()
    {
        service = new ServiceChain(centers: 5_000, rules: 18, senders: 225, receivers: 25);
        step = service.Run().Steps[^2];
        charge = step.Run.Charges[0];
    }

    [Benchmark(Baseline = true)]
    public AllocationChain Run() => service.Run();

    /// <summary>All that stands behind a charge of the last rule without a circle, through 16 rules, by cell.</summary>
    [Benchmark]
    public TraceNode Trace_ToCells() => ChainTrace.Upstream(step, charge.Sender, charge.Receiver, 0);
}
