using System.Globalization;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Detection;

/// <summary>Finds what divides cells, whether quotes do, and whether rows are framed.</summary>
internal static class LayoutFinding
{
    private const int MostRowsScored = 300;
    private const int MostCellsTyped = 20;

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    /// <summary>Sets delimiter, quotes and frame, and gives the rows; null when the file has no cells.</summary>
    public static List<SampleRow>? Find(FileSample sample, string text, ProposalDraft draft, out string? stop)
    {
        ImportProfile start = draft.Profile.WithSeparatorLine();
        string? named = NamedDelimiter(text);
        if (named is not null)
        {
            draft.Profile = start;
            draft.Say($"The first line names the delimiter: sep={Show(named[0])}.");
        }

        if (IsFramed(text))
        {
            draft.Profile = draft.Profile.WithDelimiter('|').WithFramedRows();
            List<SampleRow> rows = SampleRow.ReadAll(sample, draft.Profile, out stop);
            draft.Say("Rows stand between | and |; other lines and rulers are set aside.");
            return [.. rows.Where(row => row.Cells.Length > 2 && row.Cells[0].Length == 0).Select(Unframed)];
        }

        stop = null;
        (char Delimiter, List<SampleRow> Rows, decimal Score) best = (',', [], 0);
        decimal second = 0;
        foreach (char delimiter in named is null ? Delimiters : [named[0]])
        {
            List<SampleRow> rows = SampleRow.ReadAll(sample, start.WithDelimiter(delimiter), out string? stopped);
            stop ??= stopped;
            decimal score = Score(rows);
            second = score > best.Score ? best.Score : Math.Max(second, score);
            best = score > best.Score ? (delimiter, rows, score) : best;
        }

        if (stop is not null || best.Score == 0)
        {
            return null;
        }

        draft.Profile = draft.Profile.WithDelimiter(best.Delimiter);
        List<SampleRow> found = FindQuotes(sample, best.Rows, draft);
        SayDelimiter(best.Delimiter, found, draft);
        if (second > best.Score * 0.8m)
        {
            draft.Hint(
                "delimiter",
                "Another character divides the lines nearly as well. Look at the columns of the preview.",
                "WithDelimiter",
                "delimiter",
                [.. Delimiters.Where(each => each != best.Delimiter).Select(each => new ProfileChoice(
                    Show(each), $"Cells are divided by {Show(each)}", profile => profile.WithDelimiter(each)))]);
        }

        return found;
    }

    /// <summary>The number of cells that most rows have; 0 where no row has two.</summary>
    public static int Width(IEnumerable<SampleRow> rows) => rows
        .Where(row => row.Cells.Length > 1)
        .GroupBy(row => row.Cells.Length)
        .OrderByDescending(group => group.Count())
        .ThenByDescending(group => group.Key)
        .Select(group => group.Key)
        .FirstOrDefault();

    /// <summary>A delimiter as people name it.</summary>
    public static string Show(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    private static string? NamedDelimiter(string text)
    {
        string line = text.Split('\n', 2)[0].TrimEnd('\r');
        return line.StartsWith("sep=", StringComparison.Ordinal)
            && line.Length == 5 && ImportProfile.IsDelimiter(line[4])
            ? line[4..]
            : null;
    }

    private static bool IsFramed(string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r', ' ')).Where(line => line.Length > 0)
            .Take(MostRowsScored)];
        return lines.Count(line => line.Length > 3 && line[0] == '|' && line[^1] == '|') is int framed
            && framed > 1
            && framed > lines.Length / 3;
    }

    private static SampleRow Unframed(SampleRow row) => row with { Cells = row.Cells[1..^1] };

    /// <summary>How table-like the rows are: as wide as each other, typed columns, known headings.</summary>
    private static decimal Score(List<SampleRow> rows)
    {
        SampleRow[] filled = [.. rows.Where(row => row.IsBroken || row.Filled > 0).Take(MostRowsScored)];
        int width = Width(filled);
        if (width == 0)
        {
            return 0;
        }

        SampleRow[] whole = [.. filled.Where(row => row.Cells.Length == width)];
        decimal share = (decimal)whole.Length / filled.Length;
        int typed = Enumerable.Range(0, Math.Min(width, 60)).Count(position => IsTyped(whole.Skip(1), position));
        int known = filled.Max(row => row.Cells.Count(cell => KnownHeadings.IsKnown(cell.Trim(), isBudget: true)));
        return share * (1 + typed + (3 * known) + (0.01m * Math.Min(width, 60)));
    }

    private static bool IsTyped(IEnumerable<SampleRow> rows, int position)
    {
        string[] cells = [.. rows.Select(row => row[position]).Where(cell => cell.Length > 0).Take(MostCellsTyped)];
        return cells.Length > 0 && cells.Count(CellKinds.IsTyped) >= 0.8m * cells.Length;
    }

    /// <summary>Quotes are literal where no cell is quoted whole and rows hold together only so.</summary>
    private static List<SampleRow> FindQuotes(FileSample sample, List<SampleRow> rows, ProposalDraft draft)
    {
        int broken = rows.Count(row => row.IsBroken);
        if (broken == 0)
        {
            return rows;
        }

        List<SampleRow> literal = SampleRow.ReadAll(sample, draft.Profile.WithLiteralQuotes(), out _);
        int width = Width(literal);
        bool isQuoted = literal.Exists(row => row.Cells.Any(cell => cell is ['"', _, .., '"']));
        bool isWhole = literal.TrueForAll(row => row.Filled == 0 || row.Cells.Length == width);
        if (!isQuoted && isWhole)
        {
            draft.Profile = draft.Profile.WithLiteralQuotes();
            draft.Say("Quotes stand within cells and never around them: they are text.");
            return literal;
        }

        draft.Hint(
            "quotes",
            string.Create(CultureInfo.InvariantCulture, $"{broken} rows are badly quoted and will be rejected."),
            "WithLiteralQuotes",
            "literalQuotes");
        return rows;
    }

    private static void SayDelimiter(char delimiter, List<SampleRow> rows, ProposalDraft draft)
    {
        int width = Width(rows);
        int count = rows.Count(row => row.Cells.Length == width);
        int all = rows.Count(row => row.IsBroken || row.Filled > 0);
        draft.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{Show(delimiter)} stands {width - 1} times in "
                + $"{(count == all ? "each" : count.ToString(CultureInfo.InvariantCulture))} of {all} rows."));
    }
}
