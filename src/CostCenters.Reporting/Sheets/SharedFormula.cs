namespace CostCenters.Reporting.Sheets;

/// <summary>One formula for all rows of a column, as it stands in the first of them.</summary>
/// <param name="Number">Its number in the sheet.</param>
/// <param name="Formula">The formula of the first row, without an equals sign.</param>
/// <param name="FirstRow">The first row.</param>
/// <param name="LastRow">The last row.</param>
internal sealed record SharedFormula(int Number, string Formula, int FirstRow, int LastRow);
