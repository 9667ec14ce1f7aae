namespace CostCenters.Data.Dialects;

/// <summary>ClickHouse: sums of decimals have 38 digits; integers are widened first, since their sum wraps at 64 bits.
/// </summary>
/// <remarks>There is no snapshot, so rows are counted before and after. A session that skips shards it cannot reach
/// (<c>skip_unavailable_shards</c>) gives less without a word: leave that setting off.</remarks>
internal sealed class ClickHouseDialect : SqlDialect
{
    public override string Name => "ClickHouse";

    public override string? BeginSnapshot => null;

    public override bool IsColumnar => true;

    public override string Quote(string name) =>
        "`" + RequireName(name).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal) + "`";

    public override string TypeName(SqlColumnKind kind, int scale) => kind switch
    {
        SqlColumnKind.Text => "String",
        SqlColumnKind.Date => "Date32",
        SqlColumnKind.WholeNumber => "Int64",
        _ => base.TypeName(kind, scale),
    };

    public override SqlColumnType TypeOf(string name, bool isNullable)
    {
        ArgumentNullException.ThrowIfNull(name);
        const string Nullable = "Nullable(";
        return name.StartsWith(Nullable, StringComparison.Ordinal)
            ? SqlColumnType.Parse(name[Nullable.Length..^1], isNullable: true)
            : SqlColumnType.Parse(name, isNullable: false);
    }

    public override string Exact(string text) => text;

    public override string AsText(string value) => $"toString({value})";

    public override IReadOnlyList<string> Sum(string value, SqlNumberForm form) =>
        form == SqlNumberForm.Counts ? [$"sum(toInt128({value}))"] : [$"sum({value})"];

    public override (string Join, string Number) SpanOf(string day, string firstDays) => (
        "",
        $"length(arrayFilter(first_day -> first_day <= toDate32({day}), "
            + $"arrayMap(text -> toDate32(text), JSONExtract({firstDays}, 'Array(String)'))))");
}
