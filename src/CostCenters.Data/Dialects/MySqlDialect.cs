using System.Globalization;

namespace CostCenters.Data.Dialects;

/// <summary>MySQL: sums of decimals and integers are decimals with 22 digits more.</summary>
/// <remarks>Most collations compare without case and accents; codes are compared as binary text.</remarks>
internal sealed class MySqlDialect : SqlDialect
{
    public override string Name => "MySQL";

    public override string BeginSnapshot => "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

    public override string BeginLoading => "START TRANSACTION";

    public override string Quote(string name) => $"`{RequireName(name).Replace("`", "``", StringComparison.Ordinal)}`";

    public override string TypeName(SqlColumnKind kind, int scale) =>
        kind == SqlColumnKind.Text ? "VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin"
            : base.TypeName(kind, scale);

    public override string Exact(string text) => $"CONVERT({text} USING utf8mb4) COLLATE utf8mb4_0900_bin";

    public override string AsText(string value) => string.Create(
        CultureInfo.InvariantCulture, $"CAST({value} AS CHAR CHARACTER SET utf8mb4)");

    public override (string Join, string Number) SpanOf(string day, string firstDays) => (
        $"""
        LEFT JOIN (
            SELECT first_day, LEAD(first_day) OVER (ORDER BY span_number) AS next_day, span_number
            FROM JSON_TABLE({firstDays}, '$[*]' COLUMNS (
                span_number FOR ORDINALITY, first_day DATE PATH '$')) AS days) AS spans
            ON {day} >= spans.first_day AND {day} < spans.next_day
        """,
        "spans.span_number");
}
