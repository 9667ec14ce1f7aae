using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Recognises rows of totals among those of data, and proposes them only where they are the sums.</summary>
internal static class TotalFinding
{
    /// <summary>The rows without those whose first text is a word for a total, or for a balance.</summary>
    public static List<SampleRow> Split(List<SampleRow> rows, out List<SampleRow> totals)
    {
        int usual = rows.Count == 0 ? 0 : rows.Max(row => row.Filled);
        totals = [.. rows.Where(row => IsTotal(row, usual))];
        List<SampleRow> found = totals;
        return [.. rows.Where(row => !found.Contains(row))];
    }

    /// <summary>Proposes a rule for totals that agree with the rows above.</summary>
    public static void Find(
        List<SampleRow> rows,
        List<SampleRow> totals,
        SampleColumn amount,
        Func<int, ColumnSource> sourceOf,
        ProposalDraft draft)
    {
        // The totals of groups have a label each, and are one rule: each is the sum since the one before.
        foreach (IGrouping<(int Place, string Text), SampleRow> group in totals
            .Where(row => !KnownHeadings.IsBalance(LabelOf(row).Text))
            .GroupBy(row => LabelOf(row) is var label && KnownHeadings.IsGroupTotal(label.Text)
                ? (label.Place, "... " + label.Text.Split(' ')[^1])
                : label))
        {
            TotalScope? scope = ScopeOf(rows, [.. group], amount, draft.Profile);
            var test = RowTest.Is(sourceOf(group.Key.Place), group.Select(row => LabelOf(row).Text).Distinct());
            if (scope is TotalScope known)
            {
                draft.Profile = draft.Profile.WithTotals(new TotalRows(test, known));
                draft.Say($"Rows \"{group.Key.Text}\" hold the sum of the rows above: verified, then set aside.");
                continue;
            }

            draft.Open(
                "totals",
                $"Rows \"{group.Key.Text}\" look like totals, but are not the sum of the rows above as far as those "
                    + "can "
                    + "be read.",
                "WithTotals or WithFilter",
                "totals",
                new ProfileChoice(
                    "aside",
                    "They are set aside unseen",
                    profile => profile.WithTotals(new TotalRows(test, TotalScope.Unverified))));
            return;
        }
    }

    /// <summary>A last row without label that holds the sum of all others.</summary>
    public static void FindUnmarked(List<SampleRow> rows, SampleColumn amount, ProposalDraft draft)
    {
        if (!draft.IsWhole || rows.Count < 3 || rows[^1].Filled >= rows[..^1].Min(row => row.Filled))
        {
            return;
        }

        decimal? last = Value(rows[^1], amount, draft.Profile);
        if (last is not null && last == Sum(rows[..^1], amount, draft.Profile))
        {
            draft.Open(
                "lastRow",
                "The last row holds the sum of all rows above and less text than they; it is refused.",
                "WithLastRow",
                "lastRow",
                new ProfileChoice("total", "It is a total", profile => profile.WithLastRow(LastRow.Total)),
                new ProfileChoice("row", "It is a row like any other", profile => profile.WithLastRow(LastRow.Row)));
        }
    }

    private static bool IsTotal(SampleRow row, int usual) =>
        row.Filled > 1
        && row.Filled < usual
        && IsLabel(LabelOf(row).Text)
        && row.Cells.Any(cell => CellKinds.IsNumber(cell.Trim()));

    private static bool IsLabel(string text) =>
        KnownHeadings.IsTotal(text) || KnownHeadings.IsGroupTotal(text) || KnownHeadings.IsBalance(text);

    private static (int Place, string Text) LabelOf(SampleRow row)
    {
        int place = Array.FindIndex(row.Cells, cell => cell.Trim().Length > 0);
        return place < 0 ? (0, "") : (place, row[place]);
    }

    private static TotalScope? ScopeOf(
        List<SampleRow> rows, List<SampleRow> group, SampleColumn amount, ImportProfile profile)
    {
        bool isWhole = true;
        bool isSince = true;
        long since = 0;
        foreach (SampleRow total in group)
        {
            decimal? value = Value(total, amount, profile);
            decimal? all = Sum(rows.Where(row => row.Line < total.Line), amount, profile);
            decimal? part = Sum(rows.Where(row => row.Line < total.Line && row.Line > since), amount, profile);
            isWhole &= value is not null && value == all;
            isSince &= value is not null && value == part;
            since = total.Line;
        }

        return isWhole ? TotalScope.WholeFile : isSince ? TotalScope.SincePrevious : null;
    }

    private static decimal? Sum(IEnumerable<SampleRow> rows, SampleColumn amount, ImportProfile profile)
    {
        decimal sum = 0;
        foreach (SampleRow row in rows)
        {
            if (row[amount.Position].Length == 0)
            {
                continue;
            }

            if (Value(row, amount, profile) is not decimal value)
            {
                return null;
            }

            sum += value;
        }

        return sum;
    }

    private static decimal? Value(SampleRow row, SampleColumn amount, ImportProfile profile) =>
        NumberFinding.Read(row[amount.Position], profile);
}
