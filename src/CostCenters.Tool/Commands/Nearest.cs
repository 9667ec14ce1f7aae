namespace CostCenters.Tool.Commands;

/// <summary>Finds what somebody who mistyped a word may have meant.</summary>
internal static class Nearest
{
    private const int MostTypos = 2;

    /// <summary>A question that begins with a space, or nothing when no word is near.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        (string? nearest, int typos) = known
            .Select(each => (each, Typos(word, each)))
            .OrderBy(each => each.Item2)
            .FirstOrDefault();
        return nearest is not null && typos <= MostTypos ? $" Did you mean '{nearest}'?" : "";
    }

    /// <summary>How many letters must be put in, taken out or changed (the distance of Levenshtein).</summary>
    private static int Typos(string word, string other)
    {
        int[] above = [.. Enumerable.Range(0, other.Length + 1)];
        for (int row = 1; row <= word.Length; row++)
        {
            int[] line = new int[other.Length + 1];
            line[0] = row;
            for (int column = 1; column <= other.Length; column++)
            {
                int changed = above[column - 1] + (word[row - 1] == other[column - 1] ? 0 : 1);
                line[column] = Math.Min(changed, 1 + Math.Min(above[column], line[column - 1]));
            }

            above = line;
        }

        return above[^1];
    }
}
