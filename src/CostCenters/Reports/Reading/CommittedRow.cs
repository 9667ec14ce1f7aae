using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>A row of a report with what is ordered beside what was posted.</summary>
/// <remarks>Available = budget - actual - committed, of costs; revenue and margin have neither.</remarks>
public readonly record struct CommittedRow
{
    private CommittedRow(VarianceRow row, decimal? committed)
    {
        Row = row;
        Committed = committed;
    }

    /// <summary>Budget, actual and how far they lie apart; where there are open orders alone, the actual is 0.
    /// </summary>
    public VarianceRow Row { get; }

    /// <summary>What is ordered and not yet posted; null but for costs.</summary>
    public decimal? Committed { get; }

    /// <summary>What of the budget is neither spent nor ordered; null where there is no budget, and but for costs.
    /// </summary>
    public decimal? Available => Row.Variance.Budget - Row.Variance.Actual - Committed;

    /// <summary>The rows of a report, and those that have open orders alone, in report order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="committed">The open orders: the layer <see cref="LayerKey.Commitment"/> of a book.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CubeSpaceMismatchException">The space of the report does not extend that of the orders.
    /// </exception>
    /// <exception cref="AmountOverflowException">A sum overflows 64 bits.</exception>
    public static ImmutableArray<CommittedRow> Create(VarianceReport report, Cube committed)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(committed);
        Comparison comparison = report.Comparison;
        var both = new Comparison(
            comparison.Budget,
            RangeOf(comparison.BudgetPeriods),
            Cube.Merge(comparison.Space, [comparison.Actual, committed]),
            RangeOf(comparison.Periods));
        var known = report.Rows.ToDictionary(Key, row => row.Variance);
        var rows = ImmutableArray.CreateBuilder<CommittedRow>();
        foreach (VarianceRow row in VarianceReport.Create(both, report.Tree, report.Dimensions).Rows)
        {
            bool isCost = row.Variance.Measure == Measure.Cost;
            if (!known.TryGetValue(Key(row), out Variance variance))
            {
                variance = new Variance(row.Variance.Budget, 0m, row.Variance.Measure);
            }

            if (isCost || known.ContainsKey(Key(row)))
            {
                rows.Add(new CommittedRow(
                    new VarianceRow(row.Center, row.Element, row.Period, variance),
                    isCost ? row.Variance.Actual - variance.Actual : null));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>The rows as people read them: those within a scope, with what a center has of its own.</summary>
    /// <param name="report">The report.</param>
    /// <param name="committed">The open orders: the layer <see cref="LayerKey.Commitment"/> of a book.</param>
    /// <param name="scope">Which centers are shown.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The scope is of other centers.</exception>
    /// <exception cref="CubeSpaceMismatchException">The space of the report does not extend that of the orders.
    /// </exception>
    /// <exception cref="AmountOverflowException">A sum overflows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImmutableArray<OutlinedRow<CommittedRow>> CreateOutline(
        VarianceReport report, Cube committed, CenterScope scope, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(scope);
        return
        [
            .. new OwnRows(report, scope, cancellation).Among(
                Create(report, committed),
                alone => Create(alone, committed),
                row => row.Row,
                (row, center) => new CommittedRow(
                    new VarianceRow(center, row.Row.Element, row.Row.Period, row.Row.Variance), row.Committed),
                (left, right) => left.Row.Variance == right.Row.Variance && left.Committed == right.Committed),
        ];
    }

    private static FiscalPeriodRange RangeOf(ImmutableArray<FiscalPeriod> periods) => new(periods[0], periods[^1]);

    private static (CenterCode?, ElementCode?, FiscalPeriod?, Measure) Key(VarianceRow row) =>
        (row.Center?.Center.Code, row.Element?.Code, row.Period, row.Variance.Measure);

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CommittedRow), (nameof(Row), Row), (nameof(Committed), Committed), (nameof(Available), Available));
}
