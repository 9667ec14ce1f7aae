using System.Globalization;

namespace CostCenters.Data.Dialects;

/// <summary>SQL Server: sums of decimals have 38 digits; integers are cast first, since their sum ends at 64 bits.
/// </summary>
/// <remarks>The database must allow snapshot isolation. Trailing blanks are no difference to its comparison, so codes
/// are compared with a character behind them.</remarks>
internal sealed class SqlServerDialect : SqlDialect
{
    public override string Name => "SQL Server";

    public override string BeginSnapshot => "SET TRANSACTION ISOLATION LEVEL SNAPSHOT; BEGIN TRANSACTION";

    public override string Quote(string name) => $"[{RequireName(name).Replace("]", "]]", StringComparison.Ordinal)}]";

    public override string TypeName(SqlColumnKind kind, int scale) =>
        kind == SqlColumnKind.Text ? "NVARCHAR(400)" : base.TypeName(kind, scale);

    public override string Exact(string text) => $"CONCAT({text} COLLATE Latin1_General_100_BIN2, N'')";

    public override string AsText(string value) => $"CAST({value} AS NVARCHAR(4000))";

    public override IReadOnlyList<string> Sum(string value, SqlNumberForm form) =>
        form == SqlNumberForm.Counts ? [$"SUM(CAST({value} AS DECIMAL(38, 0)))"] : [$"SUM({value})"];

    public override string First(string query, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{query} OFFSET 0 ROWS FETCH NEXT {count} ROWS ONLY");

    public override (string Join, string Number) SpanOf(string day, string firstDays) => (
        $"""
        LEFT JOIN (
            SELECT CAST(value AS DATE) AS first_day,
                LEAD(CAST(value AS DATE)) OVER (ORDER BY CAST([key] AS INT)) AS next_day,
                CAST([key] AS INT) + 1 AS span_number
            FROM OPENJSON({firstDays})) AS spans ON {day} >= spans.first_day AND {day} < spans.next_day
        """,
        "spans.span_number");
}
