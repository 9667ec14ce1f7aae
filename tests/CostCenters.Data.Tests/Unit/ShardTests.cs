using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;
using CostCenters.Data.Tests.Books;
using CostCenters.Data.Tests.Engines;
using DuckDB.NET.Data;
using Npgsql;

namespace CostCenters.Data.Tests.Unit;

public class ShardTests
{
    private const int Shards = 3;

    [PostgreSqlFact]
    public async Task MergedSource_ThreeDatabases_GiveTheSumOfOne()
    {
        await using TestEngine whole = TestEngine.Start("PostgreSQL");
        SqlLedgerTable table = PostingTable.Create(whole);
        string[] databases = [.. Enumerable.Range(0, Shards).Select(_ => NewShard())];
        Spread(whole, databases);
        CubeSpace space = TestSpace.Create();
        var names = new List<string>();
        var source = new MergedSource(
            databases.Select((text, i) =>
                new SqlShard($"shard {i}", NpgsqlDataSource.Create(text), SqlDialect.PostgreSql)),
            retries: 0);

        SqlLedgerReading merged = await source.ReadLedgerAsync(space, table, new Names(names));
        await using SqlSnapshot snapshot = await whole.OpenAsync();
        SqlLedgerReading one = await snapshot.ReadLedgerAsync(space, table);

        Assert.Equal(BookReport.Cells(one.Cube), BookReport.Cells(merged.Cube));
        Assert.Equal((one.RowsRead, one.RowsRejected), (merged.RowsRead, merged.RowsRejected));
        Assert.Equal(
            one.Rejections.Select(each => (each.Reason, each.RowCount)),
            merged.Rejections.Select(each => (each.Reason, each.RowCount)));
        Assert.Equal(["shard 0", "shard 1", "shard 2"], names.Order());
    }

    [PostgreSqlFact]
    public async Task ReadLedger_ForeignTablesOfThreeShards_AreGroupedWhereTheyAre()
    {
        await using TestEngine whole = TestEngine.Start("PostgreSQL");
        SqlLedgerTable table = PostingTable.Create(whole);
        string[] databases = [.. Enumerable.Range(0, Shards).Select(_ => NewShard())];
        Spread(whole, databases);
        await using TestEngine hub = TestEngine.Start("PostgreSQL");
        hub.Run("CREATE EXTENSION postgres_fdw");
        hub.Run("CREATE TABLE postings(id BIGINT NOT NULL, date DATE, center VARCHAR, element VARCHAR, "
            + "amount DECIMAL(18, 2)) PARTITION BY HASH (center)");
        for (int shard = 0; shard < Shards; shard++)
        {
            string database = new NpgsqlConnectionStringBuilder(databases[shard]).Database!;
            hub.Run($"CREATE SERVER s{shard} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host "
                + $"'{PostgreSqlServer.Shared!.Folder}', dbname '{database}')");
            hub.Run($"CREATE USER MAPPING FOR postgres SERVER s{shard} OPTIONS (user 'postgres')");
            hub.Run($"CREATE FOREIGN TABLE p{shard} PARTITION OF postings FOR VALUES WITH (MODULUS {Shards}, "
                + $"REMAINDER {shard}) SERVER s{shard} OPTIONS (table_name 'postings')");
        }

        hub.Run("SET enable_partitionwise_aggregate = on");
        CubeSpace space = TestSpace.Create();
        await using SqlSnapshot ofWhole = await whole.OpenAsync();
        SqlLedgerReading expected = await ofWhole.ReadLedgerAsync(space, table);
        await using SqlSnapshot snapshot = await hub.OpenAsync();

        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(space, table);

        Assert.Equal(BookReport.Cells(expected.Cube), BookReport.Cells(reading.Cube));
        Assert.Equal(expected.RowsRead, reading.RowsRead);
        Assert.Equal(Shards, await RemoteGroupings(hub, space, table));
    }

    [PostgreSqlFact]
    public async Task ReadLedger_PartitionedTable_IsReadLikeAnyOther()
    {
        await using TestEngine engine = TestEngine.Start("PostgreSQL");
        engine.Run("CREATE TABLE postings(id BIGINT NOT NULL, date DATE NOT NULL, center VARCHAR, element VARCHAR, "
            + "amount DECIMAL(18, 2)) PARTITION BY RANGE (date)");
        engine.Run("CREATE TABLE early PARTITION OF postings FOR VALUES FROM ('1900-01-01') TO ('2026-02-01')");
        engine.Run("CREATE TABLE late PARTITION OF postings FOR VALUES FROM ('2026-02-01') TO ('2150-01-01')");
        PostingTable.Add(engine, 1, "2026-01-31", "a", 100);
        PostingTable.Add(engine, 2, "2026-02-01", "a", 200);
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(
            TestSpace.Create(), new SqlLedgerTable(new SqlTableName("postings"), engine.Form));

        Assert.Equal(
            (1m, 2m),
            (TestSpace.Amount(reading.Cube, "a", "2026-P01"), TestSpace.Amount(reading.Cube, "a", "2026-P02")));
    }

    [Fact]
    public async Task MergedSource_ShardThatFails_IsNamedAndNothingIsGiven()
    {
        var source = new MergedSource(
            [DuckDbShard("good", failures: 0, out _), DuckDbShard("gone", failures: 9, out Func<int> tries)],
            retries: 2);

        SqlReadException error = await Assert.ThrowsAsync<SqlReadException>(() =>
            source.ReadLedgerAsync(TestSpace.Create(), Table));

        Assert.Equal(("Shard 'gone'", 3), (error.SourceName, tries()));
        Assert.StartsWith("Shard 'gone': ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MergedSource_ShardThatAnswersAfterARetry_IsRead()
    {
        var waited = new List<int>();
        var source = new MergedSource(
            [DuckDbShard("good", failures: 0, out _), DuckDbShard("slow", failures: 2, out Func<int> tries)],
            retries: 2,
            (attempt, _) =>
            {
                waited.Add(attempt);
                return Task.CompletedTask;
            });

        SqlLedgerReading reading = await source.ReadLedgerAsync(TestSpace.Create(), Table);

        Assert.Equal((2m, 2L, 3), (TestSpace.Amount(reading.Cube, "a", "2026-P01"), reading.RowsRead, tries()));
        Assert.Equal([1, 2], waited);
    }

    [Fact]
    public void MergedSource_TwoShardsOfOneName_Throws() => Assert.Throws<ArgumentException>(() => new MergedSource(
        [DuckDbShard("one", 0, out _), DuckDbShard("one", 0, out _)], retries: 0));

    private static SqlLedgerTable Table => new(new SqlTableName("postings"), SqlNumberForm.Decimals);

    /// <summary>A shard with one row, whose connection cannot be opened a number of times.</summary>
    private static SqlShard DuckDbShard(string name, int failures, out Func<int> tries)
    {
        int count = 0;
        tries = () => count;
        return new SqlShard(
            name,
            async cancellation =>
            {
                bool fails = count++ < failures;
                var connection = new DuckDBConnection(fails
                    ? "Data Source=/nowhere/at/all.db;access_mode=READ_ONLY"
                    : "Data Source=:memory:");
                await connection.OpenAsync(cancellation);
                using DuckDBCommand command = connection.CreateCommand();
                command.CommandText = "CREATE TABLE postings AS SELECT DATE '2026-01-31' AS date, 'a' AS center, "
                    + "'rent' AS element, CAST(1 AS DECIMAL(18, 2)) AS amount";
                await command.ExecuteNonQueryAsync(cancellation);
                return connection;
            },
            SqlDialect.DuckDb);
    }

    private static string NewShard()
    {
        string text = PostgreSqlServer.Shared!.NewDatabase();
        Run(text, "CREATE TABLE postings(id BIGINT NOT NULL, date DATE, center VARCHAR, element VARCHAR, "
            + "amount DECIMAL(18, 2))");
        return text;
    }

    /// <summary>Rows by hash of their center, as a partitioned table lays them out.</summary>
    private static void Spread(TestEngine whole, string[] databases)
    {
        string[] centers = ["a", "A", "a ", "short", "nobody"];
        var random = new Random(3);
        for (int id = 0; id < 200; id++)
        {
            PostingTable.Add(
                whole,
                id,
                $"2026-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
                centers[random.Next(centers.Length)],
                random.Next(-500, 500));
        }

        using System.Data.Common.DbCommand command = whole.Connection.CreateCommand();
        command.CommandText = "SELECT id, date, center, element, amount FROM postings";
        var rows = new List<object[]>();
        using (System.Data.Common.DbDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                object[] row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
        }

        foreach (object[] row in rows)
        {
            Run(
                databases[Array.IndexOf(centers, row[2]) % databases.Length],
                "INSERT INTO postings VALUES (@p0, @p1, @p2, @p3, @p4)",
                row);
        }
    }

    private static void Run(string database, string statement, params object[] values)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = statement;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"p{i}", values[i]);
        }

        command.ExecuteNonQuery();
    }

    /// <summary>How many parts of the plan are grouped in another database.</summary>
    private static async Task<int> RemoteGroupings(TestEngine hub, CubeSpace space, SqlLedgerTable table)
    {
        var session = new SqlSession(hub.Connection, hub.Dialect);
        await session.AdaptAsync(CancellationToken.None);
        LedgerQuery query = await LedgerQuery.PrepareAsync(session, space, table, CancellationToken.None);
        SqlText text = query.Groups(after: null);
        using System.Data.Common.DbCommand command = hub.Connection.CreateCommand();
        command.CommandText = $"EXPLAIN (VERBOSE) {text}";
        for (int i = 0; i < text.Values.Count; i++)
        {
            command.Parameters.Add(new NpgsqlParameter($"p{i}", text.Values[i]));
        }

        using System.Data.Common.DbDataReader reader = await command.ExecuteReaderAsync();
        int groupings = 0;
        while (await reader.ReadAsync())
        {
            string line = reader.GetString(0);
            groupings += line.Contains("Remote SQL", StringComparison.Ordinal)
                && line.Contains("GROUP BY", StringComparison.Ordinal) ? 1 : 0;
        }

        return groupings;
    }

    private sealed class Names(List<string> names) : IProgress<string>
    {
        public void Report(string value)
        {
            lock (names)
            {
                names.Add(value);
            }
        }
    }
}
