using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;
using CostCenters.Structure;

namespace CostCenters.Tool.Views;

/// <summary>The rows of a report: all of them, the material ones, or the largest leaves.</summary>
internal sealed class ReportView : View
{
    private readonly VarianceReport report;
    private readonly CenterScope scope;
    private readonly Func<int, MidpointRounding, ReportTable> tableOf;
    private readonly Action<FigureRows, RowNames> fill;

    private ReportView(
        VarianceReport report,
        ScreenTitle title,
        CenterScope scope,
        Func<int, MidpointRounding, ReportTable> tableOf,
        Action<FigureRows, RowNames> fill)
        : base(title)
    {
        this.report = report;
        this.scope = scope;
        this.tableOf = tableOf;
        this.fill = fill;
    }

    /// <summary>Everything within a scope, for people with own amounts and totals.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">Its title.</param>
    /// <param name="scope">Which centers are shown.</param>
    /// <param name="isWhole">Whether the scope shows all centers.</param>
    /// <param name="hasTotals">Whether files have totals, as the screen has.</param>
    public static ReportView All(
        VarianceReport report, ScreenTitle title, CenterScope scope, bool isWhole, bool hasTotals) =>
        new(
            report,
            title,
            scope,
            (digits, rounding) =>
            {
                ReportTable table = isWhole
                    ? ReportTable.Create(report, digits, rounding)
                    : ReportTable.Create(
                        report, report.Rows.Where(row => scope.Shows(row.Center)), digits, rounding);
                return hasTotals
                    ? table.WithTotals(ReportTable.Create(TotalOf(report), digits, rounding))
                    : table;
            },
            (table, names) =>
            {
                AddOutline(table, names, ReportOutline.Create(report, scope));
                AddTotals(table, names, report);
            });

    public static ReportView Material(
        VarianceReport report, ScreenTitle title, CenterScope scope, Materiality materiality)
    {
        MaterialRows material = MaterialRows.Create(report, materiality);
        return new ReportView(
            report,
            title.Of("material differences"),
            scope,
            (digits, rounding) => ReportTable.Create(report, material, digits, rounding),
            (table, names) => AddOutline(table, names, ReportOutline.Create(report, material, scope)));
    }

    public static ReportView Top(VarianceReport report, ScreenTitle title, int count)
    {
        RankedVariance[] leaves = [.. VarianceRanking.Create(report).Leaves.Take(count)];
        return new ReportView(
            report,
            title.Of("the largest differences, own amounts"),
            new CenterScope(report.Tree.Flattened(), null, null),
            (digits, rounding) => ReportTable.Create(report, leaves, digits, rounding),
            (table, names) =>
            {
                foreach (VarianceRow row in leaves.Select(leaf => leaf.Row))
                {
                    table.Add(names.Of(row), row.Variance);
                }
            });
    }

    protected override ReportTable TableOf(int percentDigits, MidpointRounding rounding) =>
        tableOf(percentDigits, rounding);

    protected override ReportTable WithNames(ReportTable table) => table.WithNames(report);

    protected override IEnumerable<ScreenLine> Draw(ViewLook look)
    {
        var names = new RowNames(report, scope);
        var rows = new FigureRows(names.Columns, report.Comparison);
        fill(rows, names);
        return Screen.Of(Title, rows.Table, look);
    }

    private static void AddOutline(FigureRows table, RowNames names, ReportOutline outline)
    {
        foreach (OutlineLine line in outline.Lines)
        {
            if (line.Row is VarianceRow row)
            {
                table.Add(names.Of(row, line.Kind == OutlineLineKind.Own), row.Variance);
            }
            else if (line.Center is CenterTreeNode heading)
            {
                table.AddHeading(names.Of(heading));
            }
        }

        foreach (Variance rest in outline.Others)
        {
            table.Add(names.Word(ReportTable.Other), rest);
        }
    }

    /// <summary>By element or period there is no center at the top that holds everything.</summary>
    private static void AddTotals(FigureRows table, RowNames names, VarianceReport report)
    {
        if (table.Table.Rows.Count == 0 || report.Dimensions == ReportDimensions.Center)
        {
            return;
        }

        foreach (VarianceRow row in TotalOf(report).Rows)
        {
            table.Add(names.Word(ReportTable.Total), row.Variance);
        }
    }

    private static VarianceReport TotalOf(VarianceReport report) =>
        VarianceReport.Create(report.Comparison, report.Tree, ReportDimensions.None);
}
