using System.Globalization;
using BenchmarkDotNet.Attributes;
using CostCenters.Benchmarks.Reports;
using CostCenters.Csv;
using CostCenters.Reports;

namespace CostCenters.Benchmarks.Csv;

/// <summary>A report by center, element and period, written as CSV to nowhere.</summary>
[MemoryDiagnoser]
public class VarianceReportCsvBenchmarks
{
    private VarianceReport? report;

    [ParamsSource(nameof(PeriodCounts))]
    public int Periods { get; set; }

    public static IEnumerable<int> PeriodCounts => Sizes.Periods;

    [GlobalSetup]
    public void CreateReport()
    {
        var cubes = new VarianceCubes(Periods);
        report = VarianceReport.Create(cubes.Comparison, cubes.Tree, VarianceCubes.AllDimensions);
    }

    /// <summary>The rows of the report as one would print them; nothing is quoted.</summary>
    [Benchmark(Baseline = true)]
    public void Write_InterpolatedText()
    {
        using var writer = new StreamWriter(Stream.Null);
        foreach (VarianceRow row in report!.Rows)
        {
            Variance variance = row.Variance;
            decimal? percent = variance.Budget is null or 0m ? null : Math.Round(
                variance.Difference * 100m / Math.Abs(variance.Budget.Value), 2, MidpointRounding.AwayFromZero);
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Center?.Center.Code.Value},{row.Element?.Code.Value},{row.Period},{variance.Measure},"
                    + $"{variance.Budget:F2},{variance.Actual:F2},{variance.Difference:F2},{percent:F2},"
                    + $"{variance.Outcome}\n"));
        }
    }

    [Benchmark]
    public void Write_Report() => VarianceReportCsv.Write(report!, Stream.Null);
}
