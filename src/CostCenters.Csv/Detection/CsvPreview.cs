using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Csv.Detection;

/// <summary>What an import of postings or budgets by a profile would do: its first rows, what it rejects and sets
/// aside, and control totals of the whole file.</summary>
/// <remarks>
/// Nothing is posted. Totals and counts are those of all rows, exact. Immutable.
/// <code>
/// CsvPreview preview = CsvPreview.Create(CsvInput.FromFile("export.csv"), profile, book.Space, rows: 20);
/// ControlTotal amount = preview.Totals[0];
/// </code>
/// </remarks>
public sealed class CsvPreview
{
    private CsvPreview(
        IEnumerable<PreviewRow> rows,
        IEnumerable<ImportIssue> issues,
        ImportedFile file,
        IEnumerable<ControlTotal> totals,
        ImmutableArray<string> rowColumns)
    {
        RowColumns = rowColumns;
        Rows = [.. rows];
        Issues = [.. issues];
        Counts = file.Counts;
        SetAside = file.SetAside;
        Totals = [.. totals];
    }

    /// <summary>The columns of postings, as the contract names them.</summary>
    public static ImmutableArray<string> Columns { get; } = [.. PostingRowReader.Schema.Columns];

    /// <summary>The columns of budgets, as the contract names them.</summary>
    public static ImmutableArray<string> BudgetColumns { get; } = [.. BudgetRowReader.Schema.Columns];

    /// <summary>The columns of the rows: those of postings or of budgets.</summary>
    public ImmutableArray<string> RowColumns { get; }

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
        return Create(
            input,
            profile,
            PostingRowReader.Schema,
            TableContext.Of(book),
            table => new PostingPreview(table, profile, book.Scale, book),
            rows,
            cancellation);
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
        Create(
            input,
            profile,
            PostingRowReader.Schema,
            default,
            table => new PostingPreview(table, profile, scale, null),
            rows,
            cancellation);

    /// <summary>Previews the import of budgets into a book, by all of its rules.</summary>
    /// <param name="input">The file.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="book">Centers, elements, calendar, currency and scale.</param>
    /// <param name="rows">How many rows are shown, 0 or more.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static CsvPreview CreateBudget(
        CsvInput input, ImportProfile profile, CubeSpace book, int rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Create(
            input,
            profile,
            BudgetRowReader.Schema,
            TableContext.Of(book),
            table => new BudgetPreview(table, profile, book.Scale, book.Calendar, book),
            rows,
            cancellation);
    }

    /// <summary>Previews a file of budgets without a book: codes are not looked up, amounts keep the sign of the file.
    /// </summary>
    /// <param name="input">The file.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="calendar">The fiscal calendar of its periods.</param>
    /// <param name="scale">The decimals that amounts may have.</param>
    /// <param name="rows">How many rows are shown, 0 or more.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static CsvPreview CreateBudget(
        CsvInput input,
        ImportProfile profile,
        FiscalCalendar calendar,
        DecimalScale scale,
        int rows,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Create(
            input,
            profile,
            BudgetRowReader.Schema,
            new TableContext(null, calendar),
            table => new BudgetPreview(table, profile, scale, calendar, null),
            rows,
            cancellation);
    }

    private static CsvPreview Create(
        CsvInput input,
        ImportProfile profile,
        RowSchema schema,
        TableContext context,
        Func<TableReader, TablePreview> previewOf,
        int most,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        using TableReader table = TableReader.Open(input, schema, profile, context, cancellation);
        TablePreview preview = previewOf(table);
        List<(long Line, string[] Cells)> shown = [];
        var amounts = new RunningTotal("amount", preview.Scale);
        var quantities = new RunningTotal("quantity", DecimalScale.Quantity);
        while (table.Read())
        {
            bool isRead = preview.TryRead(table.Cells!);
            bool isAccepted = table.Log.EndRow();
            if (shown.Count < most)
            {
                shown.Add((table.Log.RowLine, preview.CellsOf(table.Rows!, isAccepted)));
            }

            if (isRead && isAccepted)
            {
                amounts.Add(preview.Amount);
                quantities.Add(preview.Quantity);
            }
        }

        ImportResult<object> result = table.Log.ToResult<object>(null);
        return new CsvPreview(
            RowsOf(shown, result.Issues, most),
            result.Issues,
            result.Files[0],
            quantities.Rows == 0 ? [amounts.ToTotal()] : [amounts.ToTotal(), quantities.ToTotal()],
            [.. schema.Columns]);
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
