namespace CostCenters.Benchmarks.Reports;

internal readonly record struct PlainSums(decimal? Budget, decimal Actual)
{
    public PlainSums Plus(PlainSums other) =>
        new(
            Budget is null && other.Budget is null ? null : (Budget ?? 0m) + (other.Budget ?? 0m),
            Actual + other.Actual);
}
