using BenchmarkDotNet.Attributes;
using CostCenters.Cubes;
using CostCenters.Ledgers;

namespace CostCenters.Benchmarks.Cubes;

/// <summary>From all postings of a ledger to center x element x period, on one thread.</summary>
public class CubeBenchmarks : SizedBenchmarks
{
    private List<PlainPosting> records = [];
    private LedgerSnapshot? snapshot;

    [Params(false, true)]
    public bool InDateOrder { get; set; }

    [GlobalSetup(Target = nameof(ToCube_Snapshot))]
    public void CreateLedger() =>
        snapshot = Company.CreateLedger(Company.CreateSpace(), Postings, InDateOrder).Snapshot();

    [GlobalSetup(Target = nameof(GroupBy_Records))]
    public void CreateRecords() =>
        records = [.. Company.Postings(Company.CreateSpace(), Postings, InDateOrder).Select(PlainPosting.From)];

    [Benchmark(Baseline = true)]
    public object GroupBy_Records() =>
        records
            .GroupBy(posting => (posting.Center, posting.Element, posting.Date.Year, posting.Date.Month))
            .ToDictionary(
                cell => cell.Key,
                cell => (cell.Sum(posting => posting.Amount), cell.Sum(posting => posting.Quantity)));

    [Benchmark]
    public Cube ToCube_Snapshot() => snapshot!.ToCube();
}
