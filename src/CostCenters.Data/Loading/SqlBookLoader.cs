using System.Data.Common;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Data.Loading;

/// <summary>Writes a book into the tables of a database, all of it or nothing.</summary>
/// <remarks>Amounts go in at the scale of the space and quantities with six decimals, so nothing is rounded on the way.
/// </remarks>
public sealed class SqlBookLoader
{
    private const int RowsBetweenReports = 8_192;

    private readonly DbConnection connection;
    private readonly SqlDialect dialect;
    private readonly SqlBookTables tables;
    private readonly Func<SqlNewTable, ISqlRowWriter> newWriter;
    private readonly IProgress<long>? progress;
    private long rows;

    /// <summary>Prepares a loading.</summary>
    /// <param name="connection">An open connection without a transaction.</param>
    /// <param name="dialect">The rules of its engine.</param>
    /// <param name="tables">The tables, which must not be there yet.</param>
    /// <param name="newWriter">Makes what takes the rows of a table, on the same connection; null for INSERT.</param>
    /// <param name="progress">Told how many rows are written so far, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/>, <paramref name="dialect"/> or
    /// <paramref name="tables"/> is null.</exception>
    public SqlBookLoader(
        DbConnection connection,
        SqlDialect dialect,
        SqlBookTables tables,
        Func<SqlNewTable, ISqlRowWriter>? newWriter = null,
        IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(tables);
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
        this.newWriter = newWriter ?? (table => new InsertRowWriter(connection, dialect, table));
        this.progress = progress;
    }

    /// <summary>Makes the tables and fills them with a book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is null.</exception>
    /// <exception cref="ArgumentException">The scale is not that of the currency, a budget has a later revision, a
    /// center has an owner or is blocked, an element has a unit, or a posting
    /// names an adjustment period, for which the tables have no place.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public Task LoadAsync(BookSnapshot book, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        RequireWritable(book);
        return AllOrNothingAsync(
            async () =>
            {
                await FillAsync(
                    tables.NewDescription,
                    new SqlBookDescription(book.Name, book.Space.Currency, book.Space.Calendar).ToRows(),
                    Write,
                    cancellation).ConfigureAwait(false);
                await FillAsync(
                    tables.NewCenters,
                    book.Space.Centers.Centers.SelectMany(center =>
                        center.Validities.Select(validity => (center.Code, validity))),
                    (writer, row) => Write(writer, row.Code, row.validity),
                    cancellation).ConfigureAwait(false);
                await FillAsync(tables.NewElements, book.Space.Elements.Elements, Write, cancellation)
                    .ConfigureAwait(false);
                await FillAsync(
                    tables.NewBudgets(book.Space),
                    book.Budgets.SelectMany(version => version.Lines.Select(line => (version.Name, line))),
                    (writer, row) => Write(writer, row.Name, row.line, book.Space),
                    cancellation).ConfigureAwait(false);
                await FillPostingsAsync(book.Space, book.Ledger.Postings(cancellation), cancellation)
                    .ConfigureAwait(false);
                await FillAsync(tables.NewKeyFigures, book.KeyFigures, Write, cancellation).ConfigureAwait(false);
            },
            cancellation);
    }

    /// <summary>Makes the table of postings alone and fills it.</summary>
    /// <param name="space">The scale of the amounts.</param>
    /// <param name="postings">The postings, numbered from 1 in this order.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is finer than the scale.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public Task LoadPostingsAsync(
        CubeSpace space, IEnumerable<Posting> postings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(postings);
        return AllOrNothingAsync(() => FillPostingsAsync(space, postings, cancellation), cancellation);
    }

    private static void RequireWritable(BookSnapshot book)
    {
        CubeSpace space = book.Space;
        if (space.Scale.Digits != space.Currency.MinorDigits || book.Budgets.Any(version => version.Revision != 1))
        {
            throw new ArgumentException(
                "The book counts by another scale than its currency, or has a later revision of a budget; the tables "
                    + "have no place for that.");
        }

        if (space.Centers.Centers.FirstOrDefault(center => center.Validities.Any(validity =>
                validity.Owner is not null || validity.Status != CenterStatus.Open)) is Center center)
        {
            throw new ArgumentException(
                $"Center '{center}' has an owner or is blocked; the tables have no place for that.");
        }

        if (space.Elements.Elements.FirstOrDefault(element => element.Unit is not null) is CostElement element)
        {
            throw new ArgumentException($"Element '{element.Code}' has a unit; the tables have no place for that.");
        }
    }

    private Task FillPostingsAsync(
        CubeSpace space, IEnumerable<Posting> postings, CancellationToken cancellation) =>
        FillAsync(
            tables.NewPostings(space),
            postings,
            (writer, posting) =>
            {
                writer.WriteDay(posting.Date);
                writer.WriteText(posting.Center.Value);
                writer.WriteText(posting.Element.Value);
                WriteNumber(writer, posting.Amount, space.Scale);
                WriteNumber(writer, posting.Quantity, DecimalScale.Quantity);
                writer.WriteText(posting.Reference);
                writer.WriteText(posting.Text);
                WriteAdjustment(writer, posting);
            },
            cancellation);

    private void WriteAdjustment(ISqlRowWriter writer, Posting posting)
    {
        if (tables.Postings.AdjustmentPeriod is not null)
        {
            writer.WriteCount(posting.AdjustmentPeriod);
        }
        else if (posting.AdjustmentPeriod is int number)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A posting names adjustment period {number}; make the tables with a column for that."));
        }
    }

    private async Task AllOrNothingAsync(Func<Task> load, CancellationToken cancellation)
    {
        var session = new SqlSession(connection, dialect);
        await session.ExecuteAsync(dialect.BeginLoading, cancellation).ConfigureAwait(false);
        try
        {
            await load().ConfigureAwait(false);
            await session.ExecuteAsync("COMMIT", cancellation).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await UndoAsync(session).ConfigureAwait(false);
            if (error is DbException)
            {
                throw new SqlReadException(
                    dialect.Name, $"loading failed, and nothing of it is left: {error.Message}", error);
            }

            throw;
        }
    }

    private static async Task UndoAsync(SqlSession session)
    {
        try
        {
            await session.ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        }
        catch (SqlReadException)
        {
            // The connection is gone, and the transaction with it.
        }
    }

    private async Task FillAsync<T>(
        SqlNewTable table, IEnumerable<T> items, Action<ISqlRowWriter, T> write, CancellationToken cancellation)
    {
        var session = new SqlSession(connection, dialect);
        await session.ExecuteAsync(table.CreateStatement(dialect), cancellation).ConfigureAwait(false);
        ISqlRowWriter writer = newWriter(table);
        await using (writer.ConfigureAwait(false))
        {
            long line = 0;
            foreach (T item in items)
            {
                writer.WriteCount(++line);
                write(writer, item);
                writer.EndRow();
                if (++rows % RowsBetweenReports == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress?.Report(rows);
                }
            }

            await writer.CompleteAsync(cancellation).ConfigureAwait(false);
            progress?.Report(rows);
        }
    }

    private static void Write(ISqlRowWriter writer, (string Key, string Value) row)
    {
        writer.WriteText(row.Key);
        writer.WriteText(row.Value);
    }

    private static void Write(ISqlRowWriter writer, CenterCode code, CenterValidity validity)
    {
        writer.WriteText(code.Value);
        writer.WriteText(validity.Name);
        writer.WriteText(WordOf(validity.Kind));
        writer.WriteText(validity.Parent?.Value);
        writer.WriteDay(validity.From == CenterValidity.Beginning ? null : validity.From);
        writer.WriteDay(validity.Through == CenterValidity.End ? null : validity.Through);
    }

    private static void Write(ISqlRowWriter writer, CostElement element)
    {
        writer.WriteText(element.Code.Value);
        writer.WriteText(element.Name);
        writer.WriteText(WordOf(element.Nature));
        writer.WriteText(element.Behavior is ElementBehavior behavior ? WordOf(behavior) : null);
        writer.WriteText(element.Parent?.Value);
        writer.WriteText(WordOf(element.Category));
        writer.WriteDay(element.From == CenterValidity.Beginning ? null : element.From);
        writer.WriteDay(element.Through == CenterValidity.End ? null : element.Through);
    }

    private void Write(ISqlRowWriter writer, string version, BudgetLine line, CubeSpace space)
    {
        writer.WriteText(version);
        writer.WriteText(line.Center.Value);
        writer.WriteText(line.Element.Value);
        writer.WriteText(line.Period?.ToString() ?? FormattableString.Invariant($"{line.Year:0000}"));
        WriteNumber(writer, line.Amount, space.Scale);
        WriteNumber(writer, line.Quantity, DecimalScale.Quantity);
    }

    private void Write(ISqlRowWriter writer, KeyFigureValue value)
    {
        writer.WriteText(value.Period.ToString());
        writer.WriteText(value.Center.Value);
        writer.WriteText(value.KeyFigure.Value);
        WriteNumber(writer, value.Value, DecimalScale.Quantity);
    }

    private void WriteNumber(ISqlRowWriter writer, decimal? value, DecimalScale scale)
    {
        long? count = value is decimal number ? scale.ToCount(number) : null;
        if (tables.Numbers == SqlNumberForm.Counts)
        {
            writer.WriteCount(count);
        }
        else
        {
            writer.WriteNumber(value);
        }
    }

    private static string WordOf<T>(T value)
        where T : struct, Enum =>
        Enum.GetName(value)!.ToLowerInvariant();
}
