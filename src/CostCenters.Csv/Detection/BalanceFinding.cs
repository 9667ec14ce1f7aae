using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Recognises rows that carry a balance forward, which no period may count as a posting.</summary>
internal static class BalanceFinding
{
    /// <summary>Refuses such rows until somebody says what they are.</summary>
    public static void Find(List<SampleRow> rows, Func<int, ColumnSource> sourceOf, ProposalDraft draft)
    {
        IGrouping<int, (int Place, string Text)>[] found =
        [
            .. rows.SelectMany(row => row.Cells.Select((cell, place) => (Place: place, Text: cell.Trim())))
                .Where(cell => cell.Text.Length > 0 && KnownHeadings.IsBalance(cell.Text))
                .Distinct()
                .GroupBy(cell => cell.Place),
        ];
        if (found.Length == 0 || draft.Profile.Sections is not null)
        {
            return;
        }

        RowTest test = found
            .Select(group => RowTest.Is(sourceOf(group.Key), group.Select(cell => cell.Text)))
            .Aggregate((one, other) => one.Or(other));
        string text = found[0].First().Text;
        var refused = RowFilter.Refuse(
            test, "A posting was expected; the row looks like a balance. Say in the profile what such rows are.");
        draft.Profile = draft.Profile.WithFilter(refused);
        draft.Open(
            "balances",
            $"Rows with {text} look like balances carried forward, which are no postings; they are refused.",
            "WithFilter",
            "filters",
            new ProfileChoice(
                "aside",
                "They are set aside",
                profile => profile.WithoutFilter(refused).WithFilter(RowFilter.Drop(test, "balances"))),
            new ProfileChoice("rows", "They are postings", profile => profile.WithoutFilter(refused)));
    }
}
