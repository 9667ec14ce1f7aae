using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>A report as people read it: the rows of each center, then what it has of its own, then its children.
/// </summary>
/// <remarks>
/// <para>A line of a center's own amounts stands where the center has both own amounts and children that make its total
/// another; without it, a reader could not add up what is shown.</para>
/// <para>The outline of material rows keeps the centers above them as headings. There a difference is told once: a row
/// whose difference is that of one material row below it, and a margin whose difference is that of its cost or revenue,
/// is left out.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class ReportOutline
{
    private ReportOutline(ImmutableArray<OutlineLine> lines, ImmutableArray<Variance> others)
    {
        Lines = lines;
        Others = others;
    }

    /// <summary>The lines, in report order.</summary>
    public ImmutableArray<OutlineLine> Lines { get; }

    /// <summary>The rest of cost and the rest of revenue that an outline of material rows leaves out.</summary>
    public ImmutableArray<Variance> Others { get; }

    /// <summary>The outline of a whole report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="scope">Which centers are shown.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The scope is of other centers.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ReportOutline Create(
        VarianceReport report, CenterScope scope, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(scope);
        IEnumerable<OutlinedRow<VarianceRow>> rows = new OwnRows(report, scope, cancellation).Among(
            report.Rows,
            alone => alone.Rows,
            row => row,
            (row, center) => new VarianceRow(center, row.Element, row.Period, row.Variance),
            (left, right) => left.Variance == right.Variance);
        return new ReportOutline(
            [
                .. rows.Select(row => new OutlineLine(
                    row.IsOwn ? OutlineLineKind.Own : OutlineLineKind.Total, row.Row.Center, row.Row)),
            ],
            []);
    }

    /// <summary>The outline of the material rows of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="material">Its material rows.</param>
    /// <param name="scope">Which centers are shown.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The rows are those of another report, or the scope is of other centers.
    /// </exception>
    public static ReportOutline Create(VarianceReport report, MaterialRows material, CenterScope scope)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(scope);
        VarianceRow[] rows = [.. material.Rows.Where(row => scope.Shows(row.Center))];
        if (!report.Dimensions.HasFlag(ReportDimensions.Center))
        {
            return new ReportOutline(
                [.. rows.Select(row => new OutlineLine(OutlineLineKind.Total, null, row))], material.Others);
        }

        if (!Array.TrueForAll(rows, row => row.Center is not null))
        {
            throw new ArgumentException("The material rows of this report were expected.", nameof(material));
        }

        CenterTree tree = report.Tree;
        VarianceRow[] kept = WithoutRepeats(rows, tree);
        var lines = ImmutableArray.CreateBuilder<OutlineLine>();
        var path = new Stack<int>();
        foreach (IGrouping<CenterTreeNode, VarianceRow> center in kept.GroupBy(row => row.Center!.Value))
        {
            int place = tree.PlaceOf(center.Key.Center.Code);
            while (path.TryPeek(out int above) && tree.EndOf(above) <= place)
            {
                path.Pop();
            }

            foreach (int heading in Above(place, tree).TakeWhile(each => !path.Contains(each)).Reverse())
            {
                path.Push(heading);
                if (scope.Shows(tree.Nodes[heading]))
                {
                    lines.Add(new OutlineLine(OutlineLineKind.Heading, tree.Nodes[heading], null));
                }
            }

            path.Push(place);
            lines.AddRange(center.Select(row => new OutlineLine(OutlineLineKind.Total, center.Key, row)));
        }

        return new ReportOutline(lines.ToImmutable(), material.Others);
    }

    /// <summary>The rows that tell a difference which no row below, and no cost or revenue beside, tells as well.
    /// </summary>
    private static VarianceRow[] WithoutRepeats(VarianceRow[] rows, CenterTree tree)
    {
        var below = new HashSet<(int Place, Measure, ElementCode?, FiscalPeriod?, decimal)>();
        var beside = new HashSet<(CenterCode, FiscalPeriod?, decimal)>();
        foreach (VarianceRow row in rows)
        {
            CenterTreeNode node = row.Center!.Value;
            foreach (int above in Above(tree.PlaceOf(node.Center.Code), tree))
            {
                below.Add((above, row.Variance.Measure, row.Element?.Code, row.Period, row.Variance.Difference));
            }

            if (row.Variance.Measure != Measure.Margin)
            {
                beside.Add((node.Center.Code, row.Period, row.Variance.ProfitEffect));
            }
        }

        return
        [
            .. rows.Where(row =>
            {
                CenterTreeNode node = row.Center!.Value;
                decimal difference = row.Variance.Difference;
                return !below.Contains((
                        tree.PlaceOf(node.Center.Code),
                        row.Variance.Measure,
                        row.Element?.Code,
                        row.Period,
                        difference))
                    && !(row.Variance.Measure == Measure.Margin
                        && beside.Contains((node.Center.Code, row.Period, difference)));
            }),
        ];
    }

    private static IEnumerable<int> Above(int place, CenterTree tree)
    {
        for (int above = tree.Nodes[place].Parent; above >= 0; above = tree.Nodes[above].Parent)
        {
            yield return above;
        }
    }
}
