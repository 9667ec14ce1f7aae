using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Rows;

/// <summary>Where the columns of a table stand in a file.</summary>
internal sealed class HeaderMap
{
    /// <summary>The position of a column that the file lacks.</summary>
    public const int Absent = -1;

    private const int MostIgnoredTold = 20;

    private HeaderMap(int[] positions, int cellCount, IReadOnlyList<(string Name, int Position)> ignored)
    {
        Ignored = ignored;
        Positions = positions;
        CellCount = cellCount;
    }

    /// <summary>The position of each column of the table, or <see cref="Absent"/>.</summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>Where the columns of an amount stand that is made of several; else null.</summary>
    public AmountPositions? Amount { get; private init; }

    private static string AmountColumn => "amount";

    /// <summary>The columns that nothing reads.</summary>
    public IReadOnlyList<(string Name, int Position)> Ignored { get; }

    /// <summary>The cells of the header, unnamed ones included.</summary>
    public int CellCount { get; }

    /// <summary>Finds the columns in a header; null when a fault stops the file, all faults being told.</summary>
    public static HeaderMap? Create(
        IReadOnlyList<string> header,
        long line,
        byte delimiter,
        RowSchema schema,
        ImportProfile profile,
        ImportLog log)
    {
        if (header.All(name => name.Length == 0))
        {
            TellEmpty(line, log);
            return null;
        }

        var found = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int position = 0; position < header.Count; position++)
        {
            string name = header[position].Trim();
            if (name.Length > 0 && !found.TryAdd(name, position))
            {
                log.Stop(
                    ImportIssueCode.DuplicateColumn,
                    line,
                    null,
                    name,
                    "A column name stands in the header twice. Rename or remove one of the two.");
            }
        }

        int[] positions = Locate(found, line, schema, profile, FormAdvice.OfHeader(header, delimiter), log);
        if (log.IsStopped)
        {
            return null;
        }

        (string Name, int Position)[] ignored =
        [
            .. header.Select((name, position) => (name.Trim(), position))
                .Where(column => column.Item1.Length > 0 && !positions.Contains(column.position)),
        ];
        TellIgnored([.. ignored.Select(column => column.Name)], line, log);
        return new HeaderMap(positions, header.Count, ignored);
    }

    /// <summary>Finds the columns in a header that was accepted, with those that make an amount together.</summary>
    public static HeaderMap Locate(IReadOnlyList<string> header, RowSchema schema, ImportProfile profile)
    {
        var log = new ImportLog("header", tellsValues: false);
        var found = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach ((int position, string name) in header.Index())
        {
            found.TryAdd(name, position);
        }

        int[] positions = Locate(found, 1, schema, profile, "", log);
        AmountSource? amount = profile.Amount;
        return new HeaderMap(positions, header.Count, [])
        {
            Amount = amount is null
                ? null
                : new AmountPositions(Find(amount.Column), Find(amount.Credit), Find(amount.Sign)),
        };

        int Find(ColumnSource? source) =>
            source is NamedSource named ? LocateNamed(AmountColumn, named, found, 1, "", log) : Absent;
    }

    /// <summary>Tells that the header is an empty row.</summary>
    public static void TellEmpty(long line, ImportLog log) =>
        log.Stop(
            ImportIssueCode.NoHeader, line, null, null, "A header was expected, an empty row came. Add a header.");

    private static int[] Locate(
        Dictionary<string, int> found,
        long line,
        RowSchema schema,
        ImportProfile profile,
        string advice,
        ImportLog log)
    {
        int[] positions = new int[schema.Columns.Count];
        List<string> missing = [];
        for (int column = 0; column < positions.Length; column++)
        {
            string name = schema.Columns[column];
            positions[column] = Absent;
            if (profile.Columns.GetValueOrDefault(name) is ConstantSource
                || (name == AmountColumn && profile.Amount is not null))
            {
                continue;
            }

            if (profile.Columns.TryGetValue(name, out ColumnSource? source))
            {
                positions[column] = LocateNamed(name, (NamedSource)source, found, line, advice, log);
            }
            else if (found.TryGetValue(name, out int position))
            {
                positions[column] = position;
            }
            else if (schema.IsRequired[column])
            {
                missing.Add(name);
            }
        }

        foreach (string name in missing)
        {
            log.Stop(
                ImportIssueCode.MissingColumn,
                line,
                null,
                name,
                $"A required column is missing. Expected: {string.Join(", ", missing)} as well as what is there; "
                    + $"the header has {NamesOf(found.Keys)}.{advice}");
        }

        return positions;
    }

    /// <summary>What a profile names is expected: passing over it would lose the column in silence.</summary>
    private static int LocateNamed(
        string column,
        NamedSource source,
        Dictionary<string, int> found,
        long line,
        string advice,
        ImportLog log)
    {
        HeadingSearch search = HeadingSearch.Find(source, found.Select(pair => (pair.Key, pair.Value)));
        if (search.Positions is [int position])
        {
            return position;
        }

        log.Stop(
            search.Positions.Length == 0 ? ImportIssueCode.MissingColumn : ImportIssueCode.DuplicateColumn,
            line,
            column,
            source.FirstHeading,
            search.Positions.Length == 0
                ? $"The profile names {source} as the header of the column {column}; the header has "
                    + $"{NamesOf(found.Keys)}. Correct the profile or the file.{advice}"
                : $"The header has more than one column that the profile means by {source}, for the column {column}. "
                    + "Name one of them alone, or by its place.");
        return Absent;
    }

    private static string NamesOf(Dictionary<string, int>.KeyCollection found) =>
        found.Count == 0 ? "no names" : string.Join(", ", found);

    /// <summary>Tells the names of columns that nothing reads.</summary>
    public static void TellIgnored(IReadOnlyList<string> ignored, long line, ImportLog log)
    {
        foreach (string name in ignored.Take(MostIgnoredTold))
        {
            log.Note(ImportIssueCode.IgnoredColumn, line, name, "No table column has this name; it is ignored.");
        }

        if (ignored.Count > MostIgnoredTold)
        {
            log.Note(
                ImportIssueCode.IgnoredColumn,
                line,
                null,
                $"No table column has the name of {ignored.Count - MostIgnoredTold} more columns either; they are "
                    + "ignored.");
        }
    }
}
