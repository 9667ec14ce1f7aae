using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using CostCenters.Benchmarks.BareSql;
using CostCenters.Data;
using CostCenters.Data.Dialects;
using CostCenters.Data.Loading;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Ledgers;
using CostCenters.Samples.DatabaseReport;
using DuckDB.NET.Data;
using Npgsql;

// Reading and loading by the library against the same by hand, in pairs, so that a busy machine slows both.
int rows = Number("--rows", 10_000_000);
int rounds = Number("--rounds", 7);
string? postgreSql = Text("--postgresql");

bool isSound = await CompareAsync(
    "DuckDB",
    SqlDialect.DuckDb,
    () => new DuckDBConnection("Data Source=:memory:"),
    connection => table => new DuckDbRowWriter((DuckDBConnection)connection, table),
    BareLoads.DuckDb,
    "CREATE TEMP TABLE days AS SELECT CAST(d AS DATE) AS day, CAST(year(d) * 12 + month(d) AS INTEGER) AS period "
        + "FROM range(DATE '2024-01-01', DATE '2027-01-01', INTERVAL 1 DAY) AS t(d)");
if (postgreSql is not null)
{
    isSound &= await CompareAsync(
        "PostgreSQL",
        SqlDialect.PostgreSql,
        () => new NpgsqlConnection(postgreSql),
        connection => table => new PostgreSqlRowWriter((NpgsqlConnection)connection, table),
        BareLoads.PostgreSql,
        "CREATE TEMP TABLE days AS SELECT CAST(d AS DATE) AS day, "
            + "CAST(extract(year FROM d) * 12 + extract(month FROM d) AS INTEGER) AS period "
            + "FROM generate_series(DATE '2024-01-01', DATE '2026-12-31', INTERVAL '1 day') d; "
            + "ANALYZE days; ANALYZE postings");
}

return isSound ? 0 : 1;

async Task<bool> CompareAsync(
    string name,
    SqlDialect dialect,
    Func<DbConnection> connect,
    Func<DbConnection, Func<SqlNewTable, ISqlRowWriter>> bulk,
    Action<DbConnection, IReadOnlyList<Posting>> bareLoad,
    string days)
{
    bool isCpu = dialect == SqlDialect.DuckDb;
    var tables = new SqlBookTables(SqlNumberForm.Decimals);
    var table = new SqlLedgerTable(tables.Postings.Table, SqlNumberForm.Decimals, quantity: "quantity");
    await using DbConnection connection = connect();
    await connection.OpenAsync();
    List<Posting> postings = [.. Company.Postings(rows)];
    var loads = new List<(double Bare, double Package)>();
    for (int round = 0; round < Math.Max(1, rounds / 2); round++)
    {
        Run(connection, "DROP TABLE IF EXISTS postings");
        Run(connection, BareLoads.CreateTable);
        double bare = Seconds(() => bareLoad(connection, postings), isCpu);
        Run(connection, "DROP TABLE postings");
        var loader = new SqlBookLoader(connection, dialect, tables, bulk(connection));
        double library = await SecondsAsync(() => loader.LoadPostingsAsync(Company.Space, postings), isCpu);
        loads.Add((bare, library));
    }

    postings = [];
    Run(connection, days);
    var reads = new List<(double Bare, double Package)>();
    SqlLedgerReading? reading = null;
    decimal sum = 0m;
    for (int round = 0; round <= rounds; round++)
    {
        double bare = Seconds(() => sum = BareReads.Sum(connection), isCpu);
        double library = await SecondsAsync(async () =>
        {
            await using SqlSnapshot snapshot = await SqlSnapshot.OpenAsync(connection, dialect);
            reading = await snapshot.ReadLedgerAsync(Company.Space, table);
        }, isCpu);
        if (round > 0)
        {
            reads.Add((bare, library));
        }
    }

    string unit = isCpu ? "s of processor time" : "s";
    Tell($"{name}: load", loads, unit);
    Tell($"{name}: read", reads, unit);
    bool isSound = reading!.RowsAccepted == rows && reading.Cube.Cells().Sum(cell => cell.Amount) == sum;
    Console.WriteLine($"{name}: {reading.Cube.CellCount} cells, {(isSound ? "the same sum" : "ANOTHER SUM")}");
    Run(connection, "DROP TABLE postings");
    return isSound;
}

static void Tell(string what, List<(double Bare, double Package)> pairs, string unit)
{
    double[] ratios = [.. pairs.Select(pair => pair.Package / pair.Bare).Order()];
    double median = (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: by hand {pairs.Min(pair => pair.Bare):0.00}, "
            + $"the package {pairs.Min(pair => pair.Package):0.00} {unit}, "
            + $"ratio {median:0.00} (median of {ratios.Length} pairs, {ratios[0]:0.00} to {ratios[^1]:0.00})"));
}

// DuckDB runs in this process, whose processor time a busy machine does not change; PostgreSQL does not.
static double Seconds(Action work, bool isCpu)
{
    double start = Now(isCpu);
    work();
    return Now(isCpu) - start;
}

static async Task<double> SecondsAsync(Func<Task> work, bool isCpu)
{
    double start = Now(isCpu);
    await work();
    return Now(isCpu) - start;
}

static double Now(bool isCpu) => isCpu
    ? Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds
    : Stopwatch.GetElapsedTime(0).TotalSeconds;

static void Run(DbConnection connection, string statement)
{
    using DbCommand command = connection.CreateCommand();
    command.CommandText = statement;
    command.CommandTimeout = 0;
    command.ExecuteNonQuery();
}

string? Text(string option)
{
    int place = Array.IndexOf(args, option);
    return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
}

int Number(string option, int usual) =>
    Text(option) is string text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
