using CostCenters.Cubes;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;

namespace CostCenters.Data;

public sealed partial class SqlSnapshot
{
    /// <summary>Reads the cube of a table of dated amounts: postings, or what is open of orders.</summary>
    /// <remarks>
    /// The engine groups by center, element and span of days, where a span ends with each period and wherever the
    /// validity of a center or element changes; whether a group may be posted is asked of
    /// <see cref="Ledgers.PostingRules"/>.
    /// </remarks>
    /// <param name="space">Centers, elements, calendar and scale.</param>
    /// <param name="table">The names of the table.</param>
    /// <param name="since">A reading of the same table that is brought up to date by the rows above its watermark, or
    /// null to read all. The rows up to it must be as many as they were.</param>
    /// <param name="progress">Told how many rows the groups read so far stand for, or null.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> or <paramref name="table"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException"><paramref name="since"/> is given, and the table has no
    /// watermark.</exception>
    /// <exception cref="CubeSpaceMismatchException">The space does not extend that of <paramref name="since"/>.
    /// </exception>
    /// <exception cref="SqlColumnException">A column cannot give exact figures.</exception>
    /// <exception cref="SqlReadException">The engine failed, or the table changed.</exception>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<SqlLedgerReading> ReadLedgerAsync(
        CubeSpace space,
        SqlLedgerTable table,
        SqlLedgerReading? since = null,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(table);
        if (since is not null && table.Watermark is null)
        {
            throw new ArgumentException("A reading is brought up to date by a watermark column.", nameof(table));
        }

        LedgerQuery query =
            await LedgerQuery.PrepareAsync(session, space, table, cancellation).ConfigureAwait(false);
        if (since?.Watermark is object watermark)
        {
            await RequireSameRowsAsync(query, table, watermark, since.RowsRead, cancellation).ConfigureAwait(false);
        }

        long? before = since is null
            ? await CountAsync(table.Table, table.Filters, cancellation).ConfigureAwait(false)
            : null;
        var sums = new LedgerSums(space, query, table);
        await session.ReadAsync(
            query.Groups(since?.Watermark),
            table.Table,
            row =>
            {
                sums.Add(query.Read(row));
                progress?.Report(sums.RowsRead);
            },
            cancellation).ConfigureAwait(false);
        SqlLedgerReading reading = sums.ToReading(
            await FindSamplesAsync(query, table, sums, cancellation).ConfigureAwait(false),
            await FindFoldedAsync(table, sums, cancellation).ConfigureAwait(false),
            since?.Watermark,
            cancellation);
        RequireUnchanged(
            table.Table,
            before,
            reading.RowsRead,
            before is null ? null : await CountAsync(table.Table, table.Filters, cancellation).ConfigureAwait(false));
        return since is null
            ? reading
            : SqlLedgerReading.Merge(space, [since, reading], reading.Watermark, reading.Cube);
    }

    /// <summary>A row that came late, below the watermark, would never be read.</summary>
    private async Task RequireSameRowsAsync(
        LedgerQuery query, SqlLedgerTable table, object watermark, long expected, CancellationToken cancellation)
    {
        long rows = 0;
        await session.ReadAsync(query.CountThrough(watermark), table.Table, row => rows = LongOf(row, 0), cancellation)
            .ConfigureAwait(false);
        if (rows != expected)
        {
            throw new SqlReadException(
                $"{Dialect.Name}, table '{table.Table}'",
                FormattableString.Invariant(
                    $"up to watermark {watermark} there were {expected} rows, now there are {rows}. Read it anew."));
        }
    }

    private async Task<List<SqlRejection>> FindSamplesAsync(
        LedgerQuery query, SqlLedgerTable table, LedgerSums sums, CancellationToken cancellation)
    {
        List<string> columns = [];
        foreach (string? name in new[]
            {
                table.Key, table.Date, table.Center, table.Element, table.AdjustmentPeriod, table.Amount,
                table.Quantity, table.Reference,
            })
        {
            if (name is not null && !columns.Contains(name))
            {
                columns.Add(name);
            }
        }

        var rejections = new List<SqlRejection>();
        foreach ((SqlRejectionReason reason, string column, long rows, LedgerGroup group) in sums.Rejected.All)
        {
            string? sample = null;
            await session.ReadAsync(
                query.Sample(group, columns),
                table.Table,
                row => sample = string.Join(", ", columns.Select((name, i) => $"{name}={TextOf(row, i)}")),
                cancellation).ConfigureAwait(false);
            sample ??= $"{table.Center}={group.Center}, {table.Element}={group.Element}";
            rejections.Add(new SqlRejection(reason, column, rows, sample));
        }

        return rejections;
    }

    /// <summary>Asks the engine only where the codes look alike.</summary>
    private async Task<List<string>> FindFoldedAsync(
        SqlLedgerTable table, LedgerSums sums, CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach ((string column, IEnumerable<string> codes) in
            new[] { (table.Center, sums.CenterCodes), (table.Element, sums.ElementCodes) })
        {
            foreach (IReadOnlyList<string> alike in CodeColumn.Alike(codes))
            {
                var text = new SqlText(Dialect);
                string exact = Dialect.Exact(text.Column(column));
                text.Append($"SELECT {text.Column(column)} FROM {Dialect.Quote(table.Table)} AS t WHERE {exact} IN (")
                    .Append(string.Join(", ", alike.Select(code => text.Parameter(code))))
                    .Append($") GROUP BY {text.Column(column)}");
                int groups = 0;
                await session.ReadAsync(text, table.Table, _ => groups++, cancellation).ConfigureAwait(false);
                if (groups < alike.Count)
                {
                    found.Add($"{column}: {string.Join(", ", alike)}");
                }
            }
        }

        return found;
    }
}
