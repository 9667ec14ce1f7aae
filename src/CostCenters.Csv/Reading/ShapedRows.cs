using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Reading;

/// <summary>The rows of a table, made from those of a foreign file as its profile says.</summary>
/// <remarks>
/// Each row of the file is one of: a row of the table, several of them (period columns), or a row set aside with its
/// reason (a title, a section's label, a balance, a total that agrees, a row that a filter names).
/// </remarks>
internal sealed class ShapedRows : TableRows
{
    private const int MostRowsAhead = 100;

    private readonly FileRows file;
    private readonly ForeignRow row;
    private readonly FileShape shape;
    private readonly ShapedHeader header;
    private readonly ShapedColumns columns;
    private readonly RowSorting sorting;
    private readonly PeriodReading? periods;
    private readonly ImportLog log;
    private readonly Queue<SavedRow> waiting = [];
    private readonly MovedHeader? moved;
    private DirectionWatch? watch;
    private int? firstCount;
    private bool isEnded;

    private ShapedRows(
        FileRows file,
        ForeignRow row,
        FileShape shape,
        ShapedHeader header,
        ShapedColumns columns,
        RowSorting sorting,
        PeriodReading? periods,
        DirectionWatch? watch,
        ImportLog log)
    {
        this.watch = watch;
        this.file = file;
        this.row = row;
        this.shape = shape;
        this.header = header;
        this.columns = columns;
        this.sorting = sorting;
        this.periods = periods;
        this.log = log;
        moved = header.Names is null ? null : new MovedHeader(header.Names);
        HeaderLine = header.Line;
    }

    public override long HeaderLine { get; }

    public override byte Delimiter => file.Delimiter;

    public override bool HasWatched => watch is null;

    /// <summary>The headings by position; null where there is no header.</summary>
    public IReadOnlyList<string>? HeaderNames => header.Names;

    /// <summary>Reads the header; null when it stops the file.</summary>
    public static ShapedRows? Create(
        FileRows file, RowSchema schema, ImportProfile profile, TableContext context, ImportLog log)
    {
        var row = new ForeignRow(file, profile);
        ShapedRows? rows = ShapedHeader.Read(file, schema, profile, row, log) is ShapedHeader header
            ? Bind(file, schema, profile, context, row, header, log)
            : null;
        if (rows is null)
        {
            file.Dispose();
        }

        return rows;
    }

    public override bool Read()
    {
        while (true)
        {
            if (periods is not null && periods.Next(row))
            {
                TakeRow();
                return true;
            }

            if (!Advance())
            {
                return false;
            }

            if (periods is not null)
            {
                periods.Begin();
            }
            else
            {
                TakeRow();
                return true;
            }
        }
    }

    public override ReadOnlySpan<byte> Cell(int column) => columns.Cell(column);

    public override bool IsContractForm(int column) => columns.IsContractForm(column);

    public override bool IsTold(int column) => columns.IsTold(column);

    public override void Dispose() => file.Dispose();

    private static ShapedRows? Bind(
        FileRows file,
        RowSchema schema,
        ImportProfile profile,
        TableContext context,
        ForeignRow row,
        ShapedHeader header,
        ImportLog log)
    {
        FileShape shape = profile.Settings.Shape;
        file.StopsAtBrokenRows = shape.Sections is not null;
        var binder = new SourceBinder(header.Names, header.Line, file.Delimiter, row, log);
        PeriodReading? periods = shape.Periods is PeriodColumns rule
            ? PeriodReading.Create(rule, header.Names, header.Line, context, binder, log)
            : null;
        AmountReading? amount = AmountOf(schema, profile, header.Names) is AmountSource source
            ? new AmountReading(
                source,
                profile.Settings.Numbers,
                shape.Currency is CurrencyRule currency
                    ? new CurrencyReading(currency, context.Currency, binder)
                    : null,
                binder)
            : null;
        ShapedColumns columns = ShapedColumns.Bind(
            schema, profile, amount, periods, header.Names, header.Line, binder, log);
        var sorting = new RowSorting(shape, profile.Settings.Numbers, amount, periods, header.Names, binder);
        binder.TellLackingMetadata();
        (string Name, int Position)[] ignored =
        [
            .. (header.Names ?? []).Select((name, position) => (name, position))
                .Where(column => column.name.Length > 0 && !binder.Used.Contains(column.position)),
        ];
        HeaderMap.TellIgnored([.. ignored.Select(column => column.Name)], header.Line, log);
        DirectionWatch? watch = amount is null || shape.IsFramed ? null : new DirectionWatch(ignored);
        return log.IsStopped ? null : new(file, row, shape, header, columns, sorting, periods, watch, log);
    }

    /// <summary>Where the amount stands: as the profile says, in the cell of a period, or under its own name.</summary>
    private static AmountSource? AmountOf(RowSchema schema, ImportProfile profile, IReadOnlyList<string>? header)
    {
        if (!schema.Columns.Contains(ShapedColumns.AmountColumn))
        {
            return null;
        }

        if (profile.Amount is AmountSource amount)
        {
            return amount;
        }

        return profile.Columns.TryGetValue(ShapedColumns.AmountColumn, out ColumnSource? source)
            ? AmountSource.FromColumn(source)
            : profile.Periods is not null ? AmountSource.FromColumn(PeriodCellSource.Instance)
            : header?.Contains(ShapedColumns.AmountColumn, StringComparer.OrdinalIgnoreCase) == true
                ? AmountSource.FromColumn(ColumnSource.Named(ShapedColumns.AmountColumn))
                : null;
    }

    /// <summary>Goes on to the next row of the file that is no other than rows of the table.</summary>
    private bool Advance()
    {
        while (NextFileRow())
        {
            if (row.IsBlank)
            {
                continue;
            }

            row.Clear();
            if (sorting.Sort(row) is RowVerdict verdict)
            {
                if (verdict.IsStop)
                {
                    log.Stop(verdict.Code!, row.Line, null, null, verdict.Message);
                    return false;
                }

                Settle(verdict);
            }
            else if (!HasRightCells())
            {
                log.BeginRow(row.Line);
                RowReader.TellRagged(log, ExpectedCells, row.CellCount);
                log.EndRow();
            }
            else if (sorting.SortLast(row, IsFollowedByAmounts) is RowVerdict total)
            {
                Settle(total);
            }
            else
            {
                return true;
            }
        }

        if (!isEnded)
        {
            isEnded = true;
            TellMergedCodes();
        }

        return false;
    }

    private bool NextFileRow()
    {
        moved?.Look(row.Cell, row.CellCount, log);
        bool isSaved = waiting.TryDequeue(out SavedRow? saved);
        row.Show(saved);
        if (isSaved)
        {
            return true;
        }

        bool isRead = file.Read();
        if (isRead)
        {
            watch?.See(file);
        }

        if (watch is not null && (watch.IsDone || !isRead))
        {
            watch.Tell(log);
            watch = null;
        }

        return isRead;
    }

    /// <summary>Whether a row with an amount comes behind the current one; the rows up to it are read again.</summary>
    private bool IsFollowedByAmounts()
    {
        SavedRow current = row.Save();
        bool isFollowed = waiting.Count > 0;
        while (!isFollowed && waiting.Count < MostRowsAhead && file.Read())
        {
            row.Show(null);
            isFollowed = sorting.HasAmount(row);
            waiting.Enqueue(row.Save());
        }

        row.Show(current);
        return isFollowed || waiting.Count == MostRowsAhead;
    }

    private void Settle(RowVerdict verdict)
    {
        log.BeginRow(row.Line);
        if (verdict.Reason is string reason)
        {
            log.SetAsideRow(reason);
            return;
        }

        log.Fault(verdict.Code!, null, verdict.Value, verdict.Message);
        log.EndRow();
    }

    /// <summary>As many cells as the header has, or else the first row.</summary>
    private int ExpectedCells => header.Names?.Count ?? (firstCount ??= row.CellCount);

    private bool HasRightCells()
    {
        int expected = ExpectedCells;
        return row.CellCount == expected
            || (row.CellCount < expected && (shape.AllowsShortRows || shape.Sections is not null))
            || (row.CellCount > expected && (shape.AllowsSurplusCells || row.IsEmptyFrom(expected)));
    }

    private void TakeRow()
    {
        log.BeginRow(row.Line);
        columns.Read(row, log);
        sorting.Add(row, log);
    }

    /// <summary>Codes that only their form keeps apart are one center or element now, which may be wrong.</summary>
    private void TellMergedCodes()
    {
        foreach ((string first, string second, long line) in row.MergedCodes)
        {
            log.Note(
                ImportIssueCode.MergedCodes,
                line,
                null,
                log.TellsValues
                    ? $"\"{ShownText.Of(second)}\" and \"{ShownText.Of(first)}\" differ by their form alone and are "
                        + "read as one code. Check that they mean the same."
                    : "Two codes differ by their form alone and are read as one. Check that they mean the same.");
        }
    }
}
