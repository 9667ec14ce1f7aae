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
    private DuckDbVariances? tables;

    [ParamsSource(nameof(PeriodCounts))]
    public int Periods { get; set; }

    public static IEnumerable<int> PeriodCounts => Sizes.Periods;

    [GlobalSetup(
        Targets = [nameof(Create_AllDimensions), nameof(CreateAndRead_AllDimensions), nameof(Create_ByCenter)])]
    public void CreateCubes()
    {
        var cubes = new VarianceCubes(Periods);
        (comparison, tree) = (cubes.Comparison, cubes.Tree);
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

    /// <summary>All dimensions, and every row with its percentage.</summary>
    [Benchmark]
    public decimal CreateAndRead_AllDimensions()
    {
        decimal percents = 0m;
        foreach (VarianceRow row in Create_AllDimensions().Rows)
        {
            percents += row.Variance.Percent(2, MidpointRounding.AwayFromZero) ?? 0m;
        }

        return percents;
    }

    [Benchmark]
    public VarianceReport Create_ByCenter() => VarianceReport.Create(comparison!, tree!, ReportDimensions.Center);
}
