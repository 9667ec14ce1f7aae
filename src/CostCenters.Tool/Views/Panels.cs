namespace CostCenters.Tool.Views;

/// <summary>
/// Divides a table whose columns of amounts are alike, such as the periods of a pivot, into tables that fit.
/// </summary>
internal static class Panels
{
    /// <summary>One layout, or several of some columns each.</summary>
    public static IEnumerable<TableFit> Of(DisplayTable table, NumberText numbers, int width)
    {
        bool isPivot = table.Columns.Count(column => column.IsNumber) > 1
            && table.Columns.All(column => column.Drop == 0);
        if (TableFit.Of(table, numbers, width, isPivot ? TableDetail.Whole : TableDetail.Levels) is TableFit whole)
        {
            return [whole];
        }

        return isPivot ? Divide(table, numbers, width) : throw TooNarrow(width);
    }

    private static List<TableFit> Divide(DisplayTable table, NumberText numbers, int width)
    {
        int names = table.Columns.TakeWhile(column => !column.IsNumber).Count();
        int[] figures = [.. Enumerable.Range(names, table.Columns.Count - names)];
        var panels = new List<TableFit>();
        foreach (TableDetail detail in TableDetail.OfPanels)
        {
            panels.Clear();
            for (int first = 0; first < figures.Length;)
            {
                TableFit? fit = null;
                int count = figures.Length - first;
                while (count > 0 && (fit = Fit(first, count, detail)) is null)
                {
                    count--;
                }

                if (fit is null)
                {
                    break;
                }

                panels.Add(fit);
                first += count;
                if (first == figures.Length)
                {
                    return panels;
                }
            }
        }

        throw TooNarrow(width);

        TableFit? Fit(int first, int count, TableDetail detail) => TableFit.Of(
            table.With([.. Enumerable.Range(0, names), .. figures.AsSpan(first, count)]), numbers, width, [detail]);
    }

    private static Writing.RunException TooNarrow(int width) =>
        new($"A screen of {width} columns is too narrow for these figures. Name a larger --width, or --unit k.");
}
