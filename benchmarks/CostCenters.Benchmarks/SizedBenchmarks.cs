using BenchmarkDotNet.Attributes;

namespace CostCenters.Benchmarks;

/// <summary>
/// Benchmarks over so many postings. Other sizes than the usual ones, such as 100,000,000, are named in an environment
/// variable, separated by commas.
/// </summary>
[MemoryDiagnoser]
public abstract class SizedBenchmarks
{
    /// <summary>More objects than this would fill the memory before anything is measured.</summary>
    private const int MostObjects = 20_000_000;

    [ParamsSource(nameof(PostingCounts))]
    public int Postings { get; set; }

    public static IEnumerable<int> PostingCounts => Sizes.Postings;

    /// <summary>Refuses to make one object for each of too many postings; the benchmark is left out then.</summary>
    protected void RequireFewObjects()
    {
        if (Postings > MostObjects)
        {
            throw new NotSupportedException($"{Postings} objects are too many for the memory.");
        }
    }
}
