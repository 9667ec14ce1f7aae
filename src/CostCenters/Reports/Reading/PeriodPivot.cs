using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>A report with its periods side by side, and their total.</summary>
/// <remarks>
/// <para>Law: the figures of a row by period add up to its total exactly, in budget, actual and difference. A margin of
/// a period is made of what that period has of cost and revenue, be it one of them alone.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class PeriodPivot
{
    private PeriodPivot(VarianceReport report, ImmutableArray<PivotRow> rows)
    {
        Report = report;
        Rows = rows;
    }

    /// <summary>The report over all periods, of which each row is one of the pivot.</summary>
    public VarianceReport Report { get; }

    /// <summary>The periods of the columns, in order.</summary>
    public ImmutableArray<FiscalPeriod> Periods => Report.Comparison.Periods;

    /// <summary>The rows, in report order.</summary>
    public ImmutableArray<PivotRow> Rows { get; }

    /// <summary>Sets the periods of a report side by side.</summary>
    /// <param name="report">A report that is not by period.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="ArgumentException">The report is by period already.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static PeriodPivot Create(VarianceReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Dimensions.HasFlag(ReportDimensions.Period))
        {
            throw new ArgumentException(
                "The periods stand in columns; name a report that is not by period.", nameof(report));
        }

        var byPeriod = VarianceReport
            .Create(
                report.Comparison,
                report.Tree,
                report.Dimensions | ReportDimensions.Period,
                cancellation: cancellation)
            .Rows.WithCancellation(cancellation)
            .ToDictionary(row => (Key(row), row.Variance.Measure, row.Period), row => row.Variance);
        return new PeriodPivot(
            report,
            [
                .. report.Rows.WithCancellation(cancellation).Select(row => new PivotRow(
                    row, [.. report.Comparison.Periods.Select(period => CellOf(row, period))])),
            ]);

        Variance? CellOf(VarianceRow row, FiscalPeriod period) =>
            row.Variance.Measure == Measure.Margin
                ? MarginOf(Find(row, Measure.Cost, period), Find(row, Measure.Revenue, period))
                : Find(row, row.Variance.Measure, period);

        Variance? Find(VarianceRow row, Measure measure, FiscalPeriod period) =>
            byPeriod.TryGetValue((Key(row), measure, period), out Variance found) ? found : null;
    }

    /// <summary>The rows as people read them: those within a scope, with what a center has of its own.</summary>
    /// <param name="scope">Which centers are shown.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentException">The scope is of other centers.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public ImmutableArray<OutlinedRow<PivotRow>> CreateOutline(
        CenterScope scope, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return
        [
            .. new OwnRows(Report, scope, cancellation).Among(
                Rows,
                alone => Create(alone, cancellation).Rows,
                row => row.Row,
                (row, center) => new PivotRow(
                    new VarianceRow(center, row.Element, null, row.Total), row.Periods),
                (left, right) => left.Total == right.Total && left.Periods.SequenceEqual(right.Periods)),
        ];
    }

    private static Variance? MarginOf(Variance? cost, Variance? revenue) =>
        cost is null && revenue is null
            ? null
            : new Variance(
                cost?.Budget is null && revenue?.Budget is null
                    ? null
                    : (revenue?.Budget ?? 0m) - (cost?.Budget ?? 0m),
                (revenue?.Actual ?? 0m) - (cost?.Actual ?? 0m),
                Measure.Margin);

    private static (CenterCode?, ElementCode?) Key(VarianceRow row) => (row.Center?.Center.Code, row.Element?.Code);
}
