using CostCenters.Reports;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Views;

/// <summary>Makes tables of budget, actual, difference, percent and outcome, as people read them.</summary>
internal sealed class FigureRows
{
    private readonly DisplayTable table;

    /// <summary>Begins a table.</summary>
    /// <param name="names">The columns of names before the figures.</param>
    /// <param name="comparison">What is compared.</param>
    /// <param name="more">Columns behind the figures.</param>
    public FigureRows(
        IEnumerable<DisplayColumn> names, Comparison comparison, params IEnumerable<DisplayColumn> more)
    {
        table = new DisplayTable(
        [
            .. names,
            new("measure", DisplayKind.Word),
            new(HeadingOf(comparison.BudgetName), DisplayKind.Amount, Drop: 2),
            new(HeadingOf(comparison.ActualName), DisplayKind.Amount, Drop: 8),
            new("difference", DisplayKind.Difference),
            new("%", DisplayKind.Percent, Drop: 1),
            new("outcome", DisplayKind.Outcome),
            .. more,
        ]);
    }

    public DisplayTable Table => table;

    /// <summary>Adds the figures of something.</summary>
    public void Add(IEnumerable<string> of, Variance variance, params IEnumerable<decimal?> more) =>
        table.Add(
        [
            .. of.Select(name => (DisplayCell)name),
            variance.Measure.ToString().ToLowerInvariant(),
            DisplayCell.Of(variance.Budget),
            DisplayCell.Of(variance.Actual),
            DisplayCell.Of(variance.Difference, variance.Outcome),
            DisplayCell.Of(variance.Percent(NumberText.PercentDigits, MidpointRounding.AwayFromZero)),
            new(null, null, variance.Outcome),
            .. more.Select(number => DisplayCell.Of(number)),
        ]);

    /// <summary>Adds a name without figures.</summary>
    public void AddHeading(string name) =>
        table.Add([name, .. Enumerable.Repeat<DisplayCell>(null, table.Columns.Count - 1)]);

    /// <summary>The names of a layer, fit for a heading.</summary>
    public static string HeadingOf(string layer) => Printable.Short(layer);
}
