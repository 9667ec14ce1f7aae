using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using CostCenters.Structure;

namespace CostCenters.Csv.Detection;

/// <summary>Asks whether amounts count in natural signs, where elements of a book show which are costs.</summary>
internal static class NatureFinding
{
    private const string Key = "signs";
    private const string Method = "WithAmountSigns";
    private const string JsonKey = "amountSigns";
    private const int FewestRows = 3;

    /// <summary>Looks at the signs of costs and revenues.</summary>
    public static void Find(ColumnFinding columns, ProposalDraft draft)
    {
        if (draft.Profile.Amount is not null
            || draft.Profile.AmountSigns != AmountSigns.Natural
            || columns[KnownHeadings.Amount] is not SampleColumn amount)
        {
            return;
        }

        (int costs, int negativeCosts, int revenues, int negativeRevenues) = Count(columns, amount, draft);
        bool areCostsTurned = costs >= FewestRows && negativeCosts > 0.8m * costs;
        bool areRevenuesTurned = revenues >= FewestRows && negativeRevenues > 0.8m * revenues;
        if (areCostsTurned || areRevenuesTurned)
        {
            draft.Profile = draft.Profile.WithAmount(AmountFinding.WithoutSign(amount.Source));
            draft.Open(
                Key,
                areCostsTurned
                    ? $"Most amounts of {amount.Name} on cost elements are negative: credits, or costs below zero?"
                    : $"Most amounts of {amount.Name} on revenue elements are negative: credits, or revenues below "
                        + "zero?",
                Method,
                JsonKey,
                Choice("natural", "Costs and revenues count positive", AmountSigns.Natural, amount),
                Choice("debitPositive", "Debits count positive", AmountSigns.DebitPositive, amount),
                Choice("creditPositive", "Credits count positive", AmountSigns.CreditPositive, amount));
        }
        else if (revenues < FewestRows && (HasNegative(amount)
            || !amount.Heading.Equals(KnownHeadings.Amount, StringComparison.OrdinalIgnoreCase)))
        {
            draft.Hint(
                Key,
                "Costs and revenues are taken as positive. A general ledger has revenues negative: then name debits as "
                    + "positive.",
                Method,
                JsonKey,
                Choice("natural", "Costs and revenues count positive", AmountSigns.Natural, amount),
                Choice("debitPositive", "Debits count positive", AmountSigns.DebitPositive, amount),
                Choice("creditPositive", "Credits count positive", AmountSigns.CreditPositive, amount));
        }
    }

    private static bool HasNegative(SampleColumn amount) =>
        amount.Filled.Any(cell => NumberText.Read(cell) is { Negative: not NegativeStyles.None });

    private static (int Costs, int NegativeCosts, int Revenues, int NegativeRevenues) Count(
        ColumnFinding columns, SampleColumn amount, ProposalDraft draft)
    {
        (int costs, int negativeCosts, int revenues, int negativeRevenues) = (0, 0, 0, 0);
        for (int row = 0; row < amount.Cells.Count && columns[KnownHeadings.Element] is SampleColumn elements; row++)
        {
            string code = elements.Cells[row];
            if (code.Length == 0
                || draft.Book?.Elements.TryGet(new ElementCode(code), out CostElement? element) != true
                || NumberText.Read(amount.Cells[row]) is not NumberText number)
            {
                continue;
            }

            bool isNegative = number.Negative != NegativeStyles.None;
            bool isCost = element!.Nature == ElementNature.Cost;
            costs += isCost ? 1 : 0;
            negativeCosts += isCost && isNegative ? 1 : 0;
            revenues += isCost ? 0 : 1;
            negativeRevenues += !isCost && isNegative ? 1 : 0;
        }

        return (costs, negativeCosts, revenues, negativeRevenues);
    }

    private static ProfileChoice Choice(string key, string text, AmountSigns signs, SampleColumn amount) => new(
        key,
        text,
        profile => (profile.Amount is null ? profile : profile.WithAmount(AmountSource.FromColumn(amount.Source)))
            .WithAmountSigns(signs));
}
