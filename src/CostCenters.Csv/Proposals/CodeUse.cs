namespace CostCenters.Csv.Proposals;

/// <summary>The codes that postings use, in ordinal order.</summary>
internal sealed class CodeUse
{
    public SortedDictionary<string, UsedCode> Centers { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, UsedCode> Elements { get; } = new(StringComparer.Ordinal);

    public UsedCode Center(string code) => Of(Centers, code);

    public UsedCode Element(string code) => Of(Elements, code);

    /// <summary>The codes without those that are there already.</summary>
    public static SortedDictionary<string, UsedCode> Except(
        SortedDictionary<string, UsedCode> codes, Func<string, bool> isThere) => new(
        codes.Where(each => !isThere(each.Key)).ToDictionary(each => each.Key, each => each.Value),
        StringComparer.Ordinal);

    /// <summary>The parent of each code, by columns or prefixes, with the groups that only parents make.</summary>
    public static SortedDictionary<string, string?> Parents(
        SortedDictionary<string, UsedCode> codes, IReadOnlyList<int> prefixes, string kind, List<string> findings)
    {
        var parents = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach ((string code, UsedCode used) in codes)
        {
            if (used.Names.Count > 1)
            {
                findings.Add($"{kind} {code} has the names {string.Join(", ", used.Names)}; {used.Name} is its last.");
            }

            if (used.Parents.Count > 1)
            {
                findings.Add($"{kind} {code} lies in {string.Join(", ", used.Parents)}; {used.Parent} is its last.");
            }

            string? parent = used.Parent ?? PrefixOf(code, prefixes);
            parents[code] = parent;
            while (parent is not null && !codes.ContainsKey(parent) && !parents.ContainsKey(parent))
            {
                string group = parent;
                parent = PrefixOf(group, prefixes);
                parents[group] = parent;
            }
        }

        return parents;
    }

    private static string? PrefixOf(string code, IReadOnlyList<int> lengths)
    {
        int length = lengths.LastOrDefault(each =>
            each < code.Length && !char.IsHighSurrogate(code[each - 1]));
        return length == 0 ? null : code[..length];
    }

    private static UsedCode Of(SortedDictionary<string, UsedCode> codes, string code)
    {
        if (!codes.TryGetValue(code, out UsedCode? used))
        {
            used = new UsedCode();
            codes.Add(code, used);
        }

        return used;
    }
}
