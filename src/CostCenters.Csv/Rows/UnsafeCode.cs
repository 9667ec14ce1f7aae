using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>Tells codes and version names that a spreadsheet would run or a screen would not show; they are accepted.
/// </summary>
internal static class UnsafeCode
{
    /// <summary>The note about a code; null for a harmless one.</summary>
    public static ImportIssue? Find(string code, string file, long? line, string column, bool tellsValues)
    {
        string? fault = TextCell.IsFormula(code)
            ? "begins like a formula, which a spreadsheet would run"
            : TextCell.HasHiddenCharacters(code)
                ? "has characters that nobody sees, so that it may look like another one"
                : null;
        return fault is null
            ? null
            : new ImportIssue(
                ImportIssueCode.UnsafeCode,
                ImportSeverity.Note,
                file,
                line,
                column,
                tellsValues ? code : null,
                $"The text {fault}. It is accepted; consider another one.");
    }
}
