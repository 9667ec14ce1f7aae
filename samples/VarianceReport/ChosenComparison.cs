using CostCenters.Reports;

namespace CostCenters.Samples.VarianceReport;

/// <summary>What a report compares, and what is told beside it.</summary>
/// <param name="Comparison">What is compared.</param>
/// <param name="Title">What a reader calls it.</param>
/// <param name="BudgetAgainstActuals">
/// The budget against the actuals of the same periods, in which findings are looked for whatever is compared.
/// </param>
/// <param name="Notes">What a reader of the figures has to know, a line each.</param>
internal sealed record ChosenComparison(
    Comparison Comparison, string Title, Comparison BudgetAgainstActuals, IReadOnlyList<string> Notes);
