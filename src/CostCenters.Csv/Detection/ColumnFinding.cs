using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Finds out which column of the file is which of the table: by its heading, or by the codes of a book.
/// </summary>
internal sealed class ColumnFinding(IReadOnlyList<SampleColumn> columns, bool hasHeader, ProposalDraft draft)
{
    private const decimal MostCodes = 0.9m;
    private const int MostChoices = 20;

    private readonly Dictionary<string, SampleColumn> found = [];

    /// <summary>All columns of the file.</summary>
    public IReadOnlyList<SampleColumn> Columns => columns;

    /// <summary>Whether the file has a header.</summary>
    public bool HasHeader => hasHeader;

    /// <summary>The columns that nothing is read from.</summary>
    public IEnumerable<SampleColumn> Free => columns.Where(column => !found.ContainsValue(column));

    /// <summary>The column that was found for one of the table, or null.</summary>
    public SampleColumn? this[string column] => found.GetValueOrDefault(column);

    /// <summary>Notes that a column is used.</summary>
    public void Take(string name, SampleColumn column) => found[name] = column;

    /// <summary>The columns whose headings name one of the table best; of several those that pass a test, if any does.
    /// </summary>
    public List<SampleColumn> Named(string name, Func<SampleColumn, bool> test) =>
        Candidates(name, test) is { Count: > 0 } passing ? passing : Candidates(name);

    /// <summary>The columns whose headings name one of the table best.</summary>
    public List<SampleColumn> Candidates(string name, Func<SampleColumn, bool>? test = null)
    {
        (SampleColumn Column, int Rank)[] ranked =
        [
            .. columns
                .Where(column => !found.ContainsValue(column) && (test is null || test(column)))
                .Select(column => (column, KnownHeadings.RankOf(name, column.Heading)))
                .Where(each => each.Item2 != KnownHeadings.Unknown),
        ];
        return [.. ranked.Where(each => each.Rank == ranked.Min(other => other.Rank)).Select(each => each.Column)];
    }

    /// <summary>Finds a required column of codes: by heading, and by the codes of the book where there is one.
    /// </summary>
    public void FindCodes(string name, Func<string, bool>? isCode)
    {
        List<SampleColumn> named = Candidates(name);
        List<SampleColumn> byContent = isCode is null
            ? []
            : [.. Free.Where(column => HasCodes(column, isCode))];
        if (named.Count > 1 && byContent.Intersect(named).Count() == 1)
        {
            named = [.. byContent.Intersect(named)];
        }

        if (named is [SampleColumn single])
        {
            Map(name, single, $"{single.Name} is a heading of {name}.");
            bool isWeak = KnownHeadings.RankOf(name, single.Heading) > 1;
            if (isWeak && byContent.Count == 0)
            {
                draft.Hint(
                    name,
                    $"{single.Name} is taken as the {name}, for lack of a better heading.",
                    "WithColumn",
                    $"columns.{name}",
                    [
                        .. Free.Where(column => column.Filled.Any()).Take(MostChoices)
                            .Select(each => Choice(name, each)),
                    ]);
            }
            else if (byContent.Count > 0 && !byContent.Contains(single) && !HasSomeCodes(single, isCode!))
            {
                draft.Hint(
                    name,
                    $"{single.Name} has no code of the book, {byContent[0].Name} has them.",
                    "WithColumn",
                    $"columns.{name}",
                    [.. byContent.Select(column => Choice(name, column))]);
            }
        }
        else if (named.Count > 1)
        {
            OpenSeveral(name, named);
        }
        else if (byContent is [SampleColumn only])
        {
            Map(name, only, $"The cells of {only.Name} are codes of {name}s in the book.");
        }
        else
        {
            OpenMissing(name, byContent.Count > 0 ? byContent : Free.Where(column => column.Filled.Any()));
        }
    }

    /// <summary>Finds an optional column; of two nothing is read.</summary>
    public void FindOptional(string name, Func<SampleColumn, bool>? test = null)
    {
        if (Candidates(name, test) is [SampleColumn first, ..] candidates && (candidates.Count == 1 || test is null))
        {
            Map(name, first, $"{first.Name} is a heading of {name}.");
        }
    }

    /// <summary>Reads a column of the table from one of the file.</summary>
    public void Map(string name, SampleColumn column, string evidence)
    {
        Take(name, column);
        draft.Profile = draft.Profile.WithColumn(name, column.Source);
        draft.Say(evidence);
    }

    /// <summary>Several columns have a right to it: the profile names them all, which the import refuses.</summary>
    public void OpenSeveral(string name, IReadOnlyList<SampleColumn> candidates)
    {
        string names = string.Join(" and ", candidates.Select(column => column.Name));
        if (candidates.Any(column => column.Heading.Length > 0))
        {
            draft.Profile = draft.Profile.WithColumn(name, Unread(candidates));
        }

        draft.Open(
            name,
            $"{names} may all be the {name}; nothing in the file decides.",
            "WithColumn",
            $"columns.{name}",
            [.. candidates.Select(column => Choice(name, column))]);
    }

    /// <summary>No column is known to be it.</summary>
    public void OpenMissing(string name, IEnumerable<SampleColumn> candidates) => draft.Open(
        name,
        hasHeader
            ? $"No heading is known for the {name}, which must come from a column or a constant."
            : $"Without a header nothing says which column is the {name}.",
        "WithColumn or WithConstant",
        $"columns.{name}",
        [.. candidates.Take(MostChoices).Select(column => Choice(name, column))]);

    /// <summary>The choice of one column.</summary>
    public static ProfileChoice Choice(string name, SampleColumn column) => new(
        KeyOf(column),
        $"The {name} is {column.Name}",
        profile => profile.WithColumn(name, column.Source));

    /// <summary>A column in the words of a script: its heading, or its place.</summary>
    public static string KeyOf(SampleColumn column) =>
        column.Heading.Length > 0 && column.Name[0] == '"'
            ? column.Heading
            : (column.Position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A source that the import refuses since the header has more than one of its names.</summary>
    public static ColumnSource Unread(IEnumerable<SampleColumn> candidates) => ColumnSource.Named(
        candidates.Select(column => column.Heading)
            .Where(heading => heading.Length > 0 && heading.AsSpan().IndexOfAny('{', '}') < 0));

    private static bool HasCodes(SampleColumn column, Func<string, bool> isCode)
    {
        string[] codes = [.. column.Filled.Distinct().Take(500)];
        return codes.Length > 0 && codes.Count(isCode) >= MostCodes * codes.Length;
    }

    private static bool HasSomeCodes(SampleColumn column, Func<string, bool> isCode) => column.Filled.Any(isCode);
}
