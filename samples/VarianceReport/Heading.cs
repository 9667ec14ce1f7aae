using CostCenters.Csv;
using CostCenters.Variances;

namespace CostCenters.Samples.VarianceReport;

/// <summary>What a printed table is about.</summary>
internal sealed class Heading(Book book, string? version, Comparison comparison)
{
    public override string ToString()
    {
        string range = comparison.Periods.Length == 1
            ? $"{comparison.Periods[0]}"
            : $"{comparison.Periods[0]} through {comparison.Periods[^1]}";
        return $"{book.Name}: {(version is null ? "no budget" : $"budget '{version}'")} against actuals, "
            + $"{range}, {book.Space.Currency}";
    }
}
