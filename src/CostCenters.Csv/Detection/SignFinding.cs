using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Finds a column that holds the sign of amounts: S and H, D and C, Debit and Credit.</summary>
internal static class SignFinding
{
    private const string Key = KnownHeadings.Sign;
    private const string Method = "AmountSource.SignedBy";
    private const string JsonKey = "amount.sign";

    /// <summary>Takes the sign of an amount from a column; false when no column looks like one.</summary>
    public static bool TryFind(ColumnFinding columns, SampleColumn amount, ProposalDraft draft)
    {
        foreach (SampleColumn column in columns.Candidates(Key))
        {
            bool isClear = KnownHeadings.RankOf(Key, column.Heading) == 0;
            if (TextsOf(column, isClear) is (string[] debits, string[] credits))
            {
                Take(columns, amount, column, debits, credits, draft);
                return true;
            }

            if (isClear && column.Filled.Any())
            {
                columns.Take(Key, column);
                OpenTexts(amount, column, draft);
                return true;
            }
        }

        foreach (SampleColumn column in columns.Free)
        {
            if (column != amount && TextsOf(column, isClear: false) is not null)
            {
                columns.Take(Key, column);
                OpenTexts(amount, column, draft);
                return true;
            }
        }

        return false;
    }

    /// <summary>The texts of both signs; null where those of the column are unknown. Letters alone count only below a
    /// clear heading.</summary>
    private static (string[] Debits, string[] Credits)? TextsOf(SampleColumn column, bool isClear)
    {
        string[] texts = [.. column.Filled.Distinct(StringComparer.OrdinalIgnoreCase).Take(5)];
        if (texts.Length is 0 or > 4 || (!isClear && texts.Any(text => text.Length < 3)))
        {
            return null;
        }

        (string Debit, string Credit)[] pairs =
        [
            .. DirectionTexts.Pairs.Where(pair => texts.All(text =>
                text.Equals(pair.Debit, StringComparison.OrdinalIgnoreCase)
                || text.Equals(pair.Credit, StringComparison.OrdinalIgnoreCase))),
        ];
        return pairs.Length == 0
            ? null
            : ([.. pairs.Select(pair => pair.Debit).Distinct(StringComparer.OrdinalIgnoreCase)],
                [.. pairs.Select(pair => pair.Credit).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static void Take(
        ColumnFinding columns,
        SampleColumn amount,
        SampleColumn sign,
        string[] debits,
        string[] credits,
        ProposalDraft draft)
    {
        columns.Take(Key, sign);
        if (AgreesWithMinus(amount, sign, credits))
        {
            draft.Profile = draft.Profile.WithColumn(KnownHeadings.Amount, amount.Source)
                .WithAmountSigns(AmountSigns.DebitPositive);
            draft.Say($"{amount.Name} has a minus just where {sign.Name} says {string.Join(" or ", credits)}: it has "
                + "its sign already.");
            return;
        }

        draft.Profile = draft.Profile
            .WithAmount(AmountSource.FromColumn(amount.Source).SignedBy(sign.Source, debits, credits))
            .WithAmountSigns(AmountSigns.DebitPositive);
        draft.Say($"{sign.Name} has the sign of {amount.Name}: {string.Join(" or ", debits)} for debit, "
            + $"{string.Join(" or ", credits)} for credit.");
    }

    /// <summary>Whether amounts are negative in the rows of credits, and nowhere else.</summary>
    private static bool AgreesWithMinus(SampleColumn amount, SampleColumn sign, string[] credits)
    {
        bool hasMinus = false;
        for (int row = 0; row < amount.Cells.Count; row++)
        {
            if (NumberText.Read(amount.Cells[row]) is not NumberText number)
            {
                continue;
            }

            bool isNegative = number.Negative != NegativeStyles.None;
            hasMinus |= isNegative;
            if (isNegative != credits.Contains(sign.Cells[row], StringComparer.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return hasMinus;
    }

    private static void OpenTexts(SampleColumn amount, SampleColumn sign, ProposalDraft draft)
    {
        string[] texts = [.. sign.Filled.Distinct(StringComparer.OrdinalIgnoreCase).Take(5)];
        draft.Profile = draft.Profile.WithAmount(AmountFinding.WithoutSign(amount.Source));
        ProfileChoice[] orders = texts.Length == 2
            ? [Choice(amount, sign, texts[0], texts[1]), Choice(amount, sign, texts[1], texts[0])]
            : [];
        draft.Open(
            Key,
            $"{sign.Name} has {string.Join(", ", texts)}, which may be the signs of {amount.Name}; which is debit and "
                + "which credit nothing in the file decides.",
            Method,
            JsonKey,
            [
                .. orders,
                new ProfileChoice(
                    "none",
                    $"{amount.Name} has its own sign",
                    profile => profile.WithAmount(AmountSource.FromColumn(amount.Source))),
            ]);
    }

    private static ProfileChoice Choice(SampleColumn amount, SampleColumn sign, string debit, string credit) => new(
        $"{debit}-{credit}",
        $"{debit} is debit, {credit} is credit",
        profile => profile
            .WithAmount(AmountSource.FromColumn(amount.Source).SignedBy(sign.Source, [debit], [credit]))
            .WithAmountSigns(AmountSigns.DebitPositive));
}
