namespace CostCenters.Reporting.Sheets;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="Width">About how many digits fit.</param>
/// <param name="HeadStyle">The style of its head.</param>
/// <param name="Level">How deep it is in the outline of columns.</param>
internal sealed record SheetColumn(string Name, int Width, int HeadStyle, int Level = 0)
{
    public static SheetColumn Text(string name, int width) => new(name, width, CellStyles.HeadText);

    public static SheetColumn Number(string name, int width = 17, int level = 0) =>
        new(name, width, CellStyles.HeadNumber, level);

    /// <summary>The letters of a column from 0: A, Z, AA.</summary>
    public static string LettersOf(int column)
    {
        string letters = "";
        for (int left = column + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return letters;
    }
}
