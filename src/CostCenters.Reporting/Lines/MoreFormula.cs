namespace CostCenters.Reporting.Lines;

/// <summary>The formula of a cell.</summary>
/// <param name="row">The row of the cell, from 1.</param>
/// <param name="letters">The letters of a column of figures by its number, from 0.</param>
/// <param name="digits">The decimals of amounts, since spreadsheet programs add in binary.</param>
internal delegate string MoreFormula(int row, Func<int, string> letters, int digits);
