using BenchmarkDotNet.Attributes;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;
using CostCenters.Variances;

namespace CostCenters.Benchmarks.Variances;

/// <summary>
/// Budget against actual of 1,000 centers in five levels and 300 elements, rolled up; half of the cells have an actual,
/// a fifth has a budget.
/// </summary>
[MemoryDiagnoser]
public class VarianceReportBenchmarks
{
    private const ReportDimensions AllDimensions =
        ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period;

    private readonly CubeSpace space = Company.CreateSpace();
    private Comparison? comparison;
    private CenterTree? tree;
    private PlainTree plain = new();

    [Params(1, Company.PeriodCount)]
    public int Periods { get; set; }

    [GlobalSetup(Targets = [nameof(Create_AllDimensions), nameof(Create_ByCenter)])]
    public void CreateCubes()
    {
        FiscalPeriod from = Company.Periods.From;
        FiscalPeriod through = space.Calendar.PeriodAt(space.Calendar.OrdinalOf(from) + Periods - 1);
        comparison = new Comparison(
            CreateCube(seed: 1, percent: 20), CreateCube(seed: 2, percent: 50), new FiscalPeriodRange(from, through));
        tree = space.Centers.TreeAsOf(space.Calendar.DatesOf(through).Last);
    }

    [GlobalSetup(Target = nameof(Recursion_Dictionaries))]
    public void CreateDictionaries()
    {
        CreateCubes();
        plain = PlainTree.From(comparison!, tree!);
    }

    [Benchmark(Baseline = true)]
    public object Recursion_Dictionaries() => plain.RollUp();

    [Benchmark]
    public VarianceReport Create_AllDimensions() => VarianceReport.Create(comparison!, tree!, AllDimensions);

    [Benchmark]
    public VarianceReport Create_ByCenter() => VarianceReport.Create(comparison!, tree!, ReportDimensions.Center);

    private Cube CreateCube(int seed, int percent)
    {
        var random = new Random(seed);
        var builder = new CubeBuilder(space);
        int first = space.Calendar.OrdinalOf(Company.Periods.From);
        for (int period = first; period < first + Periods; period++)
        {
            for (int center = 0; center < Company.CenterCount; center++)
            {
                for (int element = 0; element < Company.ElementCount; element++)
                {
                    if (random.Next(100) < percent)
                    {
                        builder.AddCounts(center, element, period, random.Next(-10_000_000, 10_000_000));
                    }
                }
            }
        }

        return builder.Build();
    }
}
