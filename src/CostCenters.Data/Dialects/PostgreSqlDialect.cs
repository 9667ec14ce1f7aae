using System.Globalization;

namespace CostCenters.Data.Dialects;

/// <summary>PostgreSQL: sums of numeric and bigint are numeric of any size.</summary>
/// <remarks>
/// A numeric may be NaN or infinite, which its range check finds: NaN is greater than every number. The span of a day
/// is found by binary search in an array that is made once, so that no join is needed and foreign and partitioned
/// tables group where the rows are. Only collations that are not deterministic fold codes; a database seldom has one.
/// </remarks>
internal sealed class PostgreSqlDialect(bool folds = true) : SqlDialect
{
    private static readonly PostgreSqlDialect Unfolded = new(folds: false);

    public override string Name => "PostgreSQL";

    public override string BeginSnapshot => "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public override bool HasNotANumber => true;

    public override string CountFoldingCollations => "SELECT COUNT(*) FROM pg_collation WHERE NOT collisdeterministic";

    public override SqlDialect WithoutFolding => Unfolded;

    public override string Exact(string text) => folds ? $"{text} COLLATE \"C\"" : text;

    public override string TypeName(SqlColumnKind kind, int scale) =>
        kind == SqlColumnKind.Text ? "TEXT" : base.TypeName(kind, scale);

    public override string AsText(string value) => $"CAST({value} AS TEXT)";

    public override string IsFiner(string column, int scale) =>
        string.Create(CultureInfo.InvariantCulture, $"{column} <> ROUND({column}, {scale})");

    public override (string Join, string Number) SpanOf(string day, string firstDays) => (
        "",
        $"WIDTH_BUCKET({day}, (SELECT ARRAY_AGG(CAST(value AS DATE) ORDER BY CAST(value AS DATE)) "
            + $"FROM JSONB_ARRAY_ELEMENTS_TEXT(CAST({firstDays} AS JSONB))))");
}
