using BenchmarkDotNet.Attributes;
using CostCenters.Csv;
using CostCenters.Reports;
using CostCenters.Samples.LargeLedger;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Csv;

/// <summary>A book of 1,000 rows: opened, and reported on again and again, as a service does.</summary>
[MemoryDiagnoser]
public class SmallBookBenchmarks
{
    private const int Reports = 10_000;

    private DirectoryInfo? scratch;
    private Comparison? comparison;
    private CenterTree? tree;

    private string Folder => Path.Combine(scratch!.FullName, "book");

    [GlobalSetup]
    public void MakeBook()
    {
        scratch = Directory.CreateTempSubdirectory("costcenters-");
        using var bar = new ProgressBar("Making");
        new BookMaker(BookShape.Parse("centers=20"), 1_000, 200, bar, CancellationToken.None).Make(Folder);
        BookCubes book = BookFolder.ReadCubes(Folder).GetOrThrow();
        BudgetCube budget = book.Budgets.Single();
        comparison = new Comparison(budget.Cube, book.Actual, budget.Cube.Periods!.Value);
        tree = book.Space.Centers.TreeAsOf(book.Space.Calendar.DatesOf(comparison.Periods[^1]).Last);
    }

    [GlobalCleanup]
    public void RemoveBook() => scratch!.Delete(recursive: true);

    [Benchmark]
    public object ReadCubes() => BookFolder.ReadCubes(Folder).GetOrThrow();

    [Benchmark]
    public object ReadCubes_OneThread() => BookFolder.ReadCubes(Folder, threads: 1).GetOrThrow();

    [Benchmark(OperationsPerInvoke = Reports)]
    public int Create_AndRead()
    {
        int rows = 0;
        for (int report = 0; report < Reports; report++)
        {
            rows += VarianceReport.Create(comparison!, tree!, ReportDimensions.Center).Rows.Count();
        }

        return rows;
    }
}
