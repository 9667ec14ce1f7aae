using System.Globalization;
using System.Text;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;

namespace CostCenters.Data.Statements;

/// <summary>Columns of codes and days: which types are compared exactly, and which codes a collation may
/// fold.</summary>
internal static class CodeColumn
{
    /// <exception cref="SqlColumnException">The column is no text, or one that the engine fills up.</exception>
    public static void Require(SqlDialect dialect, SqlTableName table, string column, SqlColumnType type)
    {
        if (type.Kind != SqlColumnKind.Text && dialect.HasTypedColumns)
        {
            throw new SqlColumnException(table, column, type.Name, type.Kind == SqlColumnKind.PaddedText
                ? "the engine fills its values up with blanks, so codes are not compared exactly. Cast it in a view."
                : "text was expected. Cast it in a view.");
        }
    }

    /// <exception cref="SqlColumnException">The column holds no days, or days that depend on a time zone.</exception>
    public static void RequireDay(SqlDialect dialect, SqlTableName table, string column, SqlColumnType type)
    {
        if (type.Kind is not (SqlColumnKind.Date or SqlColumnKind.Timestamp) && dialect.HasTypedColumns)
        {
            throw new SqlColumnException(table, column, type.Name, type.Kind == SqlColumnKind.ZonedTimestamp
                ? "its days depend on a time zone. Name the zone in a view that casts it to a date."
                : "dates, or times without a zone, were expected. Cast it in a view.");
        }
    }

    /// <summary>Groups of different codes that differ in case, accents, width or trailing blanks alone.</summary>
    public static IEnumerable<IReadOnlyList<string>> Alike(IEnumerable<string> codes) =>
        codes.GroupBy(Folded, StringComparer.Ordinal)
            .Select(group => group.Order(StringComparer.Ordinal).ToArray())
            .Where(group => group.Length > 1);

    private static string Folded(string code)
    {
        var folded = new StringBuilder(code.Length);
        string wide = IsWhole(code) ? code.Normalize(NormalizationForm.FormKD) : code;
        foreach (char character in wide.TrimEnd(' '))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToUpperInvariant(character));
            }
        }

        return folded.ToString();
    }

    private static bool IsWhole(string text) => !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
