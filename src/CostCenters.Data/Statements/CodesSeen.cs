namespace CostCenters.Data.Statements;

/// <summary>The codes that a table has: those of a space by their numbers, and others.</summary>
internal sealed class CodesSeen(IEnumerable<string> codes)
{
    private readonly string[] codes = [.. codes];
    private readonly HashSet<int> known = [];
    private readonly HashSet<string> others = new(StringComparer.Ordinal);
    private int last = -1;

    public IEnumerable<string> All => known.Select(number => codes[number]).Concat(others);

    /// <summary>Notes a code.</summary>
    /// <param name="number">Its number, or -1 when it is unknown.</param>
    /// <param name="code">The code, or null when there is none.</param>
    public void Add(int number, string? code)
    {
        if (number >= 0)
        {
            if (number != last)
            {
                known.Add(last = number);
            }
        }
        else if (!string.IsNullOrEmpty(code))
        {
            others.Add(code);
        }
    }
}
