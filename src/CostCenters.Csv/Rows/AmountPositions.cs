namespace CostCenters.Csv.Rows;

/// <summary>Where the columns stand that make an amount together.</summary>
/// <param name="Column">The amount, or the debit.</param>
/// <param name="Credit">The credit, or <see cref="HeaderMap.Absent"/>.</param>
/// <param name="Sign">The sign, or <see cref="HeaderMap.Absent"/>.</param>
internal readonly record struct AmountPositions(int Column, int Credit, int Sign);
