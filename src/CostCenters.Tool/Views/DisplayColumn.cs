namespace CostCenters.Tool.Views;

/// <summary>What a column of a table on a screen holds.</summary>
internal enum DisplayKind
{
    /// <summary>A name, which is cut where the screen is narrow.</summary>
    Name,

    /// <summary>A word that is never cut, such as a period or a measure.</summary>
    Word,

    /// <summary>An amount.</summary>
    Amount,

    /// <summary>An amount with its sign, in the color of its outcome.</summary>
    Difference,

    /// <summary>A percentage with its sign.</summary>
    Percent,

    /// <summary>A percentage of a whole, without a sign.</summary>
    Share,

    /// <summary>Favorable, unfavorable or neutral: a word, and a letter where the screen is narrow.</summary>
    Outcome,
}

/// <summary>A column of a table on a screen.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Drop">When it is left out of a narrow screen: 1 goes first, and 0 never.</param>
internal sealed record DisplayColumn(string Heading, DisplayKind Kind, int Drop = 0)
{
    public bool IsNumber => Kind is DisplayKind.Amount or DisplayKind.Difference or DisplayKind.Percent
        or DisplayKind.Share;
}
