using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace CostCenters.Benchmarks;

/// <summary>
/// Benchmarks over so many postings. Other sizes than the usual ones, such as 10,000,000, are named in an environment
/// variable, separated by commas.
/// </summary>
[MemoryDiagnoser]
public abstract class SizedBenchmarks
{
    public const string SizesVariable = "COSTCENTERS_BENCHMARK_SIZES";

    [ParamsSource(nameof(Sizes))]
    public int Postings { get; set; }

    public static IEnumerable<int> Sizes =>
        Environment.GetEnvironmentVariable(SizesVariable) is { Length: > 0 } sizes
            ? sizes.Split(',').Select(size => int.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture))
            : [10_000, 100_000, 1_000_000];
}
