namespace CostCenters.Tool.Views;

/// <summary>A table for a screen: columns, and rows of cells that know their exact figures.</summary>
internal sealed class DisplayTable(IReadOnlyList<DisplayColumn> columns)
{
    private readonly List<DisplayCell[]> rows = [];

    public IReadOnlyList<DisplayColumn> Columns { get; } = columns;

    public IReadOnlyList<DisplayCell[]> Rows => rows;

    /// <summary>Adds a row of as many cells as there are columns.</summary>
    public void Add(params IEnumerable<DisplayCell> cells) => rows.Add([.. cells]);

    /// <summary>The same rows with some of the columns.</summary>
    public DisplayTable With(IReadOnlyList<int> places)
    {
        var part = new DisplayTable([.. places.Select(place => Columns[place])]);
        foreach (DisplayCell[] row in rows)
        {
            part.Add(places.Select(place => row[place]));
        }

        return part;
    }
}
