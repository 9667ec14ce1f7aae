using CostCenters.Csv.Shapes;
using CostCenters.Monetary;

namespace CostCenters.Csv.Detection;

/// <summary>Finds where the file names the currency of its amounts.</summary>
internal static class CurrencyFinding
{
    private const string Key = KnownHeadings.Currency;
    private const string Method = "WithCurrency";

    private static readonly Dictionary<string, string[]> ManyMeanings = new()
    {
        ["$"] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"],
        ["\u00A5"] = ["JPY", "CNY"],
        ["kr"] = ["DKK", "NOK", "SEK"],
    };

    /// <summary>Looks into the cells of amounts, for a column, and into the headings.</summary>
    public static void Find(
        ColumnFinding columns, IReadOnlyList<SampleColumn> amounts, NumberStyle style, ProposalDraft draft)
    {
        if (amounts.Count == 0)
        {
            return;
        }

        if (style.Signs.Count > 0)
        {
            FindInCells(style, draft);
        }
        else if (columns.Candidates(Key, HasCodes) is [SampleColumn column])
        {
            FindInColumn(columns, column, amounts, draft);
        }
        else if (amounts.Select(each => KnownHeadings.CurrencyOf(each.Heading)).Distinct().ToArray() is [string code])
        {
            bool isPattern = amounts.All(amount => amount.IsPattern);
            draft.Profile = draft.Profile.WithCurrency(CurrencyRule.FromColumn(
                isPattern ? ColumnSource.Metadata(Key) : ColumnSource.Constant(code)));
            draft.Say($"The heading of the amount names {code}"
                + (isPattern ? ", as others do; in files of another currency it may be that one." : "."));
            TellOther([code], draft);
        }
        else
        {
            FindByContent(columns, amounts, draft);
        }
    }

    /// <summary>Columns of nothing but codes of currencies, whatever they are called: the amounts are in one of them.
    /// </summary>
    private static void FindByContent(
        ColumnFinding columns, IReadOnlyList<SampleColumn> amounts, ProposalDraft draft)
    {
        SampleColumn[] found =
        [
            .. columns.Free.Where(column => !amounts.Contains(column)
                && column.Filled.Any()
                && column.Filled.Distinct().All(cell => Currency.TryFromIso(cell, out _))),
        ];
        bool isAlike = found.Skip(1).All(column => column.Cells.SequenceEqual(found[0].Cells));
        if (found.Length > 0 && isAlike)
        {
            FindInColumn(columns, found[0], amounts, draft);
        }
        else if (found.Length > 0)
        {
            draft.Profile = found.Any(column => column.Heading.Length > 0)
                ? draft.Profile.WithCurrency(CurrencyRule.FromColumn(ColumnFinding.Unread(found)))
                : draft.Profile;
            draft.Open(
                Key,
                $"{string.Join(" and ", found.Select(column => column.Name))} have codes of currencies; which of them "
                    + "is that of the amounts nothing decides.",
                Method,
                "currency.column",
                [
                    .. found.Select(column => new ProfileChoice(
                        ColumnFinding.KeyOf(column),
                        $"{column.Name} is the currency of the amounts",
                        profile => profile.WithCurrency(CurrencyRule.FromColumn(column.Source)))),
                ]);
        }
    }

    private static bool HasCodes(SampleColumn column) =>
        column.Filled.Any() && column.Filled.Distinct().Take(50).All(cell =>
            Currency.TryFromIso(cell.ToUpperInvariant(), out _) || CurrencyRule.InAmounts().Signs.ContainsKey(cell));

    private static void FindInCells(NumberStyle style, ProposalDraft draft)
    {
        var rule = CurrencyRule.InAmounts();
        draft.Profile = draft.Profile.WithCurrency(rule);
        draft.Say($"Cells of amounts have {string.Join(", ", style.Signs)}.");
        foreach (string sign in style.Signs.Where(ManyMeanings.ContainsKey))
        {
            draft.Open(
                Key,
                $"{sign} is the sign of several currencies; its rows are refused.",
                "CurrencyRule.WithSign",
                "currency.signs",
                [
                    .. ManyMeanings[sign].Select(code => new ProfileChoice(
                        code,
                        $"{sign} is {code}",
                        profile => profile.WithCurrency((profile.Currency ?? rule).WithSign(sign, code)))),
                ]);
            return;
        }

        TellOther([.. style.Signs.Select(rule.CodeFor)], draft);
    }

    private static void FindInColumn(
        ColumnFinding columns, SampleColumn column, IReadOnlyList<SampleColumn> amounts, ProposalDraft draft)
    {
        bool isLocal = amounts.Any(amount => IsLocal(amount.Heading)) && !IsLocal(column.Heading);
        if (isLocal)
        {
            draft.Hint(
                Key,
                $"{column.Name} may be the currency of the transaction, while {amounts[0].Name} is in the "
                    + "company's; it is not looked at.",
                Method,
                "currency.column",
                new ProfileChoice(
                    "check",
                    $"{column.Name} is the currency of {amounts[0].Name}",
                    profile => profile.WithCurrency(CurrencyRule.FromColumn(column.Source))));
            return;
        }

        columns.Take(Key, column);
        draft.Profile = draft.Profile.WithCurrency(CurrencyRule.FromColumn(column.Source));
        string[] codes = [.. column.Filled.Distinct().Take(10)];
        draft.Say($"{column.Name} has the currency: {string.Join(", ", codes)}.");
        TellOther(codes, draft);
    }

    private static bool IsLocal(string heading)
    {
        string form = HeadingText.Fold(heading);
        return ((string[])["LOCAL", "HAUSW", "HW\u00C4HR", "LCY", "COAREA", "KW\u00C4HR"]).Any(part =>
            form.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>Rows in other currencies than the book's, or the first row's, are refused until they have a rate.
    /// </summary>
    private static void TellOther(string[] codes, ProposalDraft draft)
    {
        string[] distinct = [.. codes.Select(code => CurrencyRule.InAmounts().CodeFor(code)).Distinct()];
        if (draft.Book?.Currency.Code is string book && distinct.Any(code => code != book))
        {
            draft.Open(
                Key,
                $"The amounts are in {string.Join(", ", distinct)}, the book is in {book}; rows in another currency "
                    + "are refused.",
                "CurrencyRule.WithRate",
                "currency.rates");
        }
        else if (distinct.Length > 1)
        {
            draft.Open(
                Key,
                $"The amounts are in {string.Join(", ", distinct)}, which are never added up; rows in another currency "
                    + "than the book's are refused.",
                "CurrencyRule.WithRate",
                "currency.rates");
        }
    }
}
