using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes.Sources;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Finds the columns that sources name in the header of one file, and tells those that it lacks.</summary>
internal sealed class SourceBinder(
    IReadOnlyList<string>? header, long line, byte delimiter, ForeignRow row, ImportLog log)
{
    private readonly HashSet<int> used = [];
    private readonly List<(string Name, string? Column)> needed = [];

    /// <summary>The column of the table for which sources are bound, for messages; null for rules about rows.</summary>
    public string? Column { get; set; }

    /// <summary>The positions that something reads.</summary>
    public IReadOnlySet<int> Used => used;

    /// <summary>The position of a column by its heading, or -1, which is told.</summary>
    public int Find(NamedSource source)
    {
        if (header is null)
        {
            Stop(
                ImportIssueCode.MissingColumn,
                source,
                $"The profile names {source}, but says that the file has no header. Name columns by their place.");
            return -1;
        }

        HeadingSearch search = HeadingSearch.Find(source, Named());
        foreach ((string name, string text) in search.Places ?? new Dictionary<string, string>())
        {
            row.SetMetadata(name, text);
        }

        switch (search.Positions)
        {
            case [int position]:
                used.Add(position);
                return position;
            case [] when source.IsOptional:
                return -1;
            case []:
                Stop(
                    ImportIssueCode.MissingColumn,
                    source,
                    $"The profile names {source}; the header has {NamesOf()}. Correct the profile or the file."
                        + FormAdvice.OfHeader(header, delimiter));
                return -1;
            default:
                Stop(
                    ImportIssueCode.DuplicateColumn,
                    source,
                    $"The header has more than one column that the profile means by {source}. Name one of them alone, "
                        + "or by its place.");
                return -1;
        }
    }

    /// <summary>Notes that a column is read by its place.</summary>
    public void Use(int position) => used.Add(position);

    /// <summary>Notes that a text is used, whatever gives it.</summary>
    public void NeedMetadata(string name) => needed.Add((name, Column));

    /// <summary>Tells the texts that are used and that nothing gives, after everything was bound.</summary>
    public void TellLackingMetadata()
    {
        foreach ((string name, string? column) in needed.Where(each => !row.HasMetadata(each.Name)))
        {
            log.Stop(
                ImportIssueCode.MissingMetadata,
                line,
                column,
                name,
                $"The profile uses the file's {{{name}}}, which stands neither above the header nor in a heading.");
        }
    }

    private IEnumerable<(string Heading, int Position)> Named() =>
        header!.Select((heading, position) => (heading, position)).Where(each => each.heading.Length > 0);

    private string NamesOf()
    {
        string[] names = [.. Named().Select(each => each.Heading).Take(50)];
        return names.Length == 0 ? "no names" : string.Join(", ", names);
    }

    private void Stop(string code, NamedSource source, string message) =>
        log.Stop(code, line, Column, source.FirstHeading, message);
}
