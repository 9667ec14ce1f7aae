namespace CostCenters.Tool.Views;

/// <summary>Lays a table out for a width: what is shown, and how wide each column is.</summary>
/// <remarks>Law: no line is wider than the screen, and a number is shown whole or not at all.</remarks>
internal sealed class TableFit
{
    /// <summary>Spaces before the first column.</summary>
    public const int Margin = 2;

    private TableFit(DisplayTable table, TableDetail detail, IReadOnlyList<int> places, int[] widths)
    {
        Table = table;
        Detail = detail;
        Places = places;
        Widths = widths;
    }

    public DisplayTable Table { get; }

    public TableDetail Detail { get; }

    /// <summary>The columns that are shown.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Their widths.</summary>
    public int[] Widths { get; }

    /// <summary>The width of a line.</summary>
    public int Width => Margin + Widths.Sum() + (Detail.Gap * (Widths.Length - 1));

    /// <summary>Lays a table out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="numbers">How numbers are shown.</param>
    /// <param name="width">The width of the screen.</param>
    /// <param name="levels">The levels of detail that come into question, the first that fits counts.</param>
    /// <returns>The layout; null when none of them fits.</returns>
    public static TableFit? Of(
        DisplayTable table, NumberText numbers, int width, IEnumerable<TableDetail> levels)
    {
        foreach (TableDetail detail in levels)
        {
            if (TryFit(table, numbers, detail, width) is TableFit fit)
            {
                return fit;
            }
        }

        return null;
    }

    /// <summary>What is left out, to be told below the table.</summary>
    public IEnumerable<string> LeftOut()
    {
        if (Detail.IsWhole && Table.Columns.Any(column => column.Kind is DisplayKind.Amount or DisplayKind.Difference))
        {
            yield return "decimals";
        }

        foreach (DisplayColumn column in Table.Columns.Where((_, place) => !Places.Contains(place)))
        {
            yield return column.Heading;
        }
    }

    private static TableFit? TryFit(DisplayTable table, NumberText numbers, TableDetail detail, int width)
    {
        int[] places =
        [
            .. Enumerable.Range(0, table.Columns.Count)
                .Where(place => table.Columns[place].Drop == 0 || table.Columns[place].Drop > detail.Drop),
        ];
        int[] widths = [.. places.Select(place => WidthOf(table, place, numbers, detail))];
        var fit = new TableFit(table, detail, places, widths);
        int[] names = [.. Enumerable.Range(0, places.Length)
            .Where(index => table.Columns[places[index]].Kind == DisplayKind.Name)];
        while (fit.Width > width)
        {
            int widest = names.Length == 0 ? -1 : names.MaxBy(index => widths[index]);
            if (widest < 0 || widths[widest] <= detail.LeastName)
            {
                return null;
            }

            widths[widest]--;
        }

        return fit;
    }

    private static int WidthOf(DisplayTable table, int place, NumberText numbers, TableDetail detail)
    {
        DisplayColumn column = table.Columns[place];
        int widest = column.Kind == DisplayKind.Outcome && !detail.HasWords ? 1 : ScreenLine.WidthOf(column.Heading);
        foreach (DisplayCell[] row in table.Rows)
        {
            widest = Math.Max(widest, ScreenLine.WidthOf(row[place].Shown(column, numbers, detail)));
        }

        return widest;
    }
}
