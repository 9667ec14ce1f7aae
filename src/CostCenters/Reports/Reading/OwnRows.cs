using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>Sets what a center has of its own between its row and those of its children.</summary>
/// <param name="report">The report that the rows are of.</param>
/// <param name="scope">Which centers are shown.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class OwnRows(VarianceReport report, CenterScope scope, CancellationToken cancellation)
{
    /// <summary>The rows within the scope, with own amounts where a reader could not add up what is shown.</summary>
    /// <param name="rows">All rows of the report, by center in one run each.</param>
    /// <param name="read">Reads the rows of the report without any children.</param>
    /// <param name="rowOf">What a row is of.</param>
    /// <param name="at">A row with its center at its place in the tree of the report.</param>
    /// <param name="isSame">Whether two rows of one thing have the same figures.</param>
    public IEnumerable<OutlinedRow<T>> Among<T>(
        IEnumerable<T> rows,
        Func<VarianceReport, IEnumerable<T>> read,
        Func<T, VarianceRow> rowOf,
        Func<T, CenterTreeNode, T> at,
        Func<T, T, bool> isSame)
    {
        IEnumerable<T> shown = rows.WithCancellation(cancellation).Where(row => scope.Shows(rowOf(row).Center));
        if (!report.Dimensions.HasFlag(ReportDimensions.Center))
        {
            return shown.Select(row => new OutlinedRow<T>(row, isOwn: false));
        }

        ILookup<CenterCode, T> own = read(VarianceReport.Create(
                report.Comparison, report.Tree.Flattened(), report.Dimensions, cancellation: cancellation))
            .WithCancellation(cancellation)
            .ToLookup(row => rowOf(row).Center!.Value.Center.Code);
        return shown.GroupBy(row => rowOf(row).Center!.Value).SelectMany(center =>
        {
            IEnumerable<OutlinedRow<T>> totals = center.Select(row => new OutlinedRow<T>(row, isOwn: false));
            return scope.ShowsChildrenOf(center.Key) ? totals.Concat(OwnOf(center)) : totals;
        });

        IEnumerable<OutlinedRow<T>> OwnOf(IGrouping<CenterTreeNode, T> center)
        {
            var totals = center.ToDictionary(row => KeyOf(rowOf(row)));
            return own[center.Key.Center.Code]
                .Select(row => at(row, center.Key))
                .Where(row => !isSame(totals[KeyOf(rowOf(row))], row))
                .Select(row => new OutlinedRow<T>(row, isOwn: true));
        }
    }

    private static (ElementCode?, Calendars.FiscalPeriod?, Explanations.Measure) KeyOf(VarianceRow row) =>
        (row.Element?.Code, row.Period, row.Variance.Measure);
}
