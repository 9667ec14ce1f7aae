namespace CostCenters.Csv.Detection;

/// <summary>Says what cells look like, whatever their column is called.</summary>
internal static class CellKinds
{
    /// <summary>Whether a cell is a date or a number.</summary>
    public static bool IsTyped(string cell) => IsDate(cell) || IsNumber(cell);

    /// <summary>Whether a cell is a date; digits alone are none.</summary>
    public static bool IsDate(string cell) => !cell.All(char.IsAsciiDigit) && DateShapes.LooksLikeDate(cell);

    /// <summary>Whether a cell is a number in some style, and no date.</summary>
    public static bool IsNumber(string cell) => NumberText.Read(cell) is not null && !IsDate(cell);

    /// <summary>Whether nearly all filled cells are numbers.</summary>
    public static bool AreNumbers(IEnumerable<string> cells) => Most(cells, IsNumber);

    /// <summary>Whether nearly all filled cells are dates.</summary>
    public static bool AreDates(IEnumerable<string> cells) => Most(cells, IsDate);

    private static bool Most(IEnumerable<string> cells, Func<string, bool> test)
    {
        string[] filled = [.. cells.Where(cell => cell.Length > 0).Distinct().Take(200)];
        return filled.Length > 0 && filled.Count(test) >= 0.7m * filled.Length;
    }
}
