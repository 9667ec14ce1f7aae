using System.Data.Common;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;

namespace CostCenters.Data;

/// <summary>One of several databases that hold a part of the rows each.</summary>
/// <remarks>Immutable.</remarks>
public sealed class SqlShard
{
    private readonly Func<CancellationToken, ValueTask<DbConnection>> open;

    /// <summary>Names a shard.</summary>
    /// <param name="name">The name by which a failure tells of it.</param>
    /// <param name="source">Gives connections to it.</param>
    /// <param name="dialect">The rules of its engine.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="dialect"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public SqlShard(string name, DbDataSource source, SqlDialect dialect)
        : this(name, Opening(source), dialect)
    {
    }

    /// <summary>Names a shard whose connections are made by the caller.</summary>
    /// <param name="name">The name by which a failure tells of it.</param>
    /// <param name="open">Opens a new connection, which the reading closes.</param>
    /// <param name="dialect">The rules of its engine.</param>
    /// <exception cref="ArgumentNullException"><paramref name="open"/> or <paramref name="dialect"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public SqlShard(string name, Func<CancellationToken, ValueTask<DbConnection>> open, SqlDialect dialect)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(dialect);
        Name = name;
        Dialect = dialect;
        this.open = open;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The rules of its engine.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>Reads from a connection of its own, once.</summary>
    internal async Task<T> ReadAsync<T>(
        Func<SqlSnapshot, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            DbConnection connection = await open(cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                SqlSnapshot snapshot =
                    await SqlSnapshot.OpenAsync(connection, Dialect, cancellation).ConfigureAwait(false);
                await using (snapshot.ConfigureAwait(false))
                {
                    return await read(snapshot, cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (Exception error) when (error is DbException or SqlReadException)
        {
            throw new SqlReadException($"Shard '{Name}'", error.Message, error);
        }
    }

    private static Func<CancellationToken, ValueTask<DbConnection>> Opening(DbDataSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.OpenConnectionAsync;
    }
}
