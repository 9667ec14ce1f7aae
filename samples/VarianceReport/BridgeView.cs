using CostCenters.Csv;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>
/// The way from budget to actual, step by step, with a chart of bars that begin where the last one ended.
/// </summary>
internal sealed class BridgeView : View
{
    private const int ChartWidth = 40;

    private readonly Bridge bridge;
    private readonly int digits;
    private readonly LocalDate asOf;

    public BridgeView(Reports.VarianceReport report, string title, ReportDimensions dimension)
    {
        var measures = report.Rows.Select(row => row.Variance.Measure).ToHashSet();
        Measure measure = !measures.Contains(Measure.Revenue) ? Measure.Cost
            : !measures.Contains(Measure.Cost) ? Measure.Revenue
            : Measure.Margin;
        bridge = Bridge.Of(report, dimension, measure);
        asOf = report.Tree.AsOf;
        digits = report.Comparison.Space.Scale.Digits;
        Title = $"{title}: {measure.ToString().ToLowerInvariant()} from budget to actual";
    }

    protected override string Title { get; }

    protected override IReadOnlyList<string> Columns => BridgeCsv.Columns;

    protected override IEnumerable<IReadOnlyList<string?>> Rows => BridgeCsv.Cells(bridge, digits);

    protected override void WriteCsv(Stream stream) => BridgeCsv.Write(bridge, digits, stream);

    protected override IRenderable Draw()
    {
        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn(new TableColumn("step").NoWrap())
            .AddColumn(new TableColumn("amount").RightAligned().NoWrap())
            .AddColumn(new TableColumn("running").RightAligned().NoWrap())
            .AddColumn(new TableColumn("").NoWrap());
        decimal[] heights = [bridge.Budget, .. bridge.Steps.Select(step => step.Running)];
        (decimal low, decimal high) = (heights.Min(), heights.Max());
        table.AddRow("budget", FigureTable.Number(bridge.Budget, digits), "", Mark(bridge.Budget, low, high));
        foreach (BridgeStep step in bridge.Steps)
        {
            string name = step.Center is { } center ? $"{center} {center.PlacedAt(asOf).Name}"
                : step.Element is { } element ? $"{element.Code} {element.Name}"
                : step.Period.ToString()!;
            table.AddRow(
                Terminal.Escape(Printable.Short(name)),
                FigureTable.Signed(step.Amount, digits),
                FigureTable.Number(step.Running, digits),
                Bar(step, low, high));
        }

        table.AddRow("actual", FigureTable.Number(bridge.Actual, digits), "", Mark(bridge.Actual, low, high));
        return new Rows(
            table,
            new Text(
                $"  favorable {FigureTable.Signed(bridge.Gross.Favorable, digits)}, "
                + $"unfavorable {FigureTable.Signed(bridge.Gross.Unfavorable, digits)}, "
                + $"net {FigureTable.Signed(bridge.Gross.Net, digits)} of profit"));
    }

    private string Bar(BridgeStep step, decimal low, decimal high)
    {
        int from = Place(step.Running - step.Amount, low, high);
        int to = Place(step.Running, low, high);
        bool isFavorable = new Variance(null, step.Amount, bridge.Measure).Outcome == Outcome.Favorable;
        string bar = new(step.Amount == 0m ? '|' : '█', Math.Max(1, Math.Abs(to - from)));
        return $"{new string(' ', Math.Min(from, to))}[{(isFavorable ? "green" : "red")}]{bar}[/]";
    }

    private static string Mark(decimal value, decimal low, decimal high) =>
        new string(' ', Place(value, low, high)) + "|";

    private static int Place(decimal value, decimal low, decimal high) =>
        high == low ? 0 : (int)((value - low) * ChartWidth / (high - low));
}
