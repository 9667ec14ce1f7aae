namespace CostCenters.Data.Dialects;

/// <summary>DuckDB: sums of decimals are decimals of 38 digits, sums of integers have 128 bits.</summary>
/// <remarks>
/// A finer decimal is rounded on its way into a column, without a word: hence a column must declare the scale of the
/// space, and numbers read from files are DOUBLE, which is refused. Days are joined by equality (a range join sorts all
/// rows first), the days of a span being spelled out in the engine.
/// </remarks>
internal sealed class DuckDbDialect : SqlDialect
{
    public override string Name => "DuckDB";

    public override string BeginSnapshot => "BEGIN TRANSACTION";

    public override bool DescribesInRows => true;

    public override bool IsColumnar => true;

    public override string Marker(int number) => "$" + ParameterName(number);

    public override string Describe(string columns, string table) => $"DESCRIBE SELECT {columns} FROM {table}";

    public override string Exact(string text) => $"{text} COLLATE \"binary\"";

    public override (string Join, string Number) SpanOf(string day, string firstDays) => (
        $"""
        LEFT JOIN (
            SELECT CAST(UNNEST(RANGE(first_day, next_day, INTERVAL 1 DAY)) AS DATE) AS span_day, span_number
            FROM (
                SELECT first_day, LEAD(first_day) OVER (ORDER BY span_number) AS next_day, span_number
                FROM (
                    SELECT UNNEST(CAST({firstDays} AS DATE[])) AS first_day,
                        GENERATE_SUBSCRIPTS(CAST({firstDays} AS DATE[]), 1) AS span_number))
            WHERE next_day IS NOT NULL) AS spans ON spans.span_day = {day}
        """,
        "spans.span_number");
}
