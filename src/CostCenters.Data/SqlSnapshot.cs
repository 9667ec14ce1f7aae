using System.Data.Common;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;

namespace CostCenters.Data;

/// <summary>A database as it stood at one moment: everything that is read from it fits together.</summary>
/// <remarks>
/// <para>A transaction of the engine holds the moment, so rows that come or go meanwhile are not seen; engines without
/// one are told by counting rows before and after. The rows are grouped in the engine, and only groups leave it.</para>
/// <para>Law: a cube read from here is the cube of the same rows in a file, to the last digit; rows read = accepted +
/// rejected.</para>
/// <para>Not safe for use by several threads, as its connection is not. Every reading takes a token; an engine that
/// runs in this process may finish its statement before it looks at it.</para>
/// </remarks>
public sealed partial class SqlSnapshot : IAsyncDisposable
{
    private readonly SqlSession session;
    private bool isOpen;

    private SqlSnapshot(SqlSession session) => this.session = session;

    /// <summary>The rules of the engine.</summary>
    public SqlDialect Dialect => session.Dialect;

    /// <summary>Begins a reading.</summary>
    /// <param name="connection">An open connection without a transaction; stays open.</param>
    /// <param name="dialect">The rules of its engine.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="SqlReadException">The engine does not begin one.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static async Task<SqlSnapshot> OpenAsync(
        DbConnection connection, SqlDialect dialect, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(dialect);
        var snapshot = new SqlSnapshot(new SqlSession(connection, dialect));
        if (dialect.BeginSnapshot is string begin)
        {
            await snapshot.session.ExecuteAsync(begin, cancellation).ConfigureAwait(false);
            snapshot.isOpen = true;
        }

        await snapshot.session.AdaptAsync(cancellation).ConfigureAwait(false);
        return snapshot;
    }

    /// <summary>Ends the reading. What was read stays good, also when the connection is gone by now.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!isOpen)
        {
            return;
        }

        isOpen = false;
        try
        {
            await session.ExecuteAsync(Dialect.EndSnapshot, CancellationToken.None).ConfigureAwait(false);
        }
        catch (SqlReadException)
        {
            // A transaction that only read has nothing to lose.
        }
    }

    /// <summary>Counts rows where no transaction holds the moment.</summary>
    private async Task<long?> CountAsync(
        SqlTableName table, IEnumerable<SqlFilter> filters, CancellationToken cancellation)
    {
        if (Dialect.BeginSnapshot is not null)
        {
            return null;
        }

        var count = new SqlText(Dialect);
        count.Append($"SELECT COUNT(*) FROM {Dialect.Quote(table)} AS t WHERE 1 = 1").Append(count.And(filters));
        long rows = 0;
        await session.ReadAsync(count, table, row => rows = LongOf(row, 0), cancellation).ConfigureAwait(false);
        return rows;
    }

    private void RequireUnchanged(SqlTableName table, long? before, long read, long? after)
    {
        if (before is long first && (first != read || after != read))
        {
            throw new SqlReadException(
                $"{Dialect.Name}, table '{table}'",
                FormattableString.Invariant(
                    $"the table changed while it was read ({first}, {read} and {after} rows). Read it again."));
        }
    }

    private static long LongOf(DbDataReader row, int column) =>
        Convert.ToInt64(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

    private static string? TextOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
