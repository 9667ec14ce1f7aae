using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Data.Loading;
using CostCenters.Data.Results;
using CostCenters.Data.Tests.Engines;
using CostCenters.Journals;
using CostCenters.Samples.DatabaseReport;
using DuckDB.NET.Data;
using NodaTime;
using Npgsql;

namespace CostCenters.Data.Tests.Books;

public class LoadTests
{
    private static readonly CommandStamp Stamp = new("tester", Instant.FromUtc(2026, 12, 31, 12, 0));

    public static TheoryData<string> Engines => TestEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Load_SampleCompany_ComesBackWithTheSameBytes(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        Book book = BookFolder.Read(Path.Combine(AppContext.BaseDirectory, "SampleCompany"), Stamp).GetOrThrow();
        await ComesBackAsync(engine, book);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Load_RandomBooks_ComeBackWithTheSameBytes(string name)
    {
        for (int seed = 1000; seed < 1000 + TestRounds.Of(50); seed++)
        {
            await using TestEngine engine = TestEngine.Start(name);
            using var files = new RandomBook(seed, engine.Dialect);
            await ComesBackAsync(engine, BookFolder.Read(files.Folder, Stamp).Value!);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Load_Cancelled_LeavesNothing(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        Book book = BookFolder.Read(Path.Combine(AppContext.BaseDirectory, "SampleCompany"), Stamp).GetOrThrow();
        using var cancellation = new CancellationTokenSource();
        var progress = new Progress(rows =>
        {
            if (rows > 10_000)
            {
                cancellation.Cancel();
            }
        });
        var tables = new SqlBookTables(engine.Form);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new SqlBookLoader(engine.Connection, engine.Dialect, tables, BulkOf(engine), progress)
                .LoadAsync(book.Snapshot(), cancellation.Token));

        await using SqlSnapshot snapshot = await engine.OpenAsync();
        await Assert.ThrowsAsync<SqlReadException>(() => snapshot.ReadDescriptionAsync(tables));
    }

    /// <summary>The appender of DuckDB and the binary COPY of PostgreSQL, as the sample has them.</summary>
    internal static Func<SqlNewTable, ISqlRowWriter>? BulkOf(TestEngine engine) => engine.Connection switch
    {
        DuckDBConnection duckDb => table => new DuckDbRowWriter(duckDb, table),
        NpgsqlConnection postgreSql => table => new PostgreSqlRowWriter(postgreSql, table),
        _ => null,
    };

    private static async Task ComesBackAsync(TestEngine engine, Book book)
    {
        var tables = new SqlBookTables(engine.Form);
        await new SqlBookLoader(engine.Connection, engine.Dialect, tables, BulkOf(engine)).LoadAsync(book.Snapshot());
        await using SqlSnapshot snapshot = await engine.OpenAsync();

        CubeSpace space = await snapshot.ReadSpaceAsync(tables);
        SqlResult<CubeLayers> budgets = await snapshot.ReadBudgetsAsync(space, tables.Budgets);
        SqlLedgerReading ledger = await snapshot.ReadLedgerAsync(space, tables.Postings);
        Book back = await snapshot.ReadBookAsync(tables, Stamp);

        Assert.Equal((0, 0), (budgets.RowsRejected, ledger.RowsRejected));
        Assert.Equal(
            BookReport.Of(book.Snapshot().ToLayers()),
            BookReport.Of(budgets.Value!.With(LayerKey.Actual, ledger.Cube)));
        Assert.Equal(Bytes(book), Bytes(back));
    }

    private static string Bytes(Book book)
    {
        string folder = Directory.CreateTempSubdirectory("costcenters-").FullName;
        BookFolder.Write(book, folder);
        string text = string.Join('\n', Directory.GetFiles(folder).Order(StringComparer.Ordinal)
            .Select(file => Path.GetFileName(file) + "\n" + File.ReadAllText(file)));
        Directory.Delete(folder, recursive: true);
        return text;
    }

    private sealed class Progress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
