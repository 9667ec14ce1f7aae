using CostCenters.Csv;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>The rows of a report: all of them, the material ones, or the largest leaves.</summary>
internal sealed class ReportView : View
{
    private readonly Reports.VarianceReport report;
    private readonly IEnumerable<VarianceRow> rows;
    private readonly IReadOnlyList<Variance> others;
    private readonly Action<Stream> writeCsv;
    private readonly int digits;

    private ReportView(
        Reports.VarianceReport report,
        string title,
        IEnumerable<VarianceRow> rows,
        IReadOnlyList<Variance> others,
        Action<Stream> writeCsv)
    {
        this.report = report;
        Title = title;
        this.rows = rows;
        this.others = others;
        this.writeCsv = writeCsv;
        digits = report.Comparison.Space.Scale.Digits;
    }

    protected override string Title { get; }

    protected override IReadOnlyList<string> Columns => VarianceReportCsv.Columns(report.Dimensions);

    protected override IEnumerable<IReadOnlyList<string?>> Rows =>
        rows.Select(row => VarianceReportCsv.Cells(row, digits))
            .Concat(others.Select(rest => VarianceReportCsv.OtherCells(rest, report.Dimensions, digits)));

    public static ReportView All(Reports.VarianceReport report, string title) =>
        new(
            report,
            title,
            report.Rows,
            [],
            stream => VarianceReportCsv.Write(report, stream, Environment.ProcessorCount));

    public static ReportView Material(Reports.VarianceReport report, string title, Materiality materiality)
    {
        MaterialRows material = MaterialRows.Of(report, materiality);
        return new ReportView(
            report,
            $"{title}: material differences",
            material.Rows,
            material.Others,
            stream => VarianceReportCsv.Write(report, material, stream));
    }

    public static ReportView Top(Reports.VarianceReport report, string title, int count)
    {
        RankedVariance[] leaves = [.. VarianceRanking.Of(report).Leaves.Take(count)];
        return new ReportView(
            report,
            $"{title}: the largest differences, own amounts",
            leaves.Select(leaf => leaf.Row),
            [],
            stream => VarianceReportCsv.Write(report, leaves, stream));
    }

    protected override void WriteCsv(Stream stream) => writeCsv(stream);

    protected override IRenderable Draw()
    {
        int dimensions = Columns.Count - FigureTable.Columns;
        Table table = FigureTable.New(Columns.Take(dimensions));
        string? lastCenter = null;
        foreach (VarianceRow row in rows)
        {
            var cells = new List<string>();
            if (row.Center is CenterTreeNode node)
            {
                string center = NameOf(node);
                cells.Add(center == lastCenter ? "" : Terminal.Escape(center));
                lastCenter = center;
            }

            if (row.Element is CostElement element)
            {
                cells.Add(Terminal.Escape(Printable.Short($"{element.Code} {element.Name}")));
            }

            if (row.Period is { } period)
            {
                cells.Add(period.ToString());
            }

            table.AddRow([.. cells, .. FigureTable.Cells(row.Variance, digits)]);
        }

        foreach (Variance rest in others)
        {
            table.AddRow(
            [
                VarianceReportCsv.Other,
                .. Enumerable.Repeat("", dimensions - 1),
                .. FigureTable.Cells(rest, digits),
            ]);
        }

        return FigureTable.OrNothing(table);
    }

    private string NameOf(CenterTreeNode node) =>
        new string(' ', 2 * node.Depth)
        + Printable.Short($"{node.Center.Code} {node.Center.PlacedAt(report.Tree.AsOf).Name}");
}
