namespace CostCenters.Reporting.Lines;

/// <summary>A column of a <see cref="MoreTable"/>.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="Kind">What its figures are.</param>
/// <param name="Of">The figure of a row by its number; null where it has none.</param>
internal sealed record MoreColumn(string Name, MoreKind Kind, Func<int, decimal?> Of)
{
    /// <summary>What stands above it where the fiscal year is known; null for the name.</summary>
    public string? ShortName { get; init; }

    /// <summary>The fiscal year that it is a part of; null where it is not of one.</summary>
    public int? Year { get; init; }

    /// <summary>A share in percent, rounded for show.</summary>
    public Func<int, decimal?>? Percent { get; init; }

    /// <summary>How a spreadsheet comes to a figure; null where it is no formula of others.</summary>
    public MoreFormula? Formula { get; init; }
}
