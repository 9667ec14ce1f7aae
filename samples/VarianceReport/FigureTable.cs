using System.Globalization;
using CostCenters.Explanations;
using CostCenters.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Tables of budget, actual, difference, percent and outcome, as people read them.</summary>
internal static class FigureTable
{
    /// <summary>How many columns follow the dimensions.</summary>
    public const int Columns = 6;

    public static Table New(IEnumerable<string> dimensions)
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

    /// <summary>The table, or a line that says that it has no rows.</summary>
    public static IRenderable OrNothing(Table table) =>
        table.Rows.Count > 0 ? table : new Text("\n  No budget and no posting in these periods.");

    public static IEnumerable<string> Cells(Variance variance, int digits)
    {
        string color = variance.Outcome switch
        {
            Outcome.Favorable => "green",
            Outcome.Unfavorable => "red",
            _ => "default",
        };
        yield return variance.Measure.ToString().ToLowerInvariant();
        yield return variance.Budget is decimal budget ? Number(budget, digits) : "-";
        yield return Number(variance.Actual, digits);
        yield return $"[{color}]{Signed(variance.Difference, digits)}[/]";
        yield return variance.Percent(1, MidpointRounding.AwayFromZero) is decimal percent ? Signed(percent, 1) : "-";
        yield return $"[{color}]{variance.Outcome.ToString().ToLowerInvariant()}[/]";
    }

    public static string Number(decimal value, int digits) =>
        value.ToString($"N{digits}", CultureInfo.InvariantCulture);

    public static string Signed(decimal value, int digits) => (value > 0m ? "+" : "") + Number(value, digits);
}
