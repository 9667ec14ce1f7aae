using System.Numerics;
using CostCenters.Monetary;

namespace CostCenters.KeyFigures;

/// <summary>How often each value occurred, such as scores or response times.</summary>
/// <remarks>
/// <para>Exact: percentiles, shares and means of several centers come from their merged distributions, never from their
/// own percentiles, shares and means. Values have at most six decimals. Immutable.</para>
/// </remarks>
public sealed class Distribution
{
    // Value i, in counts of 10^-6, occurred through[i] - through[i - 1] times.
    private readonly long[] values;
    private readonly long[] through;
    private readonly Int128 sum;

    private Distribution(long[] values, long[] through, Int128 sum)
    {
        this.values = values;
        this.through = through;
        this.sum = sum;
    }

    /// <summary>The distribution without values.</summary>
    public static Distribution Empty { get; } = new([], [], 0);

    /// <summary>How many values occurred.</summary>
    public long Count => through.Length == 0 ? 0 : through[^1];

    /// <summary>The sum of all values.</summary>
    public Fraction Total => Fraction.Of(DecimalScale.Quantity.ToDecimal(sum));

    /// <summary>The mean, unrounded; null when there is no value.</summary>
    public Fraction? Mean => new WeightedRatio(Total, Fraction.Of(Count)).Value;

    /// <summary>The distribution of values.</summary>
    /// <param name="values">The values, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value has more than six decimals or outgrows 64
    /// bits.</exception>
    public static Distribution Create(IEnumerable<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        long[] counts = [.. values.Select(DecimalScale.Quantity.ToCount)];
        Array.Sort(counts);
        return OfSorted(counts);
    }

    /// <summary>The distribution of values that were counted already.</summary>
    /// <param name="counts">How often each value occurred; a value may stand several times.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value has more than six decimals or outgrows 64 bits, or a count
    /// is negative.</exception>
    public static Distribution FromCounts(IEnumerable<KeyValuePair<decimal, long>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return OfPairs(counts.Select(pair =>
        {
            ArgumentOutOfRangeException.ThrowIfNegative(pair.Value, nameof(counts));
            return (DecimalScale.Quantity.ToCount(pair.Key), pair.Value);
        }));
    }

    /// <summary>The distribution of everything that occurred in several.</summary>
    /// <param name="parts">The distributions, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    public static Distribution Merge(IEnumerable<Distribution> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        List<Distribution> used = [.. parts.Where(part => part.Count > 0)];
        while (used.Count > 1)
        {
            used = [.. used.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : Merge(pair[0], pair[1]))];
        }

        return used.Count == 0 ? Empty : used[0];
    }

    /// <summary>The smallest value with at least so many percent of the values at or below it (nearest rank).</summary>
    /// <param name="percent">0 to 100; 0 gives the smallest value.</param>
    /// <returns>One of the values, or null when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is below 0 or above 100.</exception>
    public decimal? Percentile(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        if (Count == 0)
        {
            return null;
        }

        Fraction needed = Fraction.Of(percent) * Fraction.Of(Count) / Fraction.Of(100m);
        var rank = (long)BigInteger.DivRem(needed.Numerator, needed.Denominator, out BigInteger rest);
        int index = Array.BinarySearch(through, rest.IsZero ? rank : rank + 1);
        return DecimalScale.Quantity.ToDecimal(values[index < 0 ? ~index : index]);
    }

    /// <summary>How many values are at a bound or above it.</summary>
    /// <param name="bound">The bound, inclusive.</param>
    public long CountAtOrAbove(decimal bound) => Count - CountWhile(value => value < bound);

    /// <summary>How many values are at a bound or below it.</summary>
    /// <param name="bound">The bound, inclusive.</param>
    public long CountAtOrBelow(decimal bound) => CountWhile(value => value <= bound);

    /// <summary>The share of values at a bound or above it, such as the answers of satisfied customers.</summary>
    /// <param name="bound">The bound, inclusive.</param>
    /// <returns>The share with its count, so that shares of several centers add up weighted.</returns>
    public WeightedRatio ShareAtOrAbove(decimal bound) =>
        new(Fraction.Of(CountAtOrAbove(bound)), Fraction.Of(Count));

    /// <summary>The share of values at a bound or below it, such as the tickets answered within a time.</summary>
    /// <param name="bound">The bound, inclusive.</param>
    /// <returns>The share with its count, so that shares of several centers add up weighted.</returns>
    public WeightedRatio ShareAtOrBelow(decimal bound) =>
        new(Fraction.Of(CountAtOrBelow(bound)), Fraction.Of(Count));

    /// <summary>Each value with how often it occurred, from the smallest.</summary>
    public IEnumerable<KeyValuePair<decimal, long>> Counts() =>
        values.Select((value, index) =>
            KeyValuePair.Create(DecimalScale.Quantity.ToDecimal(value), CountAt(index)));

    /// <summary>The distribution of values in rising order, each a count of 10^-6.</summary>
    internal static Distribution OfSorted(ReadOnlySpan<long> sorted)
    {
        int distinct = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        long[] values = new long[distinct];
        long[] through = new long[distinct];
        Int128 sum = 0;
        int place = -1;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            place += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            values[place] = sorted[i];
            through[place] = i + 1;
        }

        return distinct == 0 ? Empty : new Distribution(values, through, sum);
    }

    private static Distribution Merge(Distribution left, Distribution right)
    {
        long[] values = new long[left.values.Length + right.values.Length];
        long[] through = new long[values.Length];
        int distinct = 0;
        int l = 0;
        int r = 0;
        while (l < left.values.Length || r < right.values.Length)
        {
            bool isLeft = r == right.values.Length
                || (l < left.values.Length && left.values[l] <= right.values[r]);
            long value = isLeft ? left.values[l] : right.values[r];
            l += isLeft ? 1 : 0;
            r += r < right.values.Length && right.values[r] == value ? 1 : 0;
            values[distinct] = value;
            through[distinct++] = left.CountBefore(l) + right.CountBefore(r);
        }

        return new Distribution(values[..distinct], through[..distinct], left.sum + right.sum);
    }

    private static Distribution OfPairs(IEnumerable<(long Value, long Count)> pairs)
    {
        (long Value, long Count)[] sorted = [.. pairs.Where(pair => pair.Count > 0)];
        Array.Sort(sorted);
        List<long> values = [];
        List<long> through = [];
        Int128 sum = 0;
        long count = 0;
        foreach ((long value, long times) in sorted)
        {
            sum += (Int128)value * times;
            count += times;
            if (values.Count > 0 && values[^1] == value)
            {
                through[^1] = count;
            }
            else
            {
                values.Add(value);
                through.Add(count);
            }
        }

        return count == 0 ? Empty : new Distribution([.. values], [.. through], sum);
    }

    private long CountAt(int index) => through[index] - CountBefore(index);

    private long CountBefore(int index) => index == 0 ? 0 : through[index - 1];

    private long CountWhile(Func<decimal, bool> holds)
    {
        int low = 0;
        int high = values.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = holds(DecimalScale.Quantity.ToDecimal(values[middle])) ? (middle + 1, high) : (low, middle);
        }

        return CountBefore(low);
    }
}
