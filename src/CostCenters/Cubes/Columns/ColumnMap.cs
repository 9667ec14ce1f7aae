namespace CostCenters.Cubes.Columns;

/// <summary>Which place of a row is added to which column of sums. Immutable.</summary>
internal sealed class ColumnMap
{
    private readonly int[]? columnOfPlace;
    private readonly long[]? isSecond;

    private ColumnMap(int columnCount, int[]? columnOfPlace, long[]? isSecond)
    {
        ColumnCount = columnCount;
        this.columnOfPlace = columnOfPlace;
        this.isSecond = isSecond;
    }

    public int ColumnCount { get; }

    /// <summary>Whether each place has the column of its number.</summary>
    public bool IsPlain => columnOfPlace is null;

    /// <summary>A column for each place.</summary>
    public static ColumnMap Plain(int columnCount) => new(columnCount, null, null);

    /// <summary>Two columns.</summary>
    /// <param name="isSecond">For each place whether it belongs to the second one.</param>
    public static ColumnMap Split(IReadOnlyCollection<bool> isSecond) =>
        new(2, [.. isSecond.Select(second => second ? 1 : 0)], [.. isSecond.Select(second => second ? -1L : 0L)]);

    /// <summary>Any columns.</summary>
    /// <param name="columnCount">How many there are.</param>
    /// <param name="columnOfPlace">The column of each place.</param>
    public static ColumnMap Grouped(int columnCount, int[] columnOfPlace) => new(columnCount, columnOfPlace, null);

    public int ColumnOf(int place) => columnOfPlace is null ? place : columnOfPlace[place];

    /// <summary>Adds a row of cells to a row of sums.</summary>
    public void AddRow(RowSums target, int row, CellColumn source, int sourceRow)
    {
        if (isSecond is not null)
        {
            target.AddSplit(row, source, sourceRow, isSecond);
        }
        else if (columnOfPlace is not null)
        {
            target.AddGrouped(row, source, sourceRow, columnOfPlace);
        }
        else
        {
            target.AddRow(row, source, sourceRow);
        }
    }
}
