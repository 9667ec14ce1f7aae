using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Cubes;
using CostCenters.Data.Loading;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Data;

public sealed partial class SqlSnapshot
{
    /// <summary>Reads name, currency and calendar of a book.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tables"/> is null.</exception>
    /// <exception cref="FormatException">The table does not describe a book; the message tells why.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<SqlBookDescription> ReadDescriptionAsync(
        SqlBookTables tables, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var text = new SqlText(Dialect);
        text.Append($"SELECT {text.Column("key")}, {text.Column("value")} ")
            .Append($"FROM {Dialect.Quote(tables.Description)} AS t");
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await session.ReadAsync(
            text, tables.Description, row => rows[row.GetString(0)] = row.GetString(1), cancellation)
            .ConfigureAwait(false);
        return SqlBookDescription.FromRows(rows);
    }

    /// <summary>Reads the axes of a book: its centers and elements, calendar and currency.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tables"/> is null.</exception>
    /// <exception cref="FormatException">The table does not describe a book; the message tells why.</exception>
    /// <exception cref="InvalidOperationException">The master data have faults, which the message tells.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<CubeSpace> ReadSpaceAsync(SqlBookTables tables, CancellationToken cancellation = default)
    {
        SqlBookDescription book = await ReadDescriptionAsync(tables, cancellation).ConfigureAwait(false);
        SqlResult<CenterHierarchy> centers =
            await ReadCentersAsync(tables.Centers, cancellation).ConfigureAwait(false);
        SqlResult<ElementChart> elements =
            await ReadElementsAsync(tables.Elements, cancellation).ConfigureAwait(false);
        return new CubeSpace(
            centers.GetOrThrow(),
            elements.GetOrThrow(),
            book.Calendar,
            book.Currency,
            new DecimalScale(book.Currency.MinorDigits));
    }

    /// <summary>Reads a whole book back, row by row, in the order in which it was loaded.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="stamp">Who reads it, and when.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The book, whose postings are one document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="FormatException">The table does not describe a book; the message tells why.</exception>
    /// <exception cref="InvalidOperationException">A row is rejected; the message tells which.</exception>
    /// <exception cref="SqlColumnException">A column cannot give exact figures.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<Book> ReadBookAsync(
        SqlBookTables tables, CommandStamp stamp, CancellationToken cancellation = default)
    {
        CubeSpace space = await ReadSpaceAsync(tables, cancellation).ConfigureAwait(false);
        SqlBookDescription description = await ReadDescriptionAsync(tables, cancellation).ConfigureAwait(false);
        var book = new Book(description.Name, space);
        await AddBudgetsAsync(book, tables.Budgets, stamp, cancellation).ConfigureAwait(false);
        var postings = new List<Posting>();
        await foreach (Posting posting in ReadPostingsAsync(space, tables.Postings, cancellation)
            .ConfigureAwait(false))
        {
            postings.Add(posting);
        }

        if (postings.Count > 0)
        {
            var document = new Document(new DocumentId(tables.Postings.Table.ToString()), space.Currency, postings);
            book.Ledger.Post(document, stamp, cancellation).GetOrThrow();
        }

        SqlResult<IReadOnlyList<KeyFigureValue>> keyFigures =
            await ReadKeyFiguresAsync(space, tables.KeyFigures, cancellation).ConfigureAwait(false);
        if (keyFigures.GetOrThrow().Count > 0)
        {
            book.KeyFigures.Record(keyFigures.GetOrThrow(), stamp).GetOrThrow();
        }

        return book;
    }

    private async Task AddBudgetsAsync(
        Book book, SqlBudgetTable table, CommandStamp stamp, CancellationToken cancellation)
    {
        // Asked for its faults first: what is left for the lines is to be read.
        (await ReadBudgetsAsync(book.Space, table, cancellation).ConfigureAwait(false)).GetOrThrow();
        BudgetQuery query =
            await BudgetQuery.PrepareAsync(session, book.Space, table, cancellation).ConfigureAwait(false);
        var versions = new OrderedDictionary<string, BudgetVersion.Builder>(StringComparer.Ordinal);
        await session.ReadAsync(
            query.Lines(),
            table.Table,
            row =>
            {
                string version = row.GetString(0);
                if (!versions.TryGetValue(version, out BudgetVersion.Builder? builder))
                {
                    versions.Add(version, builder = new BudgetVersion.Builder(
                        book.Space, version, 1, Phasing.Even(RemainderRule.LargestRemainder)));
                }

                builder.Add(query.ReadLine(row, book.Space));
            },
            cancellation).ConfigureAwait(false);
        foreach (BudgetVersion.Builder builder in versions.Values)
        {
            book.Budgets.Add(builder.Freeze(), stamp).GetOrThrow();
        }
    }
}
