using System.Globalization;
using CostCenters.Reports;
using CostCenters.Reports.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Tables of budget, actual, difference, percent and outcome, as people read them.</summary>
internal static class FigureTable
{
    /// <summary>How many columns follow the dimensions.</summary>
    public const int Columns = 6;

    /// <summary>The decimals of a percentage.</summary>
    public const int PercentDigits = 1;

    public static Table New(IEnumerable<string> dimensions, Comparison comparison)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string dimension in dimensions)
        {
            table.AddColumn(new TableColumn(dimension).NoWrap());
        }

        table.AddColumn("measure");
        foreach (string figure in new[] { comparison.BudgetName, comparison.ActualName, "difference", "%" })
        {
            table.AddColumn(new TableColumn(Terminal.Escape(Printable.Short(figure))).RightAligned().NoWrap());
        }

        return table.AddColumn("outcome");
    }

    /// <summary>The table, or a line that says that it has no rows.</summary>
    public static IRenderable OrNothing(Table table) =>
        table.Rows.Count > 0 ? table : new Text("\n  No budget and no posting in these periods.");

    /// <summary>The figures of a row of a table whose percentages have <see cref="PercentDigits"/>.</summary>
    public static IEnumerable<string> Cells(ReportTable table, ReportCell[] row, int dimensions)
    {
        ReadOnlySpan<ReportColumn> columns = table.Columns.AsSpan(dimensions, Columns);
        ReadOnlySpan<ReportCell> cells = row.AsSpan(dimensions, Columns);
        return Cells(
            columns[0].TextOf(cells[0])!,
            columns[1].NumberOf(cells[1]),
            columns[2].NumberOf(cells[2])!.Value,
            columns[3].NumberOf(cells[3])!.Value,
            columns[4].NumberOf(cells[4]),
            columns[5].TextOf(cells[5])!,
            columns[1].Digits);
    }

    public static IEnumerable<string> Cells(Variance variance, int digits) =>
        Cells(
            variance.Measure.ToString().ToLowerInvariant(),
            variance.Budget,
            variance.Actual,
            variance.Difference,
            variance.Percent(PercentDigits, MidpointRounding.AwayFromZero),
            variance.Outcome.ToString().ToLowerInvariant(),
            digits);

    private static IEnumerable<string> Cells(
        string measure,
        decimal? budget,
        decimal actual,
        decimal difference,
        decimal? percent,
        string outcome,
        int digits)
    {
        string color = outcome switch
        {
            "favorable" => "green",
            "unfavorable" => "red",
            _ => "default",
        };
        yield return measure;
        yield return budget is decimal planned ? Number(planned, digits) : "-";
        yield return Number(actual, digits);
        yield return $"[{color}]{Signed(difference, digits)}[/]";
        yield return percent is decimal rate ? Signed(rate, PercentDigits) : "-";
        yield return $"[{color}]{outcome}[/]";
    }

    public static string Number(decimal value, int digits) =>
        value.ToString($"N{digits}", CultureInfo.InvariantCulture);

    public static string Signed(decimal value, int digits) => (value > 0m ? "+" : "") + Number(value, digits);
}
