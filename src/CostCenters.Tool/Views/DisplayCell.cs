using CostCenters.Explanations;

namespace CostCenters.Tool.Views;

/// <summary>A cell of a table on a screen: a text, a number, an outcome, or nothing.</summary>
/// <param name="Text">The text of a name or word, fit for a screen.</param>
/// <param name="Number">The exact number.</param>
/// <param name="Outcome">The outcome, which gives the color.</param>
internal readonly record struct DisplayCell(string? Text, decimal? Number, Outcome? Outcome)
{
    /// <summary>Whether a number in a column of differences is a total, which has no sign of its own.</summary>
    public bool IsTotal { get; init; }

    /// <summary>The cell as it is shown.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="numbers">How numbers are shown.</param>
    /// <param name="detail">What the width of the screen allows.</param>
    public string Shown(DisplayColumn column, NumberText numbers, TableDetail detail) =>
        column.Kind switch
        {
            DisplayKind.Name or DisplayKind.Word => Text ?? "",
            DisplayKind.Outcome => detail.HasWords ? WordOf(Outcome) : LetterOf(Outcome),
            _ when Number is not decimal number => Text ?? "",
            DisplayKind.Percent => numbers.Percent(Number.Value),
            DisplayKind.Share => numbers.Share(Number.Value),
            DisplayKind.Difference when !IsTotal => numbers.Signed(Number.Value, detail.IsWhole),
            _ => numbers.Amount(Number.Value, detail.IsWhole),
        };

    public static implicit operator DisplayCell(string? text) => new(text, null, null);

    /// <summary>A number, or a dash where there is none.</summary>
    public static DisplayCell Of(decimal? number, Outcome? outcome = null) => new("-", number, outcome);

    private static string WordOf(Outcome? outcome) => outcome?.ToString().ToLowerInvariant() ?? "";

    /// <summary>The letters of textbooks.</summary>
    private static string LetterOf(Outcome? outcome) =>
        outcome switch
        {
            Explanations.Outcome.Favorable => "F",
            Explanations.Outcome.Unfavorable => "U",
            _ => "",
        };
}
