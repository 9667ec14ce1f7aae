using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>The material rows of a report, and a row of cost and one of revenue for all that they leave out.</summary>
/// <remarks>
/// <para>A row of a center holds its children's amounts, so what is left out is what neither a shown row nor the row of
/// a shown center above it holds.</para>
/// <para>Law: of cost and of revenue, the topmost shown rows and the rest add up to the total of the report, exactly.
/// A margin is made of both and has no rest of its own.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class MaterialRows
{
    private MaterialRows(ImmutableArray<VarianceRow> rows, ImmutableArray<Variance> others)
    {
        Rows = rows;
        Others = others;
    }

    /// <summary>The material rows, in report order.</summary>
    public ImmutableArray<VarianceRow> Rows { get; }

    /// <summary>The rest of cost and the rest of revenue, as far as there is one.</summary>
    public ImmutableArray<Variance> Others { get; }

    /// <summary>Keeps what is material.</summary>
    /// <param name="report">The report.</param>
    /// <param name="materiality">From which size on a row is kept.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static MaterialRows Create(
        VarianceReport report, Materiality materiality, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(materiality);
        ElementChart elements = report.Comparison.Space.Elements;
        ImmutableArray<VarianceRow> rows =
        [
            .. report.Rows.WithCancellation(cancellation)
                .Where(row => materiality.IsMaterial(row.Variance, row.Element, elements)),
        ];
        var shown = rows.Select(Key).ToHashSet();
        var rest = new SortedDictionary<Measure, Variance>();
        VarianceReport own = VarianceReport.Create(
            report.Comparison, report.Tree.Flattened(), report.Dimensions, cancellation: cancellation);
        foreach (VarianceRow row in own.Rows.WithCancellation(cancellation)
            .Where(row => row.Variance.Measure != Measure.Margin && !IsCovered(row, report.Tree, shown)))
        {
            rest[row.Variance.Measure] = rest.TryGetValue(row.Variance.Measure, out Variance sum)
                ? Add(sum, row.Variance)
                : row.Variance;
        }

        return new MaterialRows(rows, [.. rest.Values]);
    }

    private static (CenterCode?, ElementCode?, FiscalPeriod?, Measure) Key(VarianceRow row) =>
        (row.Center?.Center.Code, row.Element?.Code, row.Period, row.Variance.Measure);

    private static bool IsCovered(
        VarianceRow own,
        CenterTree tree,
        HashSet<(CenterCode?, ElementCode?, FiscalPeriod?, Measure)> shown)
    {
        if (own.Center is not CenterTreeNode node)
        {
            return shown.Contains(Key(own));
        }

        for (int place = tree.PlaceOf(node.Center.Code); place >= 0; place = tree.Nodes[place].Parent)
        {
            if (shown.Contains((tree.Nodes[place].Center.Code, own.Element?.Code, own.Period, own.Variance.Measure)))
            {
                return true;
            }
        }

        return false;
    }

    private static Variance Add(Variance left, Variance right) =>
        new(
            left.Budget is null && right.Budget is null ? null : (left.Budget ?? 0m) + (right.Budget ?? 0m),
            left.Actual + right.Actual,
            left.Measure);
}
