using System.Data.Common;
using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;

namespace CostCenters.Data.Statements;

/// <summary>The statements over a table of dated amounts, once its columns are known to be exact.</summary>
internal sealed class LedgerQuery
{
    private readonly SqlDialect dialect;
    private readonly SqlLedgerTable table;
    private readonly SqlColumnType date;
    private readonly bool isTextKey;
    private readonly bool hasAllWatermarks;
    private readonly int parts;
    private bool hasAllDays;

    private LedgerQuery(
        SqlDialect dialect,
        SqlLedgerTable table,
        DateSpans spans,
        SqlColumnType date,
        bool isTextKey,
        bool hasAllWatermarks,
        NumberColumn amount,
        NumberColumn? quantity)
    {
        this.dialect = dialect;
        this.table = table;
        this.date = date;
        this.isTextKey = isTextKey;
        this.hasAllWatermarks = hasAllWatermarks;
        Spans = spans;
        Amount = amount;
        parts = amount.Sum("a").Count;
        Quantity = quantity;
    }

    public DateSpans Spans { get; }

    public NumberColumn Amount { get; }

    public NumberColumn? Quantity { get; }

    /// <summary>Looks at the columns.</summary>
    /// <exception cref="SqlColumnException">One of them cannot give exact figures.</exception>
    public static async Task<LedgerQuery> PrepareAsync(
        SqlSession session, CubeSpace space, SqlLedgerTable table, CancellationToken cancellation)
    {
        SqlDialect dialect = session.Dialect;
        List<string> columns = [table.Center, table.Element, table.Date, table.Amount];
        if (table.Quantity is string named)
        {
            columns.Add(named);
        }

        if (table.Key is string key)
        {
            columns.Add(key);
        }

        if (table.Watermark is string watermark)
        {
            columns.Add(watermark);
        }

        SqlColumnType[] types =
            await session.DescribeAsync(table.Table, columns, cancellation).ConfigureAwait(false);
        CodeColumn.Require(dialect, table.Table, table.Center, types[0]);
        CodeColumn.Require(dialect, table.Table, table.Element, types[1]);
        CodeColumn.RequireDay(dialect, table.Table, table.Date, types[2]);
        var query = new LedgerQuery(
            dialect,
            table,
            new DateSpans(space),
            types[2],
            table.Key is not null && types[columns.IndexOf(table.Key)].Kind == SqlColumnKind.Text,
            table.Watermark is not null && !types[^1].IsNullable,
            NumberColumn.OfAmounts(dialect, table.Table, table.Amount, types[3], table.Numbers, space.Scale),
            table.Quantity is string quantity
                ? NumberColumn.OfQuantities(dialect, table.Table, quantity, types[4], table.Numbers)
                : null);
        if (dialect.IsColumnar && dialect.BeginSnapshot is not null)
        {
            await query.ReadExtremesAsync(session, cancellation).ConfigureAwait(false);
        }

        return query;
    }

    private async Task ReadExtremesAsync(SqlSession session, CancellationToken cancellation)
    {
        var text = new SqlText(dialect);
        string day = text.Column(table.Date);
        text.Append($"SELECT COUNT(*) - COUNT({day}), {string.Join(", ", Amount.Extremes)}")
            .Append(Quantity is null ? "" : $", {string.Join(", ", Quantity.Extremes)}")
            .Append($" FROM {dialect.Quote(table.Table)} AS t WHERE 1 = 1{text.And(table.Filters)}");
        await session.ReadAsync(
            text,
            table.Table,
            row =>
            {
                hasAllDays = LedgerGroup.Number(row, 0) == 0;
                Amount.NoteExtremes(row, 1, needsValues: true);
                Quantity?.NoteExtremes(row, 4, needsValues: false);
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>The sums by center, element, span of days, adjustment period and fault.</summary>
    /// <param name="after">Rows above this watermark alone, or null for all.</param>
    public SqlText Groups(object? after)
    {
        var text = new SqlText(dialect);
        (string join, string number) = dialect.SpanOf(Day(text), text.Parameter(Spans.FirstDays));
        string faults = Faults(text);
        List<string> keys = ["c", "e", "s", "x", "f"];
        List<string> inner =
        [
            $"{dialect.Exact(text.Column(table.Center))} AS c",
            $"{dialect.Exact(text.Column(table.Element))} AS e",
            $"{number} AS s",
            $"{(table.AdjustmentPeriod is string column ? text.Column(column) : "0")} AS x",
            $"{faults} AS f",
            $"{Amount.Value(text)} AS a",
        ];
        List<string> sums = [.. Amount.Sum("a")];
        if (Quantity is not null)
        {
            inner.Add($"{Quantity.Value(text)} AS q");
            sums.AddRange(Quantity.Sum("q"));
        }

        sums.Add("COUNT(*)");
        if (table.Watermark is string watermark)
        {
            inner.Add($"{text.Column(watermark)} AS w");
            sums.AddRange(["MAX(w)", hasAllWatermarks ? "COUNT(*)" : "COUNT(w)"]);
        }

        // What is the same in every row needs no grouping.
        string groups = string.Join(", ", keys.Where(key =>
            (key != "x" || table.AdjustmentPeriod is not null) && (key != "f" || faults != "0")));
        string constants = (table.AdjustmentPeriod is null ? ", 0 AS x" : ", x") + (faults == "0" ? ", 0 AS f" : ", f");
        return text.Append($"SELECT c, e, s{constants}, {string.Join(", ", sums)} FROM (SELECT ")
            .Append(string.Join(", ", inner))
            .Append($" FROM {dialect.Quote(table.Table)} AS t {join} WHERE 1 = 1{text.And(table.Filters)}")
            .Append(After(text, after))
            .Append($") AS g GROUP BY {groups}");
    }

    /// <summary>One row of a group, every column as text.</summary>
    public SqlText Sample(LedgerGroup group, IReadOnlyList<string> columns)
    {
        var text = new SqlText(dialect);
        bool hasSpan = group.Span is long span && span >= 1 && span <= Spans.Count;
        (string join, string number) = hasSpan
            ? ("", "")
            : dialect.SpanOf(Day(text), text.Parameter(Spans.FirstDays));
        string select = $"SELECT {string.Join(", ", columns.Select(name => dialect.AsText(text.Column(name))))}"
            + $" FROM {dialect.Quote(table.Table)} AS t {join}"
            + $" WHERE {text.IsEqual(text.Column(table.Center), group.Center)}"
            + $" AND {text.IsEqual(text.Column(table.Element), group.Element)}"
            + $" AND {(hasSpan ? IsIn(text, [(int)group.Span!.Value]) : text.IsEqual(number, group.Span))}"
            + $" AND {Faults(text)} = {text.Parameter((int)group.Faults)}"
            + (table.AdjustmentPeriod is string column
                ? $" AND {text.IsEqual(text.Column(column), group.AdjustmentPeriod)}"
                : "")
            + text.And(table.Filters)
            + $" ORDER BY {text.Column(table.Key ?? table.Date)}";
        return text.Append(dialect.First(select, 1));
    }

    /// <summary>Rows without faults of their own, in order of the key; of some cells or of all.</summary>
    /// <param name="cells">For each cell its codes, spans of days and adjustment period; null for all.</param>
    /// <param name="after">Rows behind this key alone, or null for the first.</param>
    /// <param name="count">The most rows.</param>
    public SqlText Rows(IReadOnlyCollection<CellPlace>? cells, object? after, int count)
    {
        var text = new SqlText(dialect);
        string Optional(string? name) => name is null ? "NULL" : text.Column(name);
        string key = text.Column(table.Key!);
        key = isTextKey ? dialect.Exact(key) : key;
        string select = $"SELECT {key}, {Day(text)}, {text.Column(table.Center)}, {text.Column(table.Element)}, "
            + $"{Optional(table.AdjustmentPeriod)}, {Optional(table.Reference)}, {Optional(table.Text)}, "
            + $"{text.Column(table.Amount)}{(table.Quantity is string column ? ", " + text.Column(column) : "")}"
            + $" FROM {dialect.Quote(table.Table)} AS t WHERE {Faults(text)} = 0";
        if (cells is not null)
        {
            select += $" AND ({string.Join(" OR ", cells.Select(cell => IsOf(text, cell)))})";
        }

        select += text.And(table.Filters);
        if (after is not null)
        {
            select += $" AND {key} > {text.Parameter(after)}";
        }

        return text.Append(dialect.First($"{select} ORDER BY {key}", count));
    }

    private string IsOf(SqlText text, CellPlace cell) =>
        $"({text.IsEqual(text.Column(table.Center), cell.Center)} AND "
            + $"{text.IsEqual(text.Column(table.Element), cell.Element)} AND {IsIn(text, cell.Spans)}"
            + (table.AdjustmentPeriod is string column
                ? $" AND COALESCE({text.Column(column)}, 0) = {text.Parameter(cell.AdjustmentPeriod)})"
                : ")");

    /// <summary>Whether a row lies in one of some spans, half-open, so that an index of the days is of use.</summary>
    private string IsIn(SqlText text, IReadOnlyList<int> spans)
    {
        var ranges = new List<string>();
        string day = text.Column(table.Date);
        for (int first = 0; first < spans.Count;)
        {
            int last = first;
            while (last + 1 < spans.Count && spans[last + 1] == spans[last] + 1)
            {
                last++;
            }

            ranges.Add($"{day} >= {text.Parameter(Spans.DateOf(spans[first]))}"
                + $" AND {day} < {text.Parameter(Spans.DateOf(spans[last] + 1))}");
            first = last + 1;
        }

        return ranges.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", ranges)})";
    }

    private string Day(SqlText text) => dialect.Day(text.Column(table.Date), date.Kind);

    /// <summary>How many rows lie at or below a watermark.</summary>
    public SqlText CountThrough(object watermark)
    {
        var text = new SqlText(dialect);
        return text.Append($"SELECT COUNT(*) FROM {dialect.Quote(table.Table)} AS t WHERE ")
            .Append($"{text.Column(table.Watermark!)} <= {text.Parameter(watermark)}{text.And(table.Filters)}");
    }

    /// <summary>Reads a group.</summary>
    public LedgerGroup Read(DbDataReader row)
    {
        var faults = (RowFaults)LedgerGroup.Number(row, 4)!.Value;
        int place = 5 + parts;
        Int128? quantity = null;
        if (Quantity is not null)
        {
            // The sum of no value is none.
            quantity = faults == RowFaults.None && !row.IsDBNull(place) ? Quantity.Read(row, place, parts) : null;
            place += parts;
        }

        return new LedgerGroup(
            row.IsDBNull(0) ? null : row.GetString(0),
            row.IsDBNull(1) ? null : row.GetString(1),
            LedgerGroup.Number(row, 2),
            LedgerGroup.Number(row, 3),
            faults,
            faults == RowFaults.None ? Amount.Read(row, 5, parts) : 0,
            quantity,
            LedgerGroup.Number(row, place)!.Value,
            table.Watermark is null || row.IsDBNull(place + 1) ? null : row.GetValue(place + 1),
            table.Watermark is null ? null : LedgerGroup.Number(row, place + 2));
    }

    private string After(SqlText text, object? watermark) =>
        watermark is null ? "" : $" AND {text.Column(table.Watermark!)} > {text.Parameter(watermark)}";

    private string Faults(SqlText text)
    {
        string faults = NumberColumn.FaultsOf(Amount, Quantity, text);
        return date.IsNullable && !hasAllDays
            ? $"{faults} + CASE WHEN {text.Column(table.Date)} IS NULL THEN {(int)RowFaults.DateMissing} ELSE 0 END"
            : faults;
    }
}
