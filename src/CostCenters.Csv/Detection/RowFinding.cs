using System.Globalization;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Reading;

namespace CostCenters.Csv.Detection;

/// <summary>Looks at what is irregular in rows: white space, too few or too many cells, texts for absent ones.
/// </summary>
internal static class RowFinding
{
    private static readonly string[] AbsentTexts =
        ["NULL", "null", "N/A", "n/a", "#N/A", "#NV", "NA", "NaN", "nan", "None", "none", "(null)", "(blank)", "\\N"];

    /// <summary>Finds what the profile must allow.</summary>
    public static void Find(List<SampleRow> rows, List<SampleColumn> columns, int width, ProposalDraft draft)
    {
        if (columns.Exists(column => column.HasSpaces))
        {
            draft.Profile = draft.Profile.WithTrimmedCells();
            draft.Say("White space around cells is taken off.");
        }

        FindAbsent(columns, draft);
        int surplus = rows.Count(row => row.Cells.Skip(width).Any(cell => cell.Trim().Length > 0));
        if (surplus > 0)
        {
            draft.Open(
                "surplus",
                $"{surplus.ToString(CultureInfo.InvariantCulture)} rows have more cells than the header: numbers or "
                    + "texts "
                    + "with the delimiter in them, or cells without heading. They are refused.",
                "WithSurplusCells",
                "surplusCells",
                new ProfileChoice("pass", "What has no heading is passed over", profile => profile.WithSurplusCells()));
        }

        int lacking = rows.Count(row => !row.IsBroken && row.Cells.Length < width);
        if (lacking > 0 && draft.Profile.Sections is null)
        {
            draft.Open(
                "short",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lacking} rows have fewer cells than the header; they are refused."),
                "WithShortRows",
                "shortRows",
                new ProfileChoice("empty", "The cells that lack are empty", profile => profile.WithShortRows()));
        }
    }

    /// <summary>Whether a column or amount of the profile is meant by a heading, so that a header can be found.
    /// </summary>
    public static bool NamesColumns(this ImportProfile profile) =>
        profile.Columns.Values.SelectMany(SourceParts.NamedIn).Any()
        || (profile.Amount is not null && SourceParts.NamedIn(profile.Amount).Any());

    /// <summary>Whether a cell may stand for an absent value.</summary>
    public static bool MayBeAbsent(string cell) => AbsentTexts.Contains(cell);

    /// <summary>What databases write for absent values, in any column.</summary>
    private static bool IsNull(string cell) => cell is "NULL" or "(null)" or "\\N";

    private static void FindAbsent(List<SampleColumn> columns, ProposalDraft draft)
    {
        string[] found =
        [
            .. columns
                .SelectMany(column => column.Filled.Distinct().Where(cell => AbsentTexts.Contains(cell)
                    && (IsNull(cell) || column.Filled.Any(CellKinds.IsTyped))))
                .Distinct(),
        ];
        if (found.Length > 0)
        {
            draft.Profile = draft.Profile.WithAbsentTokens(found);
            draft.Say($"{string.Join(", ", found)} stand for empty cells.");
        }

        if (columns.Exists(column => CellKinds.AreNumbers(column.Cells) && column.Filled.Contains("-")))
        {
            draft.Hint(
                "dash",
                "Some cells of numbers have a - alone, which spreadsheets show for zero; they are refused.",
                "WithAbsentTokens",
                "absent",
                new ProfileChoice("absent", "- is an empty cell", profile => profile.WithAbsentTokens("-")));
        }
    }
}
