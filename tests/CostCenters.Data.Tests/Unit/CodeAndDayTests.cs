using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Data.Tests.Engines;

namespace CostCenters.Data.Tests.Unit;

public class CodeAndDayTests
{
    public static TheoryData<string> Engines => TestEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_CodesThatACollationFolds_AreKeptApartAndTold(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        if (name == "PostgreSQL")
        {
            engine.Run("CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        }

        SqlLedgerTable table = PostingTable.Create(engine, center: "VARCHAR COLLATE nocase");
        PostingTable.Add(engine, 1, "2026-01-31", "a", 100);
        PostingTable.Add(engine, 2, "2026-01-31", "A", 200);
        PostingTable.Add(engine, 3, "2026-01-31", "a ", 400);
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);

        Assert.Equal(
            (1.00m, 2.00m, 4.00m),
            (TestSpace.Amount(reading.Cube, "a", "2026-P01"), TestSpace.Amount(reading.Cube, "A", "2026-P01"),
                TestSpace.Amount(reading.Cube, "a ", "2026-P01")));
        Assert.Equal("center: A, a, a ", Assert.Single(reading.FoldedCodes));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_CodesThatLookAlikeAndAreNotFolded_AreNoFinding(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        PostingTable.Add(engine, 1, "2026-01-31", "a", 100);
        PostingTable.Add(engine, 2, "2026-01-31", "A", 200);
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        Assert.Empty((await snapshot.ReadLedgerAsync(TestSpace.Create(), table)).FoldedCodes);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_HostileNamesAndCodes_AreNamesAndCodes(string name)
    {
        const string Code = "'; DROP TABLE postings; --";
        await using TestEngine engine = TestEngine.Start(name);
        PostingTable.Create(engine);
        PostingTable.Add(engine, 1, "2026-01-31", Code, 100);
        PostingTable.Add(engine, 2, "2026-01-31", "nobody'; --", 200);
        string hostile = engine.Dialect.Quote("a\"b`c]d;e'; --");
        engine.Run($"ALTER TABLE postings RENAME COLUMN amount TO {hostile}");
        engine.Run($"ALTER TABLE postings RENAME TO {hostile}");
        var table = new SqlLedgerTable(
            new SqlTableName("a\"b`c]d;e'; --"), engine.Form, amount: "a\"b`c]d;e'; --", key: "id");
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlLedgerReading all = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);
        SqlLedgerReading one = await snapshot.ReadLedgerAsync(TestSpace.Create(), table.Where("center", Code));

        Assert.Equal(1.00m, TestSpace.Amount(all.Cube, Code, "2026-P01"));
        Assert.Contains("center=nobody'; --", Assert.Single(all.Rejections).Sample, StringComparison.Ordinal);
        Assert.Equal((1, 0), (one.RowsRead, one.RowsRejected));
    }

    [Theory]
    [InlineData("DuckDB", "'a' || chr(0) || 'b'")]
    [InlineData("SQLite", "'a' || char(0) || 'b'")]
    public async Task ReadLedger_CodeWithNul_IsUnknownAndNotCut(string name, string code)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        engine.Run($"INSERT INTO postings VALUES (1, '2026-01-31', {code}, 'rent', 1)");
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);

        Assert.Equal(SqlRejectionReason.UnknownCenter, Assert.Single(reading.Rejections).Reason);
        Assert.Null(TestSpace.Amount(reading.Cube, "a", "2026-P01"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_ValidityWithinAPeriod_DividesItsRows(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        string[] days = ["2026-03-09", "2026-03-10", "2026-03-31", "2026-05-20", "2026-05-21"];
        for (int id = 0; id < days.Length; id++)
        {
            PostingTable.Add(engine, id, days[id], "short", 1L << id);
        }

        await using SqlSnapshot snapshot = await engine.OpenAsync();
        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);

        Assert.Equal(
            (0.06m, null, 0.08m),
            (TestSpace.Amount(reading.Cube, "short", "2026-P03"), TestSpace.Amount(reading.Cube, "short", "2026-P04"),
                TestSpace.Amount(reading.Cube, "short", "2026-P05")));
        Assert.Equal(
            (SqlRejectionReason.CenterNotValid, 2L),
            (Assert.Single(reading.Rejections).Reason, reading.Rejections[0].RowCount));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_AdjustmentPeriods_FollowTheYearOfTheDate(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        PostingTable.Create(engine);
        engine.Run("ALTER TABLE postings ADD COLUMN adj INTEGER");
        for (int id = 0; id < 5; id++)
        {
            PostingTable.Add(engine, id, "2026-07-15", "a", 1L << id);
        }

        engine.Run("UPDATE postings SET adj = id - 1 WHERE id > 0");
        engine.Run("UPDATE postings SET adj = -1 WHERE id = 4");
        var table = new SqlLedgerTable(
            new SqlTableName("postings"), engine.Form, adjustmentPeriod: "adj", key: "id");
        CubeSpace space = TestSpace.Create(adjustmentPeriods: 2);
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(space, table);

        Assert.Equal(
            (0.03m, 0.04m, 0.08m),
            (TestSpace.Amount(reading.Cube, "a", "2026-P07"), TestSpace.Amount(reading.Cube, "a", "2026-P13"),
                TestSpace.Amount(reading.Cube, "a", "2026-P14")));
        Assert.Equal(SqlRejectionReason.BadPeriod, Assert.Single(reading.Rejections).Reason);
        SqlPostingPage page = await snapshot.FindPostingsAsync(
            space, table, [reading.Cube.Cells().Single(cell => cell.Amount == 0.08m).Address], 10);
        Assert.Equal((3L, 2), (Assert.Single(page.Postings).Key, page.Postings[0].Posting.AdjustmentPeriod));
    }

    [Theory]
    [InlineData("DuckDB")]
    [InlineData("PostgreSQL")]
    public async Task ReadLedger_TimesWithoutAZone_CountByTheirDay(string name)
    {
        if (!TestEngine.IsThere(name))
        {
            return;
        }

        await using TestEngine engine = TestEngine.Start(name);
        engine.Run("CREATE TABLE postings(date TIMESTAMP, center VARCHAR, element VARCHAR, amount DECIMAL(18, 2))");
        engine.Run("INSERT INTO postings VALUES ('2026-01-31 23:59:59.999999', 'a', 'rent', 1), "
            + "('2026-02-01 00:00:00', 'a', 'rent', 2)");
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        Cube cube = (await snapshot.ReadLedgerAsync(
            TestSpace.Create(), new SqlLedgerTable(new SqlTableName("postings"), engine.Form))).Cube;

        Assert.Equal(
            (1m, 2m), (TestSpace.Amount(cube, "a", "2026-P01"), TestSpace.Amount(cube, "a", "2026-P02")));
    }

    [Theory]
    [InlineData("DuckDB", "date TIMESTAMPTZ, center VARCHAR", "date", "time zone")]
    [InlineData("DuckDB", "date VARCHAR, center VARCHAR", "date", "dates, or times without a zone")]
    [InlineData("DuckDB", "date DATE, center INTEGER", "center", "text was expected")]
    [InlineData("PostgreSQL", "date DATE, center CHAR(5)", "center", "blanks")]
    public async Task ReadLedger_DaysOrCodesThatAreNotExact_AreRefusedByTheirName(
        string name, string columns, string column, string told)
    {
        if (!TestEngine.IsThere(name))
        {
            return;
        }

        await using TestEngine engine = TestEngine.Start(name);
        engine.Run($"CREATE TABLE postings({columns}, element VARCHAR, amount DECIMAL(18, 2))");
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlColumnException error = await Assert.ThrowsAsync<SqlColumnException>(() => snapshot.ReadLedgerAsync(
            TestSpace.Create(), new SqlLedgerTable(new SqlTableName("postings"), engine.Form)));

        Assert.Equal(column, error.Column);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadLedger_ViewOfAParquetFile_IsReadLikeATable()
    {
        string folder = Directory.CreateTempSubdirectory("costcenters-").FullName;
        await using TestEngine engine = TestEngine.Start("DuckDB");
        engine.Run($"COPY (SELECT DATE '2026-01-31' AS date, 'a' AS center, 'rent' AS element, "
            + $"CAST(0.10 AS DECIMAL(18, 2)) AS amount FROM range(10)) TO '{folder}/p.parquet'");
        engine.Run($"COPY (SELECT * FROM '{folder}/p.parquet') TO '{folder}/p.csv'");
        engine.Run($"CREATE VIEW postings AS SELECT * FROM '{folder}/p.parquet'");
        engine.Run($"CREATE VIEW of_csv AS SELECT * FROM '{folder}/p.csv'");
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        Cube cube = (await snapshot.ReadLedgerAsync(
            TestSpace.Create(), new SqlLedgerTable(new SqlTableName("postings"), engine.Form))).Cube;
        SqlColumnException error = await Assert.ThrowsAsync<SqlColumnException>(() => snapshot.ReadLedgerAsync(
            TestSpace.Create(), new SqlLedgerTable(new SqlTableName("of_csv"), engine.Form)));

        Assert.Equal(1.00m, TestSpace.Amount(cube, "a", "2026-P01"));
        Assert.Equal("DOUBLE", error.TypeName);
        Directory.Delete(folder, recursive: true);
    }
}
