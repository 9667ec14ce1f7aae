using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;

namespace CostCenters.Reporting.Lines;

/// <summary>The figures of one center and measure by period.</summary>
internal sealed class PeriodSeries
{
    private PeriodSeries(Measure measure, Variance?[] periods)
    {
        Measure = measure;
        Periods = periods;
        Total = ReportTotals.Sum(measure, periods.OfType<Variance>());
    }

    public Measure Measure { get; }

    /// <summary>One for each period of the comparison, null where there is neither a budget nor an actual.</summary>
    public IReadOnlyList<Variance?> Periods { get; }

    public Variance Total { get; }

    /// <summary>The total of some of the periods.</summary>
    public Variance TotalOf(int from, int until) => ReportTotals.Sum(
        Measure, Periods.Skip(from).Take(until - from).OfType<Variance>());

    /// <summary>The rows by period of what a document shows.</summary>
    public static ReportLines LinesOf(
        ReportDocument document, VarianceReport periods, CancellationToken cancellation)
    {
        if (document.Rows is not { } rows || !periods.Dimensions.HasFlag(ReportDimensions.Center))
        {
            return ReportLines.Of(periods, null, cancellation);
        }

        var shown = rows.Select(row => row.Center?.Center).ToHashSet();
        return ReportLines.Of(periods, periods.Rows.Where(row => shown.Contains(row.Center?.Center)), cancellation);
    }

    /// <summary>The series of a center, in the order of their measures.</summary>
    /// <remarks>A center with costs and revenues has a margin in every period, also in those that have but one of
    /// both, so that the margins add up to that of the report.</remarks>
    public static IReadOnlyList<PeriodSeries> Of(ReportLines lines, LineGroup group)
    {
        var periods = lines.Comparison.Periods;
        var byMeasure = new Variance?[]?[3];
        int index = 0;
        for (int i = group.Start; i < group.Start + group.Count; i++)
        {
            VarianceRow row = lines.Rows[i];
            FiscalPeriod period = row.Period!.Value;
            while (periods[index] != period)
            {
                index++;
            }

            (byMeasure[(int)row.Variance.Measure] ??= new Variance?[periods.Length])[index] = row.Variance;
        }

        byMeasure[(int)Measure.Margin] = byMeasure is [{ } costs, { } revenues, _]
            ? [.. costs.Zip(revenues, (cost, revenue) =>
                cost is null && revenue is null ? (Variance?)null : ReportTotals.Margin(cost, revenue))]
            : null;

        return
        [
            .. byMeasure.Index().Where(series => series.Item is not null)
                .Select(series => new PeriodSeries((Measure)series.Index, series.Item!)),
        ];
    }
}
