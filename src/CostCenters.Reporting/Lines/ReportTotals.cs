using CostCenters.Explanations;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;

namespace CostCenters.Reporting.Lines;

/// <summary>The totals of what a document shows, one for each measure.</summary>
internal static class ReportTotals
{
    /// <summary>The totals: those of the outermost centers, or of a whole report that is not by center or
    /// of which an outline shows a part.</summary>
    /// <returns>Empty where rows are shown that do not add up to anything by themselves.</returns>
    public static IReadOnlyList<Variance> Of(
        ReportDocument document, ReportLines lines, CancellationToken cancellation)
    {
        VarianceReport report = document.Report;
        if (document.Outline is null && lines.ByCenter && !report.Dimensions.HasFlag(ReportDimensions.ElementGroup))
        {
            return WithMargin(lines.Outermost
                .SelectMany(group => Enumerable.Range(group.Start, group.Count).Select(row => lines.Rows[row].Variance))
                .ToLookup(variance => variance.Measure));
        }

        return document.Rows is not null && document.Outline is null
            ? []
            :
            [
                .. VarianceReport
                    .Create(report.Comparison, report.Tree, ReportDimensions.None, cancellation: cancellation)
                    .Rows.Select(row => row.Variance),
            ];
    }

    /// <summary>Revenue - cost; without any budget there is none, and with one of both the other counts as 0.</summary>
    public static Variance Margin(Variance? cost, Variance? revenue)
    {
        decimal? budget = cost?.Budget is null && revenue?.Budget is null
            ? null
            : (revenue?.Budget ?? 0m) - (cost?.Budget ?? 0m);
        return new Variance(budget, (revenue?.Actual ?? 0m) - (cost?.Actual ?? 0m), Measure.Margin);
    }

    private static List<Variance> WithMargin(ILookup<Measure, Variance> all)
    {
        var totals = new[] { Measure.Cost, Measure.Revenue }.Where(all.Contains)
            .Select(measure => Sum(measure, all[measure])).ToList();
        if (totals.Count == 2)
        {
            totals.Add(Margin(totals[0], totals[1]));
        }

        return totals;
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
