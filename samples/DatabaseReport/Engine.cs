using System.Data.Common;
using CostCenters.Data.Dialects;
using CostCenters.Data.Loading;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CostCenters.Samples.DatabaseReport;

/// <summary>One of the three engines: its connection, its rules, its tables and its bulk copy.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private const string InMemory = "Data Source=:memory:";

    private Engine(
        SqlDialect dialect,
        SqlNumberForm numbers,
        DbConnection connection,
        Func<SqlNewTable, ISqlRowWriter>? newWriter)
    {
        Dialect = dialect;
        Tables = new SqlBookTables(numbers);
        Connection = connection;
        NewWriter = newWriter;
    }

    public SqlDialect Dialect { get; }

    public SqlBookTables Tables { get; }

    public DbConnection Connection { get; }

    /// <summary>The bulk copy of the provider, or null for INSERT.</summary>
    public Func<SqlNewTable, ISqlRowWriter>? NewWriter { get; }

    public static async Task<Engine> OpenAsync(Options options)
    {
        Engine engine = options.Engine switch
        {
            "duckdb" => OfDuckDb(new DuckDBConnection(options.Connection ?? InMemory)),
            "sqlite" => new Engine(
                SqlDialect.Sqlite,
                SqlNumberForm.Counts,
                new SqliteConnection(options.Connection ?? InMemory),
                newWriter: null),
            "postgresql" when options.Connection is string text => OfPostgreSql(new NpgsqlConnection(text)),
            "postgresql" => throw new UsageException(
                "--engine postgresql needs --connection \"Host=...;Username=...;Database=...\"."),
            string other => throw new UsageException($"--engine is duckdb, postgresql or sqlite, not '{other}'."),
        };
        await engine.Connection.OpenAsync();
        return engine;
    }

    /// <summary>Whether the database has the tables of a book.</summary>
    public async Task<bool> HasBookAsync()
    {
        using DbCommand command = Connection.CreateCommand();
        command.CommandText = Dialect == SqlDialect.Sqlite
            ? "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'book'"
            : "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'book'";
        return Convert.ToInt64(
            await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private static Engine OfDuckDb(DuckDBConnection connection) => new(
        SqlDialect.DuckDb,
        SqlNumberForm.Decimals,
        connection,
        table => new DuckDbRowWriter(connection, table));

    private static Engine OfPostgreSql(NpgsqlConnection connection) => new(
        SqlDialect.PostgreSql,
        SqlNumberForm.Decimals,
        connection,
        table => new PostgreSqlRowWriter(connection, table));
}
