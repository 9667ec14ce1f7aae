using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using CostCenters.Cubes;
using CostCenters.Ledgers;

namespace CostCenters.Benchmarks.Cubes;

/// <summary>From all postings of a ledger to center x element x period.</summary>
public class CubeBenchmarks : SizedBenchmarks
{
    /// <summary>Up to so many postings the sums of DuckDB are compared with those of the cube.</summary>
    private const int MostChecked = 1_000_000;

    private readonly CubeSpace space = Company.CreateSpace();
    private List<PlainPosting> records = [];
    private LedgerSnapshot? snapshot;
    private DuckDbCells? table;

    [Params(false, true)]
    public bool InDateOrder { get; set; }

    [GlobalSetup(Targets = [nameof(ToCube_Snapshot), nameof(ToCube_TwoThreads)])]
    public void CreateLedger() => snapshot = Company.CreateLedger(space, AllPostings).Snapshot();

    [GlobalSetup(Targets = [nameof(GroupBy_Records), nameof(Sum_DictionaryOfDecimal)])]
    public void CreateRecords()
    {
        RequireFewObjects();
        records = [.. AllPostings.Select(PlainPosting.From)];
    }

    [GlobalSetup(Target = nameof(GroupBy_DuckDb))]
    public void CreateTable()
    {
        table = DuckDbCells.From(space, AllPostings);
        if (Postings <= MostChecked)
        {
            CreateLedger();
            CubeCell[] cells = [.. ToCube_Snapshot().Cells()];
            DuckDbCells.RequireSame((cells.Length, cells.Sum(cell => cell.Amount)), table.GroupByThreeKeys());
        }
    }

    [GlobalCleanup(Target = nameof(GroupBy_DuckDb))]
    public void DropTable() => table!.Dispose();

    private IEnumerable<Posting> AllPostings =>
        Company.Postings(space, Postings, InDateOrder, quantityPercent: 0);

    [Benchmark(Baseline = true)]
    public object GroupBy_Records() =>
        records
            .GroupBy(posting => (posting.Center, posting.Element, posting.Date.Year, posting.Date.Month))
            .ToDictionary(cell => cell.Key, cell => cell.Sum(posting => posting.Amount));

    [Benchmark]
    public object Sum_DictionaryOfDecimal()
    {
        var cells = new Dictionary<(string, string, int, int), decimal>();
        foreach (PlainPosting posting in records)
        {
            var key = (posting.Center, posting.Element, posting.Date.Year, posting.Date.Month);
            CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _) += posting.Amount;
        }

        return cells;
    }

    [Benchmark]
    public object GroupBy_DuckDb() => table!.GroupByThreeKeys();

    [Benchmark]
    public Cube ToCube_Snapshot() => snapshot!.ToCube();

    [Benchmark]
    public Cube ToCube_TwoThreads() => snapshot!.ToCube(threads: 2);
}
