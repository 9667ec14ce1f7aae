namespace CostCenters.Tool.Views;

/// <summary>
/// Divides a table whose columns of amounts are alike, such as the periods of a pivot, into tables that fit.
/// </summary>
internal static class Panels
{
    /// <summary>One layout, or several of some columns each.</summary>
    public static IEnumerable<TableFit> Of(DisplayTable table, NumberText numbers, int width)
    {
        if (TableFit.Of(table, numbers, width) is TableFit whole)
        {
            return [whole];
        }

        int names = table.Columns.TakeWhile(column => !column.IsNumber).Count();
        int[] figures = [.. Enumerable.Range(names, table.Columns.Count - names)];
        var panels = new List<TableFit>();
        for (int first = 0; first < figures.Length;)
        {
            int count = figures.Length - first;
            TableFit? fit = null;
            while (fit is null && count > 0)
            {
                int[] places = [.. Enumerable.Range(0, names), .. figures.AsSpan(first, count)];
                fit = TableFit.Of(table.With(places), numbers, width);
                count -= fit is null ? 1 : 0;
            }

            if (fit is null)
            {
                throw new Writing.RunException(
                    $"A screen of {width} columns is too narrow for these figures. Name a larger --width, or --unit k.");
            }

            panels.Add(fit);
            first += count;
        }

        return panels;
    }
}
