using System.Globalization;
using CostCenters.Monetary;

namespace CostCenters.Csv.Detection;

/// <summary>Tells numbers with more decimals than their column takes, which are refused unless they are rounded.
/// </summary>
internal static class RoundingFinding
{
    /// <summary>Looks at quantities, and at amounts where the scale of a book is known.</summary>
    public static void Find(
        IReadOnlyList<SampleColumn> amounts, SampleColumn? quantity, NumberStyle style, ProposalDraft draft)
    {
        if (quantity is not null)
        {
            Find(KnownHeadings.Quantity, [quantity], DecimalScale.Quantity.Digits, style, draft);
        }

        if (draft.Book is not null)
        {
            Find(KnownHeadings.Amount, amounts, draft.Book.Scale.Digits, style, draft);
        }
    }

    private static void Find(
        string name, IReadOnlyList<SampleColumn> columns, int digits, NumberStyle style, ProposalDraft draft)
    {
        string? example = columns.SelectMany(column => column.Filled).FirstOrDefault(cell =>
            NumberText.Read(cell) is NumberText number && DecimalsOf(number.Body, style) > digits);
        if (example is not null)
        {
            draft.Open(
                "rounding-" + name,
                string.Create(
                    CultureInfo.InvariantCulture, $"{example} has more than {digits} decimals; such rows are refused."),
                "WithRounding",
                "rounding",
                Choice(name, "toEven", "They are rounded, halves to even", MidpointRounding.ToEven),
                Choice(name, "awayFromZero", "They are rounded, halves away from zero", MidpointRounding.AwayFromZero));
        }
    }

    private static int DecimalsOf(string body, NumberStyle style) =>
        style.Decimal is char point && body.LastIndexOf(point) is >= 0 and int place ? body.Length - place - 1 : 0;

    private static ProfileChoice Choice(string name, string key, string text, MidpointRounding rounding) =>
        new(key, text, profile => profile.WithRounding(name, rounding));
}
