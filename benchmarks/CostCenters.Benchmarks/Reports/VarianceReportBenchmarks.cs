using BenchmarkDotNet.Attributes;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Reports;

/// <summary>Budget against actual, rolled up over all centers.</summary>
[MemoryDiagnoser]
public class VarianceReportBenchmarks
{
    private Comparison? comparison;
    private CenterTree? tree;
    private PlainTree plain = new();
    private long[] budgets = [];
    private long[] actuals = [];
    private long[] differences = [];
    private long[] percents = [];
    private DuckDbVariances? tables;

    [ParamsSource(nameof(PeriodCounts))]
    public int Periods { get; set; }

    public static IEnumerable<int> PeriodCounts => Sizes.Periods;

    [GlobalSetup(
        Targets =
        [
            nameof(Create_AllDimensions), nameof(WriteGrid_AllDimensions),
            nameof(WriteGridWithPercents_AllDimensions), nameof(Create_ByCenter),
        ])]
    public void CreateCubes()
    {
        var cubes = new VarianceCubes(Periods);
        (comparison, tree) = (cubes.Comparison, cubes.Tree);
        int cells = Company.CenterCount * Company.ElementCount * Periods;
        (budgets, actuals) = (new long[cells], new long[cells]);
        (differences, percents) = (new long[cells], new long[cells]);
    }

    [GlobalSetup(Target = nameof(Recursion_Dictionaries))]
    public void CreateDictionaries()
    {
        CreateCubes();
        plain = PlainTree.From(comparison!, tree!);
    }

    [GlobalSetup(Target = nameof(CreateTable_DuckDb))]
    public void CreateTables()
    {
        tables = new DuckDbVariances(new VarianceCubes(Periods));
        if (Periods == 1)
        {
            CreateCubes();
            VarianceRow[] rows = [.. Create_AllDimensions().Rows];
            DuckDbCells.RequireSame((rows.Length, rows.Sum(row => row.Variance.Difference)), tables.CreateTable());
        }
    }

    [GlobalCleanup(Target = nameof(CreateTable_DuckDb))]
    public void DropTables() => tables!.Dispose();

    [Benchmark(Baseline = true)]
    public object Recursion_Dictionaries() => plain.RollUp();

    /// <summary>All dimensions.</summary>
    [Benchmark]
    public object CreateTable_DuckDb() => tables!.CreateTable();

    [Benchmark]
    public VarianceReport Create_AllDimensions() =>
        VarianceReport.Create(comparison!, tree!, VarianceCubes.AllDimensions);

    /// <summary>All dimensions written out with their differences, on two threads.</summary>
    [Benchmark]
    public long WriteGrid_AllDimensions() => WriteGrid(withPercents: false);

    /// <summary>The same with exact percentages.</summary>
    [Benchmark]
    public long WriteGridWithPercents_AllDimensions() => WriteGrid(withPercents: true);

    [Benchmark]
    public VarianceReport Create_ByCenter() => VarianceReport.Create(comparison!, tree!, ReportDimensions.Center);

    /// <summary>Writes budget, actual, difference and, if wanted, percentage of every cell.</summary>
    private long WriteGrid(bool withPercents)
    {
        const int threads = 2;
        var report = VarianceReport.Create(comparison!, tree!, VarianceCubes.AllDimensions, threads);
        Parallel.For(
            0,
            Periods,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new VarianceGrid(report),
            (period, _, grid) =>
            {
                for (int center = 0; center < grid.CenterCount; center++)
                {
                    grid.Load(center, period);
                    int first = ((period * grid.CenterCount) + center) * Company.ElementCount;
                    grid.Budgets.CopyTo(budgets.AsSpan(first));
                    grid.Actuals.CopyTo(actuals.AsSpan(first));
                    grid.Differences.CopyTo(differences.AsSpan(first));
                    if (withPercents)
                    {
                        Span<long> row = percents.AsSpan(first, Company.ElementCount);
                        grid.ReadPercents(2, MidpointRounding.AwayFromZero, row);
                    }
                }

                return grid;
            },
            _ => { });
        return differences[^1] ^ percents[^1];
    }
}
