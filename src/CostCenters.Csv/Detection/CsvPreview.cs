using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Detection;

/// <summary>What an import of postings by a profile would do: its first rows, what it rejects and sets aside, and
/// control totals of the whole file.</summary>
/// <remarks>
/// Nothing is posted. Totals and counts are those of all rows, exact. Immutable.
/// <code>
/// CsvPreview preview = CsvPreview.Create(CsvInput.FromFile("export.csv"), profile, book.Space, rows: 20);
/// ControlTotal amount = preview.Totals[0];
/// </code>
/// </remarks>
public sealed class CsvPreview
{
    private const int Date = 0;
    private const int CenterColumn = 1;
    private const int ElementColumn = 2;
    private const int Amount = 3;
    private const int Quantity = 4;

    private CsvPreview(
        IEnumerable<PreviewRow> rows,
        IEnumerable<ImportIssue> issues,
        ImportedFile file,
        IEnumerable<ControlTotal> totals)
    {
        Rows = [.. rows];
        Issues = [.. issues];
        Counts = file.Counts;
        SetAside = file.SetAside;
        Totals = [.. totals];
    }

    /// <summary>The columns of the rows, as the contract names them.</summary>
    public static ImmutableArray<string> Columns { get; } = [.. PostingRowReader.Schema.Columns];

    /// <summary>The first rows, accepted and rejected, in the order of the file.</summary>
    public ImmutableArray<PreviewRow> Rows { get; }

    /// <summary>Every issue of the file.</summary>
    public ImmutableArray<ImportIssue> Issues { get; }

    /// <summary>The rows of the whole file.</summary>
    public ImportCounts Counts { get; }

    /// <summary>The rows that are set aside, by reason.</summary>
    public ImmutableArray<SetAsideRows> SetAside { get; }

    /// <summary>The control totals of amounts and quantities, in this order; amounts in the sign that an import gives
    /// them, which without a book is that of the file.</summary>
    public ImmutableArray<ControlTotal> Totals { get; }

    /// <summary>Whether something stops the file, so that nothing of it would be read.</summary>
    public bool IsStopped => Issues.Any(issue => issue.Severity == ImportSeverity.FileStopped);

    /// <summary>Previews the import into a book, by all of its rules.</summary>
    /// <param name="input">The file.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="book">Centers, elements, calendar, currency and scale.</param>
    /// <param name="rows">How many rows are shown, 0 or more.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static CsvPreview Create(
        CsvInput input, ImportProfile profile, CubeSpace book, int rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Create(input, profile, TableContext.Of(book), book.Scale, book, rows, cancellation);
    }

    /// <summary>Previews a file without a book: codes are not looked up, amounts keep the sign of the file.</summary>
    /// <param name="input">The file.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="scale">The decimals that amounts may have.</param>
    /// <param name="rows">How many rows are shown, 0 or more.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static CsvPreview Create(
        CsvInput input,
        ImportProfile profile,
        DecimalScale scale,
        int rows,
        CancellationToken cancellation = default) =>
        Create(input, profile, default, scale, null, rows, cancellation);

    private static CsvPreview Create(
        CsvInput input,
        ImportProfile profile,
        TableContext context,
        DecimalScale scale,
        CubeSpace? book,
        int most,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        using TableReader table = TableReader.Open(input, PostingRowReader.Schema, profile, context, cancellation);
        PostingRowReader? reader = book is null
            ? null
            : new PostingRowReader(table, new PostingRules(book), profile, CenterPeriodSet.Empty);
        List<(long Line, string[] Cells)> shown = [];
        var amounts = new RunningTotal("amount", scale);
        var quantities = new RunningTotal("quantity", DecimalScale.Quantity);
        while (table.Read())
        {
            bool isRead = reader is null
                ? TryRead(table.Cells!, scale, out CountedPosting posting)
                : reader.TryReadRow(table.Cells!, out posting);
            bool isAccepted = table.Log.EndRow();
            if (shown.Count < most)
            {
                shown.Add((table.Log.RowLine, CellsOf(table.Rows!, isAccepted ? posting : null, scale)));
            }

            if (isRead && isAccepted)
            {
                amounts.Add(posting.Amount);
                quantities.Add(posting.Quantity);
            }
        }

        ImportResult<object> result = table.Log.ToResult<object>(null);
        return new CsvPreview(
            RowsOf(shown, result.Issues, most),
            result.Issues,
            result.Files[0],
            quantities.Rows == 0 ? [amounts.ToTotal()] : [amounts.ToTotal(), quantities.ToTotal()]);
    }

    /// <summary>Reads a row without master data.</summary>
    private static bool TryRead(CellReader cells, DecimalScale scale, out CountedPosting posting)
    {
        bool isRead = cells.TryGetDate(Date, out LocalDate date);
        isRead &= cells.TryGetCode(CenterColumn, out _);
        isRead &= cells.TryGetCode(ElementColumn, out _);
        isRead &= cells.TryGetAmount(Amount, scale.Digits, out long amount);
        isRead &= cells.TryGetOptionalQuantity(Quantity, out long? quantity);
        posting = isRead
            ? new CountedPosting(0, 0, FiscalCalendar.DayNumber(date), amount, quantity, null, null)
            : default;
        return isRead && !cells.RejectsRow();
    }

    private static string[] CellsOf(TableRows rows, CountedPosting? posting, DecimalScale scale)
    {
        string[] cells = [.. Columns.Select((_, column) => Encoding.UTF8.GetString(rows.Cell(column)))];
        if (posting is CountedPosting read)
        {
            cells[Date] = LocalDatePattern.Iso.Format(FiscalCalendar.FirstDate.PlusDays(read.Day));
            cells[Amount] = scale.ToDecimal(read.Amount).ToString($"F{scale.Digits}", CultureInfo.InvariantCulture);
            cells[Quantity] = PostingsCsv.Quantity(
                read.Quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null) ?? "";
        }

        return cells;
    }

    /// <summary>The rows that are shown, with those among them that fell apart before their cells could be read.
    /// </summary>
    private static IEnumerable<PreviewRow> RowsOf(
        List<(long Line, string[] Cells)> shown, ImmutableArray<ImportIssue> issues, int most)
    {
        long last = shown.Count < most ? long.MaxValue : shown.Select(row => row.Line).DefaultIfEmpty(0).Max();
        ILookup<long, ImportIssue> faults = issues
            .Where(issue => issue.Severity == ImportSeverity.RowRejected && issue.Line is not null)
            .ToLookup(issue => issue.Line!.Value);
        HashSet<long> lines = [.. shown.Select(row => row.Line)];
        return shown
            .Select(row => new PreviewRow(row.Line, row.Cells, faults[row.Line]))
            .Concat(faults
                .Where(group => group.Key <= last && !lines.Contains(group.Key))
                .Select(group => new PreviewRow(group.Key, [], group)))
            .OrderBy(row => row.Line)
            .Take(most);
    }
}
