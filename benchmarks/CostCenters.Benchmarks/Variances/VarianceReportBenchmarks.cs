using BenchmarkDotNet.Attributes;
using CostCenters.Structure;
using CostCenters.Variances;

namespace CostCenters.Benchmarks.Variances;

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
            nameof(Create_AllDimensions), nameof(WriteColumns_AllDimensions),
            nameof(WriteColumnsWithPercents_AllDimensions), nameof(Create_ByCenter),
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

    /// <summary>All dimensions, each row with its difference, in columns; two threads.</summary>
    [Benchmark]
    public int WriteColumns_AllDimensions() => WriteColumns(withPercents: false);

    /// <summary>The same with the exact percentage of each row.</summary>
    [Benchmark]
    public int WriteColumnsWithPercents_AllDimensions() => WriteColumns(withPercents: true);

    [Benchmark]
    public VarianceReport Create_ByCenter() => VarianceReport.Create(comparison!, tree!, ReportDimensions.Center);

    /// <summary>Writes every row of the report to arrays: budget, actual, difference and percentage.</summary>
    private int WriteColumns(bool withPercents)
    {
        const int threads = 2;
        var report = VarianceReport.Create(comparison!, tree!, VarianceCubes.AllDimensions, threads);
        int written = 0;
        int most = Company.ElementCount * Periods;
        Parallel.For(
            0,
            tree!.Nodes.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (Columns: new VarianceColumns(report), Count: 0),
            (place, _, local) =>
            {
                local.Columns.Load(place);
                int count = local.Columns.Count;
                local.Columns.Budgets.CopyTo(budgets.AsSpan(place * most));
                local.Columns.Actuals.CopyTo(actuals.AsSpan(place * most));
                local.Columns.Differences.CopyTo(differences.AsSpan(place * most));
                if (withPercents)
                {
                    local.Columns.ReadPercents(2, MidpointRounding.AwayFromZero, percents.AsSpan(place * most, count));
                }

                return (local.Columns, local.Count + count);
            },
            local => Interlocked.Add(ref written, local.Count));
        return written;
    }
}
