using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>A row of a report of a year to date, with what the whole year holds.</summary>
/// <remarks>Amounts are in the currency of the report, with natural signs, unrounded.</remarks>
public readonly record struct OutlookRow
{
    private OutlookRow(VarianceRow row, decimal? yearBudget, decimal forecast)
    {
        Row = row;
        YearBudget = yearBudget;
        Forecast = forecast;
    }

    /// <summary>Budget and actual to date; without a budget and with an actual of 0 where only later periods hold
    /// something.</summary>
    public VarianceRow Row { get; }

    /// <summary>The budget of the whole year; null when there is none.</summary>
    public decimal? YearBudget { get; }

    /// <summary>What the year is expected to come to: actuals to date and what the forecast holds after them.</summary>
    public decimal Forecast { get; }

    /// <summary>Budget of the year - actual to date; null without a budget.</summary>
    public decimal? Remaining => YearBudget - Row.Variance.Actual;

    /// <summary>Actual to date / |budget of the year| in percent, rounded once by a named rule.</summary>
    /// <param name="digits">Decimals to keep, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes; there is no default.</param>
    /// <returns>Null when the budget of the year is absent or 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    public decimal? UsedPercent(int digits, MidpointRounding rounding) =>
        new Variance(YearBudget, (YearBudget ?? 0m) + Row.Variance.Actual, Row.Variance.Measure)
            .Percent(digits, rounding);

    /// <summary>The rows of a report and those that later periods of the year add, in report order.</summary>
    /// <param name="report">A report of budget against actuals within the year, not by period.</param>
    /// <param name="year">The periods of the year.</param>
    /// <param name="forecast">The actuals to date and what is expected after them, such as the budget of the rest of
    /// the year.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The report is by period, or not of the year.</exception>
    /// <exception cref="InvalidOperationException">The year is <c>default(FiscalPeriodRange)</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the year.</exception>
    /// <exception cref="CubeSpaceMismatchException">The cubes are of different spaces.</exception>
    /// <exception cref="AmountOverflowException">A sum overflows 64 bits.</exception>
    public static ImmutableArray<OutlookRow> Create(VarianceReport report, FiscalPeriodRange year, Cube forecast)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(forecast);
        Comparison toDate = report.Comparison;
        if (report.Dimensions.HasFlag(ReportDimensions.Period))
        {
            throw new ArgumentException("A report by period has no outlook; leave the periods out.", nameof(report));
        }

        if (toDate.Periods[0] < year.From || toDate.Periods[^1] > year.Through
            || !toDate.Periods.SequenceEqual(toDate.BudgetPeriods))
        {
            throw new ArgumentException("The report must be of budget and actuals of the same year.", nameof(report));
        }

        var known = report.Rows.ToDictionary(Key, row => row.Variance);
        var whole = new Comparison(toDate.Budget, forecast, year);
        return
        [
            .. VarianceReport.Create(whole, report.Tree, report.Dimensions).Rows.Select(row => new OutlookRow(
                new VarianceRow(
                    row.Center,
                    row.Element,
                    null,
                    known.TryGetValue(Key(row), out Variance variance)
                        ? variance
                        : new Variance(null, 0m, row.Variance.Measure)),
                row.Variance.Budget,
                row.Variance.Actual)),
        ];
    }

    /// <summary>The rows as people read them: those within a scope, with what a center has of its own.</summary>
    /// <param name="report">A report of budget against actuals within the year, not by period.</param>
    /// <param name="year">The periods of the year.</param>
    /// <param name="forecast">The actuals to date and what is expected after them.</param>
    /// <param name="scope">Which centers are shown.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The report is by period, or not of the year, or the scope is of other
    /// centers.</exception>
    /// <exception cref="InvalidOperationException">The year is <c>default(FiscalPeriodRange)</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the year.</exception>
    /// <exception cref="CubeSpaceMismatchException">The cubes are of different spaces.</exception>
    /// <exception cref="AmountOverflowException">A sum overflows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImmutableArray<OutlinedRow<OutlookRow>> CreateOutline(
        VarianceReport report,
        FiscalPeriodRange year,
        Cube forecast,
        CenterScope scope,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(scope);
        return
        [
            .. new OwnRows(report, scope, cancellation).Among(
                Create(report, year, forecast),
                alone => Create(alone, year, forecast),
                row => row.Row,
                (row, center) => new OutlookRow(
                    new VarianceRow(center, row.Row.Element, null, row.Row.Variance), row.YearBudget, row.Forecast),
                (left, right) => left.Row.Variance == right.Row.Variance && left.YearBudget == right.YearBudget
                    && left.Forecast == right.Forecast),
        ];
    }

    private static (CenterCode?, ElementCode?, Measure) Key(VarianceRow row) =>
        (row.Center?.Center.Code, row.Element?.Code, row.Variance.Measure);

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(OutlookRow),
        (nameof(Row), Row),
        (nameof(YearBudget), YearBudget),
        (nameof(Remaining), Remaining),
        (nameof(Forecast), Forecast));
}
