using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Data.Tests.Engines;

namespace CostCenters.Data.Tests.Unit;

public class ExactnessTests
{
    public static TheoryData<string> Engines => TestEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_TenTimesATenth_IsOne(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        for (int id = 1; id <= 10; id++)
        {
            PostingTable.Add(engine, id, "2026-01-31", "a", 10);
        }

        await using SqlSnapshot snapshot = await engine.OpenAsync();
        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);

        Assert.Equal(1.00m, TestSpace.Amount(reading.Cube, "a", "2026-P01"));
        Assert.Equal((10, 10, 0), (reading.RowsRead, reading.RowsAccepted, reading.RowsRejected));
        Assert.Equal("10", reading.Watermark!.ToString());
    }

    [Theory]
    [InlineData("DuckDB", "DOUBLE", SqlNumberForm.Decimals, "floating point")]
    [InlineData("DuckDB", "REAL", SqlNumberForm.Counts, "floating point")]
    [InlineData("DuckDB", "DECIMAL(18, 3)", SqlNumberForm.Decimals, "it has 3 decimals, the space has 2")]
    [InlineData("DuckDB", "DECIMAL(18, 1)", SqlNumberForm.Decimals, "it has 1 decimals, the space has 2")]
    [InlineData("DuckDB", "BIGINT", SqlNumberForm.Decimals, "it has 0 decimals, the space has 2")]
    [InlineData("DuckDB", "DECIMAL(18, 2)", SqlNumberForm.Counts, "integers of the smallest unit")]
    [InlineData("DuckDB", "VARCHAR", SqlNumberForm.Decimals, "an exact decimal was expected")]
    [InlineData("SQLite", "DECIMAL(18, 2)", SqlNumberForm.Counts, "SQLite adds it up as binary floating point")]
    [InlineData("SQLite", "NUMERIC", SqlNumberForm.Decimals, "SQLite adds it up as binary floating point")]
    [InlineData("SQLite", "REAL", SqlNumberForm.Counts, "floating point")]
    public Task ReadLedger_InexactColumn_IsRefusedByItsName(
        string name, string type, SqlNumberForm form, string told) =>
        RefusesAsync(name, type, form, told);

    [PostgreSqlFact]
    public async Task ReadLedger_InexactColumnOfPostgreSql_IsRefusedByItsName()
    {
        await RefusesAsync("PostgreSQL", "double precision", SqlNumberForm.Decimals, "floating point");
        await RefusesAsync("PostgreSQL", "real", SqlNumberForm.Counts, "floating point");
        await RefusesAsync(
            "PostgreSQL", "numeric(18, 4)", SqlNumberForm.Decimals, "it has 4 decimals, the space has 2");
        await RefusesAsync("PostgreSQL", "money", SqlNumberForm.Decimals, "an exact decimal was expected");
    }

    [PostgreSqlFact]
    public async Task ReadLedger_NumbersOfAnyScale_RejectsWhatIsFinerOrNoNumber()
    {
        await using TestEngine engine = TestEngine.Start("PostgreSQL");
        SqlLedgerTable table = PostingTable.Create(engine, "numeric");
        PostingTable.Add(engine, 1, "2026-01-31", "a", 100);
        engine.Run("INSERT INTO postings VALUES (2, '2026-01-31', 'a', 'rent', 1.005), "
            + "(3, '2026-01-31', 'a', 'rent', 'NaN'), (4, '2026-01-31', 'a', 'rent', 'Infinity'), "
            + "(5, '2026-01-31', 'a', 'rent', 1e40), (6, '2026-01-31', 'a', 'rent', 0.500)");
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);

        Assert.Equal(1.50m, TestSpace.Amount(reading.Cube, "a", "2026-P01"));
        Assert.Equal(
            ["1 rows: TooManyDigits in amount, for example id=2, date=2026-01-31, center=a, element=rent, amount=1.005",
                "3 rows: OutOfRange in amount, for example id=3, date=2026-01-31, center=a, element=rent, amount=NaN"],
            reading.Rejections.Select(rejection => rejection.ToString()));
    }

    [PostgreSqlFact]
    public async Task ReadLedger_NotANumberInAColumnWithAScale_IsRejected()
    {
        await using TestEngine engine = TestEngine.Start("PostgreSQL");
        SqlLedgerTable table = PostingTable.Create(engine, "numeric(9, 2) NOT NULL");
        PostingTable.Add(engine, 1, "2026-01-31", "a", 100);
        engine.Run("INSERT INTO postings VALUES (2, '2026-01-31', 'a', 'rent', 'NaN')");
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);

        Assert.Equal((1.00m, 1), (TestSpace.Amount(reading.Cube, "a", "2026-P01"), reading.RowsRejected));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_SumsBeyond64BitsOnTheWay_AreExactInTheEnd(string name)
    {
        const long Most = 100_000_000_000_000_000;
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        for (int id = 0; id < 200; id++)
        {
            PostingTable.Add(engine, id, "2026-01-31", "a", id < 100 ? Most : -Most);
        }

        PostingTable.Add(engine, 200, "2026-01-31", "a", 1);
        PostingTable.Add(engine, 201, "2026-01-31", "a", Most + 1);
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);

        Assert.Equal(0.01m, TestSpace.Amount(reading.Cube, "a", "2026-P01"));
        Assert.Equal(SqlRejectionReason.OutOfRange, Assert.Single(reading.Rejections).Reason);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_CellBeyond64Bits_Throws(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        for (int id = 0; id < 100; id++)
        {
            PostingTable.Add(engine, id, "2026-01-31", "a", 100_000_000_000_000_000);
        }

        await using SqlSnapshot snapshot = await engine.OpenAsync();

        await Assert.ThrowsAsync<AmountOverflowException>(() => snapshot.ReadLedgerAsync(TestSpace.Create(), table));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Kit_TriedEngines_GiveTheKnownAnswers(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);

        Assert.Empty(await DialectKit.RunAsync(engine.Connection, engine.Dialect, engine.Form));
        Assert.Empty(await DialectKit.RunAsync(engine.Connection, engine.Dialect, SqlNumberForm.Counts));
    }

    private static async Task RefusesAsync(string name, string type, SqlNumberForm form, string told)
    {
        await using TestEngine engine = TestEngine.Start(name);
        PostingTable.Create(engine, type);
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        SqlColumnException error = await Assert.ThrowsAsync<SqlColumnException>(() => snapshot.ReadLedgerAsync(
            TestSpace.Create(), new SqlLedgerTable(new SqlTableName("postings"), form)));

        Assert.Equal("amount", error.Column);
        Assert.StartsWith("Column 'amount' of 'postings' is ", error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }
}
