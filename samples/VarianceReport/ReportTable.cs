using System.Globalization;
using CostCenters.Structure;
using CostCenters.Variances;
using Spectre.Console;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Prints a report as a table for people.</summary>
internal static class ReportTable
{
    public static void Write(Variances.VarianceReport report, Heading heading, Output output)
    {
        ReportDimensions dimensions = report.Dimensions;
        Table table = NewTable(DimensionTitles(dimensions));
        int digits = report.Comparison.Space.Scale.Digits;
        LocalNames names = new(report.Tree);
        string? lastCenter = null;
        foreach (VarianceRow row in report.Rows)
        {
            var cells = new List<string>();
            if (row.Center is CenterTreeNode node)
            {
                string center = names.Of(node);
                cells.Add(center == lastCenter ? "" : Markup.Escape(center));
                lastCenter = center;
            }

            if (row.Element is CostElement element)
            {
                cells.Add(Markup.Escape(Printable.Short($"{element.Code} {element.Name}")));
            }

            if (row.Period is { } period)
            {
                cells.Add(period.ToString());
            }

            cells.Add(row.Variance.Measure.ToString().ToLowerInvariant());
            cells.AddRange(Figures(row.Variance, digits));
            table.AddRow([.. cells]);
        }

        Terminal.Draw(output, new Text($"{Printable.OneLine(heading.ToString())}\n"), table);
    }

    public static Table NewTable(IEnumerable<string> dimensions)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string dimension in dimensions)
        {
            table.AddColumn(new TableColumn(dimension).NoWrap());
        }

        table.AddColumn("measure");
        foreach (string figure in new[] { "budget", "actual", "difference", "%" })
        {
            table.AddColumn(new TableColumn(figure).RightAligned().NoWrap());
        }

        return table.AddColumn("outcome");
    }

    /// <summary>Budget, actual, difference, percent and outcome, as a table shows them.</summary>
    public static IEnumerable<string> Figures(Variance variance, int digits)
    {
        string color = variance.Outcome switch
        {
            Outcome.Favorable => "green",
            Outcome.Unfavorable => "red",
            _ => "default",
        };
        yield return variance.Budget is decimal budget ? Number(budget, digits) : "-";
        yield return Number(variance.Actual, digits);
        yield return $"[{color}]{Signed(variance.Difference, digits)}[/]";
        yield return variance.Percent(1, MidpointRounding.AwayFromZero) is decimal percent ? Signed(percent, 1) : "-";
        yield return $"[{color}]{variance.Outcome.ToString().ToLowerInvariant()}[/]";
    }

    public static string Number(decimal value, int digits) =>
        value.ToString($"N{digits}", CultureInfo.InvariantCulture);

    private static string Signed(decimal value, int digits) => (value > 0m ? "+" : "") + Number(value, digits);

    private static IEnumerable<string> DimensionTitles(ReportDimensions dimensions) =>
        Enum.GetValues<ReportDimensions>()
            .Where(dimension => dimension != ReportDimensions.None && dimensions.HasFlag(dimension))
            .Select(dimension => dimension.ToString().ToLowerInvariant());
}
