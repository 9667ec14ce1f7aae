using BenchmarkDotNet.Attributes;
using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Allocations;

/// <summary>Two circles of 500 senders, each of which serves twenty of its own circle; about a part in 10^9 of what
/// flows through one sender of each goes to the other circle, and of one to the only center that keeps it.</summary>
[MemoryDiagnoser]
public class SeldomLeftBenchmarks
{
    private const int SenderCount = 1_000;
    private const decimal Inside = 1_000_000m;

    private AllocationNetwork network = null!;

    [GlobalSetup]
    public void CreateNetwork()
    {
        var random = new Random(7);
        CenterCode[] centers =
            [.. Enumerable.Range(0, SenderCount + 1).Select(center => new CenterCode($"C{center:0000}"))];
        network = AllocationNetwork.Create(
            Currency.Eur,
            new DecimalScale(2),
            centers.Select(center => new CenterCost(center, random.Next(100_000) / 100m)),
            Enumerable.Range(0, SenderCount).Select(sender => new AllocationSender(
                centers[sender],
                DriverBasis.Weights,
                DriversOf(sender, random).Select(line => new AllocationDriver(centers[line.Key], line.Value)))),
            new DriverRules(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse));
    }

    [Benchmark]
    public AllocationRun Reciprocal() => AllocationRun.Create(network, AllocationMethod.Reciprocal);

    private static Dictionary<int, decimal> DriversOf(int sender, Random random)
    {
        var lines = new Dictionary<int, decimal>();
        for (int line = 0; line < 20; line++)
        {
            lines[(sender % 2) + (2 * random.Next(SenderCount / 2))] = random.Next(1, 200) * Inside;
        }

        lines[(sender + 2) % SenderCount] = Inside;
        if (sender < 2)
        {
            lines[1 - sender] = 1m;
        }

        if (sender == 0)
        {
            lines[SenderCount] = 1m;
        }

        return lines;
    }
}
