using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;
using CostCenters.Structure;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>The rows of a report: all of them, the material ones, or the largest leaves.</summary>
internal sealed class ReportView : View
{
    private const MidpointRounding Rounding = MidpointRounding.AwayFromZero;

    private readonly Reports.VarianceReport report;
    private readonly Func<int, ReportTable> tableOf;

    private ReportView(Reports.VarianceReport report, string title, Func<int, ReportTable> tableOf)
    {
        this.report = report;
        this.tableOf = tableOf;
        Title = title;
    }

    protected override string Title { get; }

    public static ReportView All(Reports.VarianceReport report, string title) =>
        new(report, title, digits => ReportTable.Create(report, digits, Rounding));

    public static ReportView Material(Reports.VarianceReport report, string title, Materiality materiality)
    {
        MaterialRows material = MaterialRows.Create(report, materiality);
        return new ReportView(
            report,
            $"{title}: material differences",
            digits => ReportTable.Create(report, material, digits, Rounding));
    }

    public static ReportView Top(Reports.VarianceReport report, string title, int count)
    {
        RankedVariance[] leaves = [.. VarianceRanking.Create(report).Leaves.Take(count)];
        return new ReportView(
            report,
            $"{title}: the largest differences, own amounts",
            digits => ReportTable.Create(report, leaves, digits, Rounding));
    }

    protected override ReportTable TableOf(int percentDigits) => tableOf(percentDigits);

    protected override IRenderable Draw(ReportTable table)
    {
        int dimensions = table.Columns.Length - FigureTable.Columns;
        Table drawn = FigureTable.New(table.Columns.Take(dimensions).Select(column => column.Name), report.Comparison);
        string? lastCenter = null;
        foreach (ReportCell[] row in table.Rows())
        {
            string[] cells = [.. row.Take(dimensions).Zip(table.Columns, NameOf)];
            if (table.Columns[0].Name == "center")
            {
                string center = cells[0];
                cells[0] = center == lastCenter ? "" : center;
                lastCenter = center;
            }

            drawn.AddRow([.. cells.Select(Terminal.Escape), .. FigureTable.Cells(table, row, dimensions)]);
        }

        return FigureTable.OrNothing(drawn);
    }

    /// <summary>A center or element by its code and name, and anything else as it stands.</summary>
    private string NameOf(ReportCell cell, ReportColumn column)
    {
        CenterHierarchy centers = report.Comparison.Space.Centers;
        ElementChart elements = report.Comparison.Space.Elements;
        int index = (int)cell.Number;
        return column.Name switch
        {
            "center" when index < centers.Centers.Length => NameOf(centers.Centers[index]),
            "element" when index < elements.Elements.Length && !cell.IsAbsent =>
                Printable.Short($"{elements.Elements[index].Code} {elements.Elements[index].Name}"),
            _ => column.TextOf(cell) ?? "",
        };
    }

    private string NameOf(Center center)
    {
        CenterTreeNode node = report.Tree.Nodes[report.Tree.PlaceOf(center.Code)];
        string name = center.PlacedAt(report.Tree.AsOf).Name;
        return new string(' ', 2 * node.Depth) + Printable.Short($"{center.Code} {name}");
    }
}
