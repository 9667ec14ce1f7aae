using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using CostCenters.Cubes;
using CostCenters.Ledgers;

namespace CostCenters.Benchmarks.Cubes;

/// <summary>One cube out of the four that four ledgers delivered, each with a quarter of the postings.</summary>
public class CubeMergeBenchmarks : SizedBenchmarks
{
    private const int Parts = 4;

    private readonly CubeSpace space = Company.CreateSpace();
    private Cube[] cubes = [];
    private Dictionary<CellAddress, decimal>[] dictionaries = [];
    private DuckDbCells? table;

    [GlobalSetup(Target = nameof(Merge_Cubes))]
    public void CreateCubes() => cubes =
    [
        .. Enumerable.Range(0, Parts).Select(part => Company.CreateLedger(space, PostingsOf(part)).Snapshot().ToCube()),
    ];

    [GlobalSetup(Targets = [nameof(GroupBy_Cells), nameof(Merge_DictionariesOfDecimal)])]
    public void CreateDictionaries()
    {
        CreateCubes();
        dictionaries =
        [
            .. cubes.Select(cube => cube.Cells().ToDictionary(cell => cell.Address, cell => cell.Amount)),
        ];
    }

    [GlobalSetup(Target = nameof(GroupBy_DuckDb))]
    public void CreateTable()
    {
        CreateCubes();
        table = DuckDbCells.From(cubes.SelectMany(cube => cube.Cells()).Select(cell => (
            (ushort)space.Calendar.OrdinalOf(cell.Address.Period),
            ushort.Parse(cell.Address.Center.Value.AsSpan(1), provider: null),
            (ushort)(int.Parse(cell.Address.Element.Value, provider: null) - Company.FirstElement),
            cell.Amount)));
    }

    [GlobalCleanup(Target = nameof(GroupBy_DuckDb))]
    public void DropTable() => table!.Dispose();

    [Benchmark(Baseline = true)]
    public object GroupBy_Cells() =>
        dictionaries
            .SelectMany(cells => cells)
            .GroupBy(cell => cell.Key, cell => cell.Value)
            .ToDictionary(cell => cell.Key, cell => cell.Sum());

    [Benchmark]
    public object Merge_DictionariesOfDecimal()
    {
        var whole = new Dictionary<CellAddress, decimal>(dictionaries[0]);
        foreach ((CellAddress address, decimal amount) in dictionaries.Skip(1).SelectMany(cells => cells))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(whole, address, out _) += amount;
        }

        return whole;
    }

    [Benchmark]
    public object GroupBy_DuckDb() => table!.GroupByThreeKeys();

    [Benchmark]
    public Cube Merge_Cubes() => Cube.Merge(space, cubes);

    private IEnumerable<Posting> PostingsOf(int part) =>
        Company.Postings(space, Postings / Parts, inDateOrder: false, quantityPercent: 0, seed: part);
}
