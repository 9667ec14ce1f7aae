using System.Text.RegularExpressions;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Recognises amounts in thousands or millions by words in headings and titles.</summary>
internal static partial class ScaleFinding
{
    /// <summary>Leaves the amounts open where a heading or a title says that they are counted in thousands.</summary>
    /// <param name="titles">The texts above the header.</param>
    /// <param name="amounts">The columns of amounts.</param>
    /// <param name="draft">The proposal.</param>
    public static void Find(
        IEnumerable<string> titles, IReadOnlyList<SampleColumn> amounts, ProposalDraft draft)
    {
        string? words = amounts.Select(column => column.Heading).Concat(titles).FirstOrDefault(text =>
            Thousands().IsMatch(text) || Millions().IsMatch(text));
        if (words is null || amounts.Count == 0)
        {
            return;
        }

        AmountSource amount = draft.Profile.Amount ?? AmountSource.FromColumn(amounts[0].Source);
        draft.Profile = draft.Profile.WithAmount(AmountFinding.WithoutSign(amounts[0].Source));
        draft.Open(
            "scale",
            $"\"{words}\" sounds as if amounts were counted in thousands or millions; no amount is read.",
            "AmountSource.InPowersOfTen",
            "amount.places",
            Choice("units", "Amounts are written in full", amount),
            Choice("thousands", "Amounts are in thousands", amount.InPowersOfTen(3)),
            Choice("millions", "Amounts are in millions", amount.InPowersOfTen(6)));
    }

    private static ProfileChoice Choice(string key, string text, AmountSource amount) =>
        new(key, text, profile => profile.WithAmount(amount));

    [GeneratedRegex(
        @"\b(in\s+thousands?|thousands\s+of|in\s+Tausend|in\s+Tsd\b\.?|Tsd\b\.?|"
            + @"TEUR|T\u20AC|k\u20AC|KEUR|kUSD|000s|en\s+milliers|"
            + @"miles\s+de|in\s+migliaia|x\s?1[,.]?000)|\u00A3000|\$000|\u20AC000",
        RegexOptions.IgnoreCase)]
    private static partial Regex Thousands();

    [GeneratedRegex(
        @"\b(in\s+millions?|millions\s+of|in\s+Mio\b\.?|Mio\b\.?|MEUR|M\u20AC|en\s+millions)|\u00A3m\b|\$m\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Millions();
}
