namespace CostCenters.Data.Dialects;

/// <summary>SQLite: integers alone, added up in two halves, since its own sum ends at 64 bits.</summary>
/// <remarks>
/// A declared type binds no value, so each one is looked at. DECIMAL and REAL add up as binary floating point (ten
/// times 0.10 is 0.9999999999999999) and are refused. Days are text such as 2026-03-31, spelled out by the engine for
/// the join.</remarks>
internal sealed class SqliteDialect : SqlDialect
{
    public override string Name => "SQLite";

    public override string BeginSnapshot => "BEGIN DEFERRED TRANSACTION";

    public override bool HasTypedColumns => false;

    public override SqlColumnType TypeOf(string name, bool isNullable)
    {
        string upper = name.ToUpperInvariant();
        SqlColumnKind kind =
            upper.Contains("INT", StringComparison.Ordinal) ? SqlColumnKind.WholeNumber
            : upper.Contains("CHAR", StringComparison.Ordinal) || upper.Contains("CLOB", StringComparison.Ordinal)
                || upper.Contains("TEXT", StringComparison.Ordinal) ? SqlColumnKind.Text
            : upper.Contains("REAL", StringComparison.Ordinal) || upper.Contains("FLOA", StringComparison.Ordinal)
                || upper.Contains("DOUB", StringComparison.Ordinal) ? SqlColumnKind.FloatingPoint
            : upper.StartsWith("DATE", StringComparison.Ordinal) ? SqlColumnKind.Date
            : upper.StartsWith("DEC", StringComparison.Ordinal) || upper.StartsWith("NUM", StringComparison.Ordinal)
                ? SqlColumnKind.ExactDecimal
            : SqlColumnKind.Other;
        return new SqlColumnType(name, kind, null, null, isNullable);
    }

    public override string TypeName(SqlColumnKind kind, int scale) => kind switch
    {
        SqlColumnKind.WholeNumber => "INTEGER",
        SqlColumnKind.ExactDecimal => throw new ArgumentOutOfRangeException(
            nameof(kind), kind, "SQLite adds decimals up as floating point; use SqlNumberForm.Counts."),
        _ => "TEXT",
    };

    public override string Exact(string text) => $"{text} COLLATE BINARY";

    public override string Day(string column, SqlColumnKind kind) => column;

    public override string AsText(string value) => $"CAST({value} AS TEXT)";

    public override string IsInexact(string column, SqlNumberForm form) =>
        $"TYPEOF({column}) NOT IN ('integer', 'null')";

    public override IReadOnlyList<string> Sum(string value, SqlNumberForm form) =>
        [$"SUM({value} >> 32)", $"SUM({value} & 4294967295)"];

    public override (string Join, string Number) SpanOf(string day, string firstDays) => (
        $"""
        LEFT JOIN (
            WITH RECURSIVE
            starts AS (
                SELECT value AS first_day, LEAD(value) OVER (ORDER BY key) AS next_day, key + 1 AS span_number
                FROM JSON_EACH({firstDays})),
            days AS (
                SELECT first_day AS span_day, next_day, span_number FROM starts WHERE next_day IS NOT NULL
                UNION ALL
                SELECT DATE(span_day, '+1 day'), next_day, span_number FROM days
                WHERE DATE(span_day, '+1 day') < next_day)
            SELECT span_day, span_number FROM days) AS spans ON spans.span_day = {day}
        """,
        "spans.span_number");
}
