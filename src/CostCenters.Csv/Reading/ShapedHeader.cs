using System.Globalization;
using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Reading;

/// <summary>Finds the header of a foreign file and keeps the texts above it.</summary>
internal sealed class ShapedHeader
{
    private const int MostCellsTold = 12;

    private ShapedHeader(IReadOnlyList<string>? names, long line)
    {
        Names = names;
        Line = line;
    }

    /// <summary>The headings by position, without white space around them; null where there is no header.</summary>
    public IReadOnlyList<string>? Names { get; }

    public long Line { get; }

    /// <summary>Reads up to the header; null when there is none, which is told.</summary>
    public static ShapedHeader? Read(
        FileRows file, RowSchema schema, ImportProfile profile, ForeignRow row, ImportLog log)
    {
        FileShape shape = profile.Settings.Shape;
        NamedSource[] wanted = [.. Wanted(schema, profile)];
        int last = shape.Header.Within;
        List<(long Line, string[] Cells)> above = [];
        if (shape.Header.IsNone)
        {
            // Metadata of a file without header stands in its first rows, which are then no data.
            int lines = shape.Metadata.Select(metadata => metadata.Line).DefaultIfEmpty(0).Max();
            while (above.Count < lines && file.ReadAny() is bool isWhole)
            {
                above.Add((file.Line, isWhole ? CellsOf(row) : []));
            }

            return TakeMetadata(shape, above, row, file.Line, log) ? new(null, file.Line) : null;
        }

        if (shape.Header.Within == 0)
        {
            return ReadFirst(file, row, log) is string[] names && TakeMetadata(shape, above, row, file.Line, log)
                ? new(names, file.Line)
                : null;
        }

        for (int tried = 0; tried < last && !log.IsStopped; tried++)
        {
            if (file.ReadAny() is not bool isWhole)
            {
                break;
            }

            string[] cells = isWhole ? CellsOf(row) : [];
            bool isHeader = wanted.All(each => HeadingSearch.Find(each, Positions(cells)).Positions.Length > 0)
                && HasPeriods(shape, cells)
                && cells.Any(cell => cell.Length > 0);
            if (isHeader)
            {
                return TakeMetadata(shape, above, row, file.Line, log) && file.HasHeaderWithinLimits()
                    ? new(cells, file.Line)
                    : null;
            }

            above.Add((file.Line, cells));
        }

        TellNone(wanted, above, last, file.Delimiter, log);
        return null;
    }

    /// <summary>The row in which a header is expected; null when there is none, which is told.</summary>
    private static string[]? ReadFirst(FileRows file, ForeignRow row, ImportLog log)
    {
        if (!file.ReadHeader())
        {
            return null;
        }

        string[] cells = CellsOf(row);
        if (cells.All(cell => cell.Length == 0))
        {
            HeaderMap.TellEmpty(file.Line, log);
        }

        return !log.IsStopped && file.HasHeaderWithinLimits() ? cells : null;
    }

    /// <summary>The headings without which a row is not the header: those of the profile, and the table's own names of
    /// columns that must be there and that the profile does not give otherwise.</summary>
    private static IEnumerable<NamedSource> Wanted(RowSchema schema, ImportProfile profile)
    {
        for (int column = 0; column < schema.Columns.Count; column++)
        {
            string name = schema.Columns[column];
            bool isAmount = name == ShapedColumns.AmountColumn;
            bool isGiven = (isAmount && (profile.Amount ?? (object?)profile.Periods) is not null)
                || (name is "date" or "period" && profile.Periods is not null);
            IEnumerable<NamedSource> names = profile.Columns.TryGetValue(name, out ColumnSource? source)
                ? SourceParts.NamedIn(source)
                : schema.IsRequired[column] && !isGiven ? [new NamedSource([name])] : [];
            foreach (NamedSource named in names)
            {
                yield return named;
            }
        }

        foreach (NamedSource named in profile.Amount is AmountSource amount ? SourceParts.NamedIn(amount) : [])
        {
            yield return named;
        }
    }

    private static bool HasPeriods(FileShape shape, string[] cells) =>
        shape.Periods is not PeriodColumns periods
        || cells.Any(cell => periods.Patterns.Any(pattern => PeriodHeading.Read(cell, 0, pattern) is not null));

    private static string[] CellsOf(ForeignRow row)
    {
        string[] cells = new string[row.CellCount];
        for (int position = 0; position < cells.Length; position++)
        {
            cells[position] = Encoding.UTF8.GetString(ForeignRow.Trim(row.Cell(position)));
        }

        return cells;
    }

    private static IEnumerable<(string Heading, int Position)> Positions(string[] cells) =>
        cells.Select((cell, position) => (cell, position)).Where(each => each.cell.Length > 0);

    /// <summary>Takes the texts above the header; false when one lacks, which is told.</summary>
    private static bool TakeMetadata(
        FileShape shape, List<(long Line, string[] Cells)> above, ForeignRow row, long line, ImportLog log)
    {
        foreach (FileMetadata metadata in shape.Metadata)
        {
            if (metadata.Pattern is string pattern)
            {
                HeadingPattern form = HeadingPattern.Parse(pattern);
                IReadOnlyDictionary<string, string>? found = above
                    .SelectMany(each => each.Cells)
                    .Select(form.Match)
                    .FirstOrDefault(places => places is not null);
                foreach ((string name, string text) in found ?? new Dictionary<string, string>())
                {
                    row.SetMetadata(name, text);
                }

                if (found is null)
                {
                    TellLacking(line, pattern, $"A text \"{pattern}\" was expected above the header.", log);
                }

                continue;
            }

            string[]? cells = above.Find(each => each.Line == metadata.Line).Cells;
            if (cells is not null && metadata.Cell <= cells.Length)
            {
                row.SetMetadata(metadata.Name!, cells[metadata.Cell - 1]);
            }
            else
            {
                TellLacking(metadata.Line, metadata.Name!, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Cell {metadata.Cell} of line {metadata.Line} was expected above the header."), log);
            }
        }

        return !log.IsStopped;
    }

    private static void TellLacking(long line, string name, string message, ImportLog log) =>
        log.Stop(ImportIssueCode.MissingMetadata, line, null, name, message + " Correct the profile or the file.");

    private static void TellNone(
        IEnumerable<NamedSource> wanted,
        List<(long Line, string[] Cells)> above,
        int rows,
        byte delimiter,
        ImportLog log)
    {
        if (log.IsStopped)
        {
            return;
        }

        string advice = above.Select(each => FormAdvice.OfHeader(each.Cells, delimiter))
            .FirstOrDefault(each => each.Length > 0, "");
        string seen = above.Find(each => each.Cells.Count(cell => cell.Length > 0) > 1).Cells is string[] cells
            ? $" The first row with several cells has {string.Join(", ", cells.Take(MostCellsTold))}."
            : "";
        log.Stop(
            ImportIssueCode.NoHeader,
            null,
            null,
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"A header with {string.Join(" and ", wanted)} was expected within the first {rows} rows.")
                + seen + advice);
    }
}
