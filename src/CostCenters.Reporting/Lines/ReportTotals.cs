using CostCenters.Explanations;
using CostCenters.Reports;

namespace CostCenters.Reporting.Lines;

/// <summary>The totals of what a document shows, one for each measure.</summary>
internal static class ReportTotals
{
    /// <summary>The totals: of the whole report, or of the outermost centers where some rows alone are shown.</summary>
    /// <returns>Empty where rows are shown that do not add up to anything by themselves.</returns>
    public static IReadOnlyList<Variance> Of(
        ReportDocument document, ReportLines lines, CancellationToken cancellation)
    {
        VarianceReport report = document.Report;
        if (document.Rows is null)
        {
            return
            [
                .. VarianceReport
                    .Create(report.Comparison, report.Tree, ReportDimensions.None, cancellation: cancellation)
                    .Rows.Select(row => row.Variance),
            ];
        }

        return report.Dimensions == ReportDimensions.Center
            ?
            [
                .. lines.Outermost.SelectMany(group => lines.Rows.Skip(group.Start).Take(group.Count))
                    .GroupBy(row => row.Variance.Measure)
                    .OrderBy(rows => rows.Key)
                    .Select(rows => Sum(rows.Key, rows.Select(row => row.Variance))),
            ]
            : [];
    }

    /// <summary>Variances of one measure together; without any budget there is none.</summary>
    public static Variance Sum(Measure measure, IEnumerable<Variance> variances)
    {
        decimal? budget = null;
        decimal actual = 0m;
        foreach (Variance variance in variances)
        {
            budget = variance.Budget is decimal part ? (budget ?? 0m) + part : budget;
            actual += variance.Actual;
        }

        return new Variance(budget, actual, measure);
    }

    /// <summary>The one that tells most: the margin, or else the only one of cost and revenue.</summary>
    public static Measure? MainOf(IEnumerable<Measure> measures)
    {
        var all = measures.Distinct().Order().ToList();
        return all.Count == 0 ? null : all[^1];
    }
}
