using CostCenters.Tool.Views;
using FsCheck.Xunit;
using Spectre.Console;

namespace CostCenters.Tool.Tests.Properties;

[Laws(Arbitrary = [typeof(DisplayTables)])]
public class TableFitProperties
{
    [Property]
    public void Lines_AtAnyWidth_AreNoWiderThanTheScreen(DisplayCase c) =>
        Assert.All(Lines(c), line => Assert.InRange(line.GetCellWidth(), 0, c.Width));

    [Property] // Cut, a number would be another number.
    public void Numbers_ThatAreShown_AreShownWhole(DisplayCase c)
    {
        var numbers = new NumberText(c.Digits);
        foreach (TableFit fit in Panels.Of(c.Table, numbers, c.Width))
        {
            string[] lines = [.. TableText.Lines(fit, numbers).Select(line => line.Text)];
            for (int row = 0; row < fit.Table.Rows.Count; row++)
            {
                string[] shown =
                [
                    .. fit.Places.Where(place => fit.Table.Columns[place].IsNumber).Select(place =>
                        fit.Table.Rows[row][place].Shown(fit.Table.Columns[place], numbers, fit.Detail)),
                ];
                string measure = fit.Table.Rows[row][1].Text!;
                string rest = lines[row + 2][lines[row + 2].IndexOf(measure, StringComparison.Ordinal)..];
                foreach (string number in shown)
                {
                    int at = rest.IndexOf(" " + number, StringComparison.Ordinal);
                    Assert.True(at >= 0, $"{number} is not in '{lines[row + 2]}'");
                    rest = rest[(at + 1 + number.Length)..];
                    Assert.True(rest.Length == 0 || rest[0] == ' ', $"{number} goes on in '{lines[row + 2]}'");
                }
            }
        }
    }

    [Property] // What decides good or bad is never left out, and no period of a pivot is.
    public void Columns_WithoutALeaveToDrop_AreAllShown(DisplayCase c)
    {
        TableFit[] fits = [.. Panels.Of(c.Table, new NumberText(c.Digits), c.Width)];

        Assert.Equal(
            c.Table.Columns.Where(column => column.Drop == 0).Select(column => column.Heading).Order(),
            fits.SelectMany(fit => fit.Places.Select(place => fit.Table.Columns[place]))
                .Where(column => column.Drop == 0)
                .Select(column => column.Heading)
                .Distinct()
                .Order());
    }

    [Property] // A wider screen never shows less.
    public void Columns_OnAWiderScreen_AreAtLeastAsMany(DisplayCase c)
    {
        int Shown(int width) =>
            Panels.Of(c.Table, new NumberText(c.Digits), width).Sum(fit => fit.Places.Count)
            - (Panels.Of(c.Table, new NumberText(c.Digits), width).Count() * 2);

        Assert.InRange(Shown(c.Width), 0, Shown(c.Width + 20));
    }

    private static IEnumerable<string> Lines(DisplayCase c)
    {
        var numbers = new NumberText(c.Digits);
        return Panels.Of(c.Table, numbers, c.Width)
            .SelectMany(fit => TableText.Lines(fit, numbers))
            .Select(line => line.Text);
    }
}
