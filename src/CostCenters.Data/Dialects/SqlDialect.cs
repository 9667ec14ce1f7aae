using System.Globalization;

namespace CostCenters.Data.Dialects;

/// <summary>The rules of an engine: how names and parameters are written, which sums are exact, how a day finds its
/// span of days, and how a reading stays consistent.</summary>
/// <remarks>
/// <para>The members of this class are standard SQL; what an engine does otherwise is overridden in its own file. A
/// dialect of your own derives from it: run the dialect kit on it before you rely on it.</para>
/// <para>Immutable; safe for all threads.</para>
/// </remarks>
public abstract class SqlDialect
{
    /// <summary>DuckDB, tried for real: in memory, in a file, over views of Parquet and CSV files.</summary>
    public static SqlDialect DuckDb { get; } = new DuckDbDialect();

    /// <summary>PostgreSQL, tried for real: tables, partitioned and foreign ones.</summary>
    public static SqlDialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>SQLite, tried for real: integers of smallest units alone, days as text such as 2026-03-31.</summary>
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    /// <summary>SQL Server 2016 or later; its statements are tested, not run.</summary>
    public static SqlDialect SqlServer { get; } = new SqlServerDialect();

    /// <summary>MySQL 8 or later; its statements are tested, not run.</summary>
    public static SqlDialect MySql { get; } = new MySqlDialect();

    /// <summary>ClickHouse; its statements are tested, not run.</summary>
    public static SqlDialect ClickHouse { get; } = new ClickHouseDialect();

    /// <summary>The name of the engine.</summary>
    public abstract string Name { get; }

    /// <summary>The statement that begins a transaction which sees the database as it is now, or null for an engine
    /// without one: there the rows are counted before and after instead.</summary>
    public abstract string? BeginSnapshot { get; }

    /// <summary>The statement that ends it.</summary>
    public virtual string EndSnapshot => "COMMIT";

    /// <summary>The statement that begins a transaction of a loading; it ends with COMMIT or ROLLBACK.</summary>
    public virtual string BeginLoading => "BEGIN TRANSACTION";

    /// <summary>Whether <see cref="Describe"/> returns one row a column (name, type, YES or NO for null); else the
    /// schema of its result tells the types.</summary>
    public virtual bool DescribesInRows => false;

    /// <summary>Whether the type of a column binds its values; else each one is looked at.</summary>
    public virtual bool HasTypedColumns => true;

    /// <summary>Whether a decimal may be no number (NaN) or infinite, whatever its column declares.</summary>
    public virtual bool HasNotANumber => false;

    /// <summary>Whether the least and the greatest value of a column cost next to nothing, so that they are asked first
    /// and rows need no check of their own where both are good.</summary>
    public virtual bool IsColumnar => false;

    /// <summary>A query that counts the collations of the database which fold codes, or null when that is not asked.
    /// </summary>
    public virtual string? CountFoldingCollations => null;

    /// <summary>The same dialect for a database without such a collation: there <see cref="Exact"/> has nothing to do,
    /// and tables on other servers are grouped there.</summary>
    public virtual SqlDialect WithoutFolding => this;

    /// <summary>Writes a name as a quoted identifier.</summary>
    /// <param name="name">The name, without NUL.</param>
    public virtual string Quote(string name) =>
        $"\"{RequireName(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Writes the place of a parameter into a statement.</summary>
    /// <param name="number">Its number, from 0.</param>
    public virtual string Marker(int number) => "@" + ParameterName(number);

    /// <summary>The name that the provider knows a parameter by.</summary>
    /// <param name="number">Its number, from 0.</param>
    public virtual string ParameterName(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    /// <summary>A statement whose result has the columns of another one, but no rows of it.</summary>
    /// <param name="columns">The quoted columns.</param>
    /// <param name="table">The quoted table.</param>
    public virtual string Describe(string columns, string table) => $"SELECT {columns} FROM {table} WHERE 1 = 0";

    /// <summary>Reads the name of a type.</summary>
    /// <param name="name">As the engine or provider writes it.</param>
    /// <param name="isNullable">Whether a row may have no value.</param>
    public virtual SqlColumnType TypeOf(string name, bool isNullable) => SqlColumnType.Parse(name, isNullable);

    /// <summary>The type of a column of a table that is to be made.</summary>
    /// <param name="kind">What it holds: text, a date, an integer of 64 bits or a decimal.</param>
    /// <param name="scale">The decimals of a decimal, which has 16 digits before them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is another one.</exception>
    public virtual string TypeName(SqlColumnKind kind, int scale) => kind switch
    {
        SqlColumnKind.Text => "VARCHAR",
        SqlColumnKind.Date => "DATE",
        SqlColumnKind.WholeNumber => "BIGINT",
        SqlColumnKind.ExactDecimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({16 + scale}, {scale})"),
        _ => throw new ArgumentOutOfRangeException(
            nameof(kind), kind, "Text, date, whole number or decimal was expected."),
    };

    /// <summary>Compares a text by its characters alone, whatever the collation of its column.</summary>
    /// <param name="text">A column.</param>
    public abstract string Exact(string text);

    /// <summary>The day of a column of dates or of times without a zone.</summary>
    /// <param name="column">The column.</param>
    /// <param name="kind">What it holds.</param>
    public virtual string Day(string column, SqlColumnKind kind) =>
        kind == SqlColumnKind.Timestamp ? $"CAST({column} AS DATE)" : column;

    /// <summary>Any value as text, for samples.</summary>
    /// <param name="value">An expression.</param>
    public virtual string AsText(string value) => $"CAST({value} AS VARCHAR)";

    /// <summary>Whether a value that is there is no exact number, or null when the type of a column rules that out.
    /// </summary>
    /// <param name="column">A column.</param>
    /// <param name="form">How it holds numbers.</param>
    public virtual string? IsInexact(string column, SqlNumberForm form) => null;

    /// <summary>Whether a decimal of a column without a declared scale is finer than a scale, or null for an engine
    /// in which every decimal declares its scale.</summary>
    /// <param name="column">A column.</param>
    /// <param name="scale">The scale.</param>
    public virtual string? IsFiner(string column, int scale) => null;

    /// <summary>An exact sum: one expression, or two, of which the first counts 2^32.</summary>
    /// <param name="value">What is added up; NULL adds nothing.</param>
    /// <param name="form">How it holds numbers.</param>
    public virtual IReadOnlyList<string> Sum(string value, SqlNumberForm form) => [$"SUM({value})"];

    /// <summary>Finds the span of days in which each row lies: the calendar as a small table, joined
    /// half-open.</summary>
    /// <remarks>Span n reaches from the nth first day to the day before the next; the last of the days begins none. A
    /// row outside of all spans stays, without a number or with one below 1 or above the number of spans.</remarks>
    /// <param name="day">The day of a row.</param>
    /// <param name="firstDays">The parameter with the first days: <c>["1900-01-01","1900-02-01"]</c>.</param>
    /// <returns>What follows the table in FROM, perhaps empty, and the expression of the number.</returns>
    public abstract (string Join, string Number) SpanOf(string day, string firstDays);

    /// <summary>The first rows of a query.</summary>
    /// <param name="query">A query with its order.</param>
    /// <param name="count">How many rows.</param>
    public virtual string First(string query, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{query} LIMIT {count}");

    internal string Quote(SqlTableName table) =>
        table.Schema is null ? Quote(table.Name) : $"{Quote(table.Schema)}.{Quote(table.Name)}";

    internal static string RequireName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("A name of a table or column has no NUL.", nameof(name))
            : name;
    }
}
