using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;
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
    private readonly Comparison comparison;
    private readonly LocalDate asOf;

    public BridgeView(Reports.VarianceReport report, string title, ReportDimensions dimension)
    {
        var measures = report.Rows.Select(row => row.Variance.Measure).ToHashSet();
        Measure measure = !measures.Contains(Measure.Revenue) ? Measure.Cost
            : !measures.Contains(Measure.Cost) ? Measure.Revenue
            : Measure.Margin;
        bridge = Bridge.Create(report, dimension, measure);
        comparison = report.Comparison;
        asOf = report.Tree.AsOf;
        Title = $"{title}: {measure.ToString().ToLowerInvariant()} from {comparison.BudgetName} "
            + $"to {comparison.ActualName}";
    }

    protected override string Title { get; }

    protected override ReportTable TableOf(int percentDigits) => ReportTable.Create(bridge);

    protected override IRenderable Draw(ReportTable table)
    {
        int digits = table.Columns[^1].Digits;
        decimal[] running = [.. table.Rows().Select(row => table.Columns[^1].NumberOf(row[^1])!.Value)];
        (decimal low, decimal high) = (running.Min(), running.Max());
        Table drawn = new Table()
            .Border(TableBorder.Simple)
            .AddColumn(new TableColumn("step").NoWrap())
            .AddColumn(new TableColumn("amount").RightAligned().NoWrap())
            .AddColumn(new TableColumn("running").RightAligned().NoWrap())
            .AddColumn(new TableColumn("").NoWrap())
            .AddRow(
                NameOf(comparison.BudgetName),
                FigureTable.Number(running[0], digits),
                "",
                Mark(running[0], low, high));
        for (int step = 1; step < running.Length - 1; step++)
        {
            drawn.AddRow(
                Terminal.Escape(Printable.Short(NameOf(bridge.Steps[step - 1]))),
                FigureTable.Signed(running[step] - running[step - 1], digits),
                FigureTable.Number(running[step], digits),
                Bar(running[step - 1], running[step], low, high));
        }

        drawn.AddRow(
            NameOf(comparison.ActualName),
            FigureTable.Number(running[^1], digits),
            "",
            Mark(running[^1], low, high));
        return new Rows(
            drawn,
            new Text(
                $"  favorable {FigureTable.Signed(bridge.Gross.Favorable, digits)}, "
                + $"unfavorable {FigureTable.Signed(bridge.Gross.Unfavorable, digits)}, "
                + $"net {FigureTable.Signed(bridge.Gross.Net, digits)} of profit"));
    }

    private static string NameOf(string layer) => Terminal.Escape(Printable.Short(layer));

    private string NameOf(BridgeStep step) =>
        step.Center is { } center ? $"{center} {center.PlacedAt(asOf).Name}"
        : step.Element is { } element ? $"{element.Code} {element.Name}"
        : step.Period.ToString()!;

    private string Bar(decimal from, decimal to, decimal low, decimal high)
    {
        int start = Place(from, low, high);
        int end = Place(to, low, high);
        bool isFavorable = new Variance(from, to, bridge.Measure).Outcome == Outcome.Favorable;
        string bar = new(from == to ? '|' : '█', Math.Max(1, Math.Abs(end - start)));
        return $"{new string(' ', Math.Min(start, end))}[{(isFavorable ? "green" : "red")}]{bar}[/]";
    }

    private static string Mark(decimal value, decimal low, decimal high) =>
        new string(' ', Place(value, low, high)) + "|";

    private static int Place(decimal value, decimal low, decimal high) =>
        high == low ? 0 : (int)((value - low) * ChartWidth / (high - low));
}
