using System.Globalization;

namespace CostCenters.Benchmarks;

/// <summary>The sizes that benchmarks run with, which environment variables change.</summary>
internal static class Sizes
{
    private const string PostingsVariable = "COSTCENTERS_BENCHMARK_SIZES";
    private const string PeriodsVariable = "COSTCENTERS_BENCHMARK_PERIODS";

    /// <summary>Numbers of postings.</summary>
    public static IEnumerable<int> Postings => Named(PostingsVariable) ?? [1_000_000, 10_000_000];

    /// <summary>Numbers of periods of a report.</summary>
    public static IEnumerable<int> Periods => Named(PeriodsVariable) ?? [1, Company.PeriodCount];

    /// <summary>Numbers of periods of a page.</summary>
    public static IEnumerable<int> PagePeriods => Named(PeriodsVariable) ?? [12];

    /// <summary>Makes everything small, unless sizes are named: enough to see whether a benchmark still runs.</summary>
    public static void MakeSmall()
    {
        SetIfUnset(PostingsVariable, "10000");
        SetIfUnset(PeriodsVariable, "1");
    }

    private static void SetIfUnset(string variable, string value) =>
        Environment.SetEnvironmentVariable(variable, Environment.GetEnvironmentVariable(variable) ?? value);

    private static IEnumerable<int>? Named(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } sizes
            ? sizes.Split(',').Select(size => int.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
}
