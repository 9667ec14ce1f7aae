using CostCenters.Calendars;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Views;

/// <summary>What rows of a report are called: a center or element by its code and name, indented along the tree.
/// </summary>
internal sealed class RowNames(VarianceReport report, CenterScope scope)
{
    /// <summary>What stands in the place of a center's name in a row of its own amounts.</summary>
    public const string Own = "(own)";

    private string? lastCenter;

    private bool ByCenter => report.Dimensions.HasFlag(ReportDimensions.Center);

    /// <summary>The columns of names.</summary>
    public IEnumerable<DisplayColumn> Columns
    {
        get
        {
            if (ByCenter)
            {
                yield return new DisplayColumn("center", DisplayKind.Name);
            }

            if (report.Dimensions.HasFlag(ReportDimensions.Element))
            {
                yield return new DisplayColumn("element", DisplayKind.Name);
            }

            if (report.Dimensions.HasFlag(ReportDimensions.Period))
            {
                yield return new DisplayColumn("period", DisplayKind.Word);
            }
        }
    }

    /// <summary>The names of a row; a center that the row above has already is left out.</summary>
    public IEnumerable<string> Of(VarianceRow row, bool isOwn = false)
    {
        if (row.Center is CenterTreeNode node)
        {
            string center = isOwn ? Indent(node.Depth + 1) + Own : Of(node);
            yield return center == lastCenter ? "" : center;
            lastCenter = center;
        }

        if (row.Element is CostElement element)
        {
            yield return Printable.Short($"{element.Code} {element.Name}");
        }

        if (row.Period is FiscalPeriod period)
        {
            yield return period.ToString();
        }
    }

    /// <summary>The names of a row that sums others up: a word, and nothing beside it.</summary>
    public IEnumerable<string> Word(string word)
    {
        lastCenter = null;
        return Columns.Select((_, place) => place == 0 ? word : "");
    }

    /// <summary>The name of a center at its place in the tree.</summary>
    public string Of(CenterTreeNode node) =>
        Indent(node.Depth) + Printable.Short($"{node.Center.Code} {node.Center.PlacedAt(report.Tree.AsOf).Name}");

    private string Indent(int depth) => new(' ', 2 * Math.Max(0, depth - scope.TopDepth));
}
