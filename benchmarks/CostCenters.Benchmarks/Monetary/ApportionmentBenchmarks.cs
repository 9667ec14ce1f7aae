using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using CostCenters.Monetary;

namespace CostCenters.Benchmarks.Monetary;

/// <summary>A million euro over receivers by weights, and evenly.</summary>
[MemoryDiagnoser]
public class ApportionmentBenchmarks
{
    private const long Cents = 100_000_000;

    private decimal[] weights = [];

    [Params(10, 1_000, 100_000)]
    public int Receivers { get; set; }

    [GlobalSetup]
    public void CreateWeights()
    {
        var random = new Random(42);
        weights = [.. Enumerable.Range(0, Receivers).Select(_ => random.Next(1, 50_000) / 100m)];
    }

    /// <summary>Loses or makes up cents: the shares need not sum to the total.</summary>
    [Benchmark(Baseline = true)]
    public decimal[] Proportional_EachRounded()
    {
        decimal sum = weights.Sum();
        return [.. weights.Select(weight => Math.Round(Cents / 100m * weight / sum, 2, MidpointRounding.ToEven))];
    }

    [Benchmark]
    public ImmutableArray<long> Split_LargestRemainder() =>
        Apportionment.Split(Cents, weights, RemainderRule.LargestRemainder);

    [Benchmark]
    public ImmutableArray<long> Split_LastReceiver() =>
        Apportionment.Split(Cents, weights, RemainderRule.LastReceiver);

    [Benchmark]
    public ImmutableArray<long> SplitEvenly() => Apportionment.SplitEvenly(Cents, Receivers);
}
