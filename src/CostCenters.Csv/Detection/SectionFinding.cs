using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Recognises reports in sections: a row of its own carries the account of the rows below it.</summary>
internal static class SectionFinding
{
    /// <summary>Finds the rules, and takes labels, balances and totals out of the rows of data.</summary>
    /// <param name="rows">The rows below the header.</param>
    /// <param name="sourceOf">How a column is named.</param>
    /// <param name="draft">The proposal.</param>
    /// <returns>The rows of data; all rows where the file has no sections.</returns>
    public static List<SampleRow> Find(
        List<SampleRow> rows, Func<int, ColumnSource> sourceOf, ProposalDraft draft)
    {
        SampleRow[] found = [.. rows.Where(row => IsLabel(row, rows))];
        int[] places = [.. found.Select(FilledPlace).Distinct()];
        if (places is not [int place] || rows.Count(row => row.Filled > 1 && row[place].Length > 0) > rows.Count / 2)
        {
            return rows;
        }

        string[] labels = [.. found.Select(row => row[place]).Distinct()];
        SampleRow[] totals = [.. rows.Where(row => row.Filled > 1 && KnownHeadings.IsTotal(row[place]))];
        string[] forms = [.. totals.Select(row => FormOf(row[place], labels)).OfType<string>().Distinct()];
        string[] grand =
            [.. totals.Where(row => FormOf(row[place], labels) is null).Select(row => row[place]).Distinct()];
        string[] balances =
        [
            .. rows.SelectMany(row => row.Cells).Select(cell => cell.Trim())
                .Where(cell => KnownHeadings.Balances.Contains(cell, StringComparer.OrdinalIgnoreCase)).Distinct(),
        ];
        var rules = new SectionRules(sourceOf(place));
        rules = forms.Length > 0 ? rules.WithTotals(forms) : rules;
        rules = grand.Length > 0 ? rules.WithGrandTotals(grand) : rules;
        rules = balances.Length > 0 ? rules.WithOpenings(balances) : rules;
        draft.Profile = draft.Profile.WithSections(rules);
        draft.Say($"Rows such as {labels[0]} stand alone and carry the rows below them: a report in sections"
            + (forms.Length > 0 ? $" with totals {string.Join(", ", forms)}." : "."));
        return
        [
            .. rows.Where(row => row.Filled > 1 && !totals.Contains(row)
                && !row.Cells.Any(cell => balances.Contains(cell.Trim()))),
        ];
    }

    /// <summary>A row of a single text.</summary>
    private static bool IsLabel(SampleRow row, List<SampleRow> rows) =>
        row.Filled == 1
        && row.Cells.Length > 1
        && FilledPlace(row) is int place
        && !KnownHeadings.IsTotal(row[place])
        && (!CellKinds.IsTyped(row[place]) || IsLabelColumn(place, rows));

    /// <summary>Whether nothing but labels and totals stands in a column, so that a number in it is a label.</summary>
    private static bool IsLabelColumn(int place, List<SampleRow> rows) => rows.TrueForAll(row =>
        row.Filled == 1 || row[place].Length == 0 || KnownHeadings.IsTotal(row[place]));

    private static int FilledPlace(SampleRow row) => Array.FindIndex(row.Cells, cell => cell.Trim().Length > 0);

    /// <summary>The label of a total with a place for its section; null for that of all sections.</summary>
    private static string? FormOf(string total, string[] labels)
    {
        string? label = labels.Where(each => total.Contains(each, StringComparison.Ordinal)).MaxBy(each => each.Length);
        return label is null ? null : total.Replace(label, "{section}", StringComparison.Ordinal);
    }
}
