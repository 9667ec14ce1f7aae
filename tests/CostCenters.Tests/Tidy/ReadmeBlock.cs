namespace CostCenters.Tests.Tidy;

/// <summary>A fenced block of a Markdown file and the output file that the comment before it names, if any.</summary>
internal sealed record ReadmeBlock(int Line, string Language, IReadOnlyList<string> Lines, string? OutputOf)
{
    private const string Marker = "<!-- output:";

    public static IReadOnlyList<ReadmeBlock> In(RepositoryFile readme)
    {
        var blocks = new List<ReadmeBlock>();
        string? lastText = null;
        for (int i = 0; i < readme.Lines.Count; i++)
        {
            string line = readme.Lines[i].Trim();
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                lastText = line.Length == 0 ? lastText : line;
                continue;
            }

            List<string> inside = [.. readme.Lines.Skip(i + 1)
                .TakeWhile(next => !next.TrimStart().StartsWith("```", StringComparison.Ordinal))];
            blocks.Add(new ReadmeBlock(i + 1, line[3..].Trim(), WithoutIndent(inside), OutputNamedBy(lastText)));
            lastText = null;
            i += inside.Count + 1;
        }

        return blocks;
    }

    /// <summary>The lines stand together in the file, whatever their indentation there.</summary>
    public bool OccursIn(RepositoryFile file) =>
        Enumerable.Range(0, Math.Max(0, file.Lines.Count - Lines.Count + 1)).Any(start =>
            WithoutIndent([.. file.Lines.Skip(start).Take(Lines.Count)]).SequenceEqual(Lines));

    private static List<string> WithoutIndent(List<string> lines)
    {
        int indent = lines.Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(line => (line.Trim().Length > 0 ? line[indent..] : "").TrimEnd())];
    }

    private static string? OutputNamedBy(string? line) =>
        line is not null && line.StartsWith(Marker, StringComparison.Ordinal)
            ? line[Marker.Length..].Replace("-->", "", StringComparison.Ordinal).Trim()
            : null;
}
