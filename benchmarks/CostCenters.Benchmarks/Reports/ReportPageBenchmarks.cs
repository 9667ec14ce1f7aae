using System.Globalization;
using BenchmarkDotNet.Attributes;
using CostCenters.Explanations;
using CostCenters.Reporting;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using CostCenters.Reports.Reading;

namespace CostCenters.Benchmarks.Reports;

/// <summary>A page of 1,000 centers by period, and a workbook of a report by center and element, written to nowhere.
/// </summary>
[MemoryDiagnoser]
public class ReportPageBenchmarks
{
    private static readonly FigureFormat Format =
        new(CultureInfo.InvariantCulture, ShownUnit.One, 2, 2, MidpointRounding.AwayFromZero);

    private ReportDocument? page;
    private ReportDocument? sheet;

    [ParamsSource(nameof(PeriodCounts))]
    public int Periods { get; set; }

    public static IEnumerable<int> PeriodCounts => Sizes.PagePeriods;

    [GlobalSetup]
    public void CreateReports()
    {
        var cubes = new VarianceCubes(Periods);
        var title = new ReportTitle("Benchmark", "plan", null);
        var centers = VarianceReport.Create(cubes.Comparison, cubes.Tree, ReportDimensions.Center);
        page = new ReportDocument(title, centers)
            .WithPeriods(VarianceReport.Create(
                cubes.Comparison, cubes.Tree, ReportDimensions.Center | ReportDimensions.Period))
            .WithBridge(Bridge.Create(centers, ReportDimensions.Center, Measure.Margin));
        sheet = new ReportDocument(title, VarianceReport.Create(
            cubes.Comparison, cubes.Tree, ReportDimensions.Center | ReportDimensions.Element));
    }

    [Benchmark]
    public void Write_Page() => HtmlReport.Write(page!, Format, Stream.Null);

    [Benchmark]
    public void Write_Workbook() => XlsxReport.Write(page!, Format, Stream.Null);

    [Benchmark]
    public void Write_WorkbookByElement() => XlsxReport.Write(sheet!, Format, Stream.Null);
}
