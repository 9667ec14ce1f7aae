using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tables;

/// <summary>The values of an enumeration as words in a table: <c>year-to-date</c> for <c>YearToDate</c>.</summary>
internal static class ChoiceCell
{
    /// <summary>Reads a word that must be there; tells a fault and returns false.</summary>
    public static bool TryRead<T>(CellReader cells, int column, out T choice)
        where T : struct, Enum
    {
        choice = default;
        if (!cells.TryGetCode(column, out ReadOnlySpan<byte> cell))
        {
            return false;
        }

        string word = Encoding.UTF8.GetString(cell);
        foreach (T each in Enum.GetValues<T>())
        {
            if (WordOf(each) == word)
            {
                choice = each;
                return true;
            }
        }

        string expected = string.Join(", ", Enum.GetValues<T>().Select(WordOf));
        return cells.Tell(column, ImportIssueCode.BadChoice, $"One of {expected} was expected.");
    }

    /// <summary>Reads a cell that holds one word or nothing.</summary>
    public static bool TryReadFlag(CellReader cells, int column, string word, out bool isSet)
    {
        string? cell = cells.GetOptionalCode(column);
        isSet = cell == word;
        return isSet || cell is null
            || cells.Tell(column, ImportIssueCode.BadChoice, $"'{word}' or an empty cell was expected.");
    }

    public static string WordOf<T>(T choice)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (char letter in choice.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
