using System.Data.Common;
using CostCenters.Data.Dialects;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CostCenters.Data.Tests.Engines;

/// <summary>An engine with an empty database of its own for one test.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private TestEngine(SqlDialect dialect, DbConnection connection)
    {
        Dialect = dialect;
        Connection = connection;
    }

    /// <summary>The engines that are run for real.</summary>
    public static TheoryData<string> Names { get; } =
        PostgreSqlServer.Shared is null ? ["DuckDB", "SQLite"] : ["DuckDB", "PostgreSQL", "SQLite"];

    public SqlDialect Dialect { get; }

    public DbConnection Connection { get; }

    /// <summary>How tables of this engine hold numbers.</summary>
    public SqlNumberForm Form => Dialect == SqlDialect.Sqlite ? SqlNumberForm.Counts : SqlNumberForm.Decimals;

    /// <summary>Whether an engine can be had here; the skipped tests tell if not.</summary>
    public static bool IsThere(string name) => name != "PostgreSQL" || PostgreSqlServer.Shared is not null;

    public static TestEngine Start(string name)
    {
        TestEngine engine = name switch
        {
            "DuckDB" => new(SqlDialect.DuckDb, new DuckDBConnection("Data Source=:memory:")),
            "SQLite" => new(SqlDialect.Sqlite, new SqliteConnection("Data Source=:memory:")),
            _ => new(SqlDialect.PostgreSql, new NpgsqlConnection(PostgreSqlServer.Shared!.NewDatabase())),
        };
        engine.Connection.Open();
        return engine;
    }

    public void Run(string statement)
    {
        using DbCommand command = Connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public Task<SqlSnapshot> OpenAsync() => SqlSnapshot.OpenAsync(Connection, Dialect);

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
