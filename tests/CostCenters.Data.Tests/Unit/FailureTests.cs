using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Data.Tests.Engines;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CostCenters.Data.Tests.Unit;

public class FailureTests
{
    private const int ManyGroups = 200_000;

    public static TheoryData<string> Engines => TestEngine.Names;

    [PostgreSqlFact]
    public async Task ReadLedger_EngineKilledInTheMiddle_ThrowsWithItsName()
    {
        using PostgreSqlServer server = PostgreSqlServer.TryStart()!;
        await using var connection = new NpgsqlConnection(server.NewDatabase());
        await connection.OpenAsync();
        FillMany(connection);
        await FailsAsync(connection, server.Kill);
    }

    [PostgreSqlFact]
    public async Task ReadLedger_ConnectionThatDrops_ThrowsWithItsName()
    {
        string database = PostgreSqlServer.Shared!.NewDatabase();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        FillMany(connection);
        await FailsAsync(connection, () =>
        {
            using var other = new NpgsqlConnection(database);
            other.Open();
            Run(other, $"SELECT pg_terminate_backend({connection.ProcessID})");
        });
    }

    [Fact]
    public async Task ReadLedger_ClosedConnection_ThrowsWithItsName()
    {
        TestEngine engine = TestEngine.Start("DuckDB");
        SqlLedgerTable table = PostingTable.Create(engine);
        SqlSnapshot snapshot = await engine.OpenAsync();
        engine.Connection.Close();

        SqlReadException error = await Assert.ThrowsAsync<SqlReadException>(() =>
            snapshot.ReadLedgerAsync(TestSpace.Create(), table));

        Assert.Equal("DuckDB, table 'postings'", error.SourceName);
        await snapshot.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_UnknownTable_ThrowsWithItsName(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlReadException error = await Assert.ThrowsAsync<SqlReadException>(() => snapshot.ReadLedgerAsync(
            TestSpace.Create(), new SqlLedgerTable(new SqlTableName("nothing"), engine.Form)));

        Assert.Contains("nothing", error.SourceName, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_Cancelled_Throws(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        PostingTable.Add(engine, 1, "2026-01-31", "a", 1);
        PostingTable.Add(engine, 2, "2026-01-31", "A", 1);
        using var cancellation = new CancellationTokenSource();
        SqlSnapshot snapshot = await engine.OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => snapshot.ReadLedgerAsync(
            TestSpace.Create(), table, progress: new Once(cancellation.Cancel), cancellation: cancellation.Token));
        await snapshot.DisposeAsync();

        await using SqlSnapshot again = await engine.OpenAsync();
        Assert.Equal(2, (await again.ReadLedgerAsync(TestSpace.Create(), table)).RowsRead);
    }

    [PostgreSqlFact]
    public async Task Snapshot_TableThatChangesMeanwhile_StaysAsItWas()
    {
        string database = PostgreSqlServer.Shared!.NewDatabase();
        await using var connection = new NpgsqlConnection(database);
        await using var other = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await other.OpenAsync();
        FillMany(connection);
        await using SqlSnapshot snapshot = await SqlSnapshot.OpenAsync(connection, SqlDialect.PostgreSql);
        SqlLedgerReading first = await snapshot.ReadLedgerAsync(TestSpace.Create(), Table);

        SqlLedgerReading second = await snapshot.ReadLedgerAsync(
            TestSpace.Create(), Table, progress: new Once(() => Run(other, "DELETE FROM postings")));
        SqlLedgerReading third = await snapshot.ReadLedgerAsync(TestSpace.Create(), Table);

        Assert.Equal(
            (ManyGroups, ManyGroups, ManyGroups), (first.RowsRead, second.RowsRead, third.RowsRead));
    }

    [Fact]
    public async Task ReadLedger_EngineWithoutSnapshot_TellsATableThatChanges()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("costcenters-").FullName, "t.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await other.OpenAsync();
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "CREATE TABLE postings(date TEXT, center TEXT, element TEXT, amount INTEGER)");
        Run(connection, "INSERT INTO postings VALUES ('2026-01-31', 'a', 'rent', 1)");
        await using SqlSnapshot snapshot = await SqlSnapshot.OpenAsync(connection, new WithoutSnapshot());
        var table = new SqlLedgerTable(new SqlTableName("postings"), SqlNumberForm.Counts);

        SqlReadException error = await Assert.ThrowsAsync<SqlReadException>(() => snapshot.ReadLedgerAsync(
            TestSpace.Create(),
            table,
            progress: new Once(() => Run(other, "INSERT INTO postings VALUES ('2026-01-31', 'a', 'rent', 1)"))));

        Assert.Contains("changed while it was read (1, 1 and 2 rows)", error.Message, StringComparison.Ordinal);
    }

    private static SqlLedgerTable Table => new(new SqlTableName("postings"), SqlNumberForm.Decimals);

    /// <summary>Rows of as many unknown centers, so that reading the groups takes a while.</summary>
    private static void FillMany(NpgsqlConnection connection) => Run(
        connection,
        "CREATE TABLE postings AS SELECT DATE '2026-01-31' AS date, CAST(i AS VARCHAR) AS center, "
            + $"CAST('rent' AS VARCHAR) AS element, CAST(1 AS DECIMAL(18, 2)) AS amount "
            + $"FROM generate_series(1, {ManyGroups}) i");

    private static async Task FailsAsync(NpgsqlConnection connection, Action strike)
    {
        SqlSnapshot snapshot = await SqlSnapshot.OpenAsync(connection, SqlDialect.PostgreSql);

        SqlReadException error = await Assert.ThrowsAsync<SqlReadException>(() =>
            snapshot.ReadLedgerAsync(TestSpace.Create(), Table, progress: new Once(strike)));

        Assert.Equal("PostgreSQL, table 'postings'", error.SourceName);
        Assert.Contains("nothing of it is left", error.Message, StringComparison.Ordinal);
        await snapshot.DisposeAsync();
    }

    private static void Run(System.Data.Common.DbConnection connection, string statement)
    {
        using System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    /// <summary>Does something when the first group is read.</summary>
    private sealed class Once(Action strike) : IProgress<long>
    {
        private bool isDone;

        public void Report(long value)
        {
            if (!isDone)
            {
                isDone = true;
                strike();
            }
        }
    }

    /// <summary>SQLite as an engine that has no transaction for a reading.</summary>
    private sealed class WithoutSnapshot : SqlDialect
    {
        public override string Name => "test";

        public override string? BeginSnapshot => null;

        public override bool HasTypedColumns => false;

        public override string Exact(string text) => Sqlite.Exact(text);

        public override string AsText(string value) => Sqlite.AsText(value);

        public override SqlColumnType TypeOf(string name, bool isNullable) =>
            name == "INTEGER"
                ? new SqlColumnType(name, SqlColumnKind.WholeNumber, null, null, isNullable)
                : new SqlColumnType(name, SqlColumnKind.Text, null, null, isNullable);

        public override (string Join, string Number) SpanOf(string day, string firstDays) =>
            Sqlite.SpanOf(day, firstDays);
    }
}
