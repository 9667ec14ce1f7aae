using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CostCenters.Monetary;

/// <summary>Splits an amount into whole units without losing one.</summary>
/// <remarks>
/// <para>Amounts are counts of the smallest unit, such as cents, of any sign. The exact share of a receiver is
/// amount × weight ÷ sum of the weights; how it becomes whole units, a <see cref="RemainderRule"/> says.</para>
/// <para>The shares always sum to the amount, to the last unit. With <see cref="RemainderRule.LargestRemainder"/>
/// each is also within one unit of exact and has the sign of the amount; ties go to the earlier receiver in the order
/// in which the weights stand. <see cref="RemainderRule.LastReceiver"/> says what it does not keep.</para>
/// <para>Computed in whole numbers throughout; no weight is rounded.</para>
/// </remarks>
public static class Apportionment
{
    /// <summary>Splits an amount in proportion to weights.</summary>
    /// <param name="total">The amount in smallest units, any sign.</param>
    /// <param name="weights">
    /// One weight for each receiver, none negative and not all 0; only their ratio matters.
    /// </param>
    /// <param name="rule">Who takes what rounding leaves over.</param>
    /// <returns>The shares in the order of the weights.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="weights"/> is empty, has a negative weight, or only weights of 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not a rule.</exception>
    public static ImmutableArray<long> Split(long total, IReadOnlyList<decimal> weights, RemainderRule rule) =>
        Split(total, weights, rule, step: 1);

    /// <summary>Splits an amount in proportion to weights, into whole steps such as full euros.</summary>
    /// <remarks>
    /// The step takes the place of the unit in what is said of both rules. What of the amount makes no whole step goes
    /// to the share that is next in turn, or to the last one; every other share is a multiple of the step.
    /// </remarks>
    /// <param name="total">The amount in smallest units, any sign.</param>
    /// <param name="weights">
    /// One weight for each receiver, none negative and not all 0; only their ratio matters.
    /// </param>
    /// <param name="rule">Who takes what rounding leaves over.</param>
    /// <param name="step">The step in smallest units, at least 1: 100 for full euros of an amount in cents.</param>
    /// <returns>The shares in the order of the weights.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="weights"/> is empty, has a negative weight, or only weights of 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not a rule, or <paramref name="step"/>
    /// is less than 1.</exception>
    /// <exception cref="OverflowException">A share, rounded up to a step above 1, is beyond 64 bits.</exception>
    public static ImmutableArray<long> Split(
        long total, IReadOnlyList<decimal> weights, RemainderRule rule, long step)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (rule is not (RemainderRule.LargestRemainder or RemainderRule.LastReceiver))
        {
            throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a remainder rule.");
        }

        var integers = ToIntegers(weights);
        long[] shares = step == 1 && integers.Max() <= ulong.MaxValue
            ? Split(total, Array.ConvertAll(integers, weight => (UInt128)weight), rule, step)
            : Split(total, integers, rule, step);
        // Safe: nobody else holds the array.
        return ImmutableCollectionsMarshal.AsImmutableArray(shares);
    }

    /// <summary>Splits an amount by percentages, which make 100 together.</summary>
    /// <remarks>Shares that are said to be percent and do not make 100 are a mistake of someone; weights, of which only
    /// the ratio matters, go to <see cref="Split(long, IReadOnlyList{decimal}, RemainderRule)"/>.</remarks>
    /// <param name="total">The amount in smallest units, any sign.</param>
    /// <param name="percents">One percentage for each receiver, none negative: 12.5 is 12.5 %.</param>
    /// <param name="rule">Who takes what rounding leaves over.</param>
    /// <returns>The shares in the order of the percentages.</returns>
    /// <exception cref="ArgumentException"><paramref name="percents"/> is empty, has a negative one, or they do not
    /// make 100 exactly.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not a rule.</exception>
    public static ImmutableArray<long> SplitByPercent(
        long total, IReadOnlyList<decimal> percents, RemainderRule rule)
    {
        RequireHundred(percents);
        return Split(total, percents, rule);
    }

    /// <summary>Refuses percentages that do not make 100.</summary>
    internal static void RequireHundred(IReadOnlyList<decimal> percents)
    {
        ArgumentNullException.ThrowIfNull(percents);
        Fraction sum = Fraction.Sum(percents.Select(Fraction.Of));
        if (sum != Fraction.Of(100m))
        {
            throw new ArgumentException(
                $"The percentages make {sum}, not 100; correct them, or split by weights.", nameof(percents));
        }
    }

    /// <summary>Splits an amount evenly, as equal weights and the largest remainder would.</summary>
    /// <remarks>The earlier receivers take the units left over, one each.</remarks>
    /// <param name="total">The amount in smallest units, any sign.</param>
    /// <param name="count">The number of receivers, at least 1.</param>
    /// <returns>The shares in the order of the receivers.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static ImmutableArray<long> SplitEvenly(long total, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        long[] shares = new long[count];
        SplitEvenly(total, shares);
        // Safe: nobody else holds the array.
        return ImmutableCollectionsMarshal.AsImmutableArray(shares);
    }

    /// <summary>Splits an amount evenly into a given span, which must not be empty.</summary>
    internal static void SplitEvenly(long total, Span<long> shares) =>
        new EvenSplit(total, shares.Length).CopyTo(shares);

    /// <summary>The weights as whole numbers in the same ratio, raised to the finest decimal among them.</summary>
    private static BigInteger[] ToIntegers(IReadOnlyList<decimal> weights)
    {
        int scale = 0;
        bool anyWeight = false;
        for (int i = 0; i < weights.Count; i++)
        {
            if (weights[i] < 0m)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The weight at position {i} is negative: {weights[i]}."),
                    nameof(weights));
            }

            anyWeight |= weights[i] > 0m;
            scale = Math.Max(scale, weights[i].Scale);
        }

        if (!anyWeight)
        {
            throw new ArgumentException(
                weights.Count == 0 ? "There is no receiver." : "All weights are 0, so nobody can receive.",
                nameof(weights));
        }

        var integers = new BigInteger[weights.Count];
        for (int i = 0; i < integers.Length; i++)
        {
            integers[i] = Mantissa(weights[i]) * BigInteger.Pow(10, scale - weights[i].Scale);
        }

        return integers;
    }

    private static BigInteger Mantissa(decimal weight)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(weight, parts);
        // Safe: bytes of a span that is checked.
        return new BigInteger(MemoryMarshal.AsBytes(parts[..3]), isUnsigned: true);
    }

    /// <summary>
    /// One computation for two kinds of whole number: 128 bits hold any amount times a weight of 64 bits, and wider
    /// weights, or steps of many units, take as many as they need.
    /// </summary>
    private static long[] Split<T>(long total, T[] weights, RemainderRule rule, long step)
        where T : IBinaryInteger<T>
    {
        var magnitude = T.CreateChecked(Int128.Abs(total));
        var sum = T.Zero;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        sum *= T.CreateChecked(step);
        var shares = new Int128[weights.Length];
        var remainders = new T[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            var (share, remainder) = T.DivRem(magnitude * weights[i], sum);
            shares[i] = Int128.CreateChecked(share) * step;
            remainders[i] = remainder;
        }

        if (rule == RemainderRule.LargestRemainder)
        {
            GiveToLargest(shares, remainders, Int128.Abs(total), step);
        }
        else
        {
            GiveToLast(shares, remainders, sum, Int128.Abs(total), step);
        }

        return Array.ConvertAll(shares, share => (long)(total < 0 ? -share : share));
    }

    private static void GiveToLargest<T>(Int128[] shares, T[] remainders, Int128 magnitude, long step)
        where T : IBinaryInteger<T>
    {
        var left = magnitude - Sum(shares);
        if (left == 0)
        {
            return;
        }

        int[] receivers = [.. Enumerable.Range(0, shares.Length)];
        Array.Sort(receivers, (x, y) =>
        {
            int byLoss = remainders[y].CompareTo(remainders[x]);
            return byLoss != 0 ? byLoss : x.CompareTo(y);
        });
        for (int i = 0; left > 0; i++)
        {
            var given = Int128.Min(left, step);
            shares[receivers[i]] += given;
            left -= given;
        }
    }

    private static void GiveToLast<T>(Int128[] shares, T[] remainders, T sum, Int128 magnitude, long step)
        where T : IBinaryInteger<T>
    {
        for (int i = 0; i < shares.Length; i++)
        {
            if (remainders[i] >= sum - remainders[i])
            {
                shares[i] += step;
            }
        }

        shares[^1] += magnitude - Sum(shares);
    }

    private static Int128 Sum(Int128[] shares)
    {
        var sum = Int128.Zero;
        foreach (var share in shares)
        {
            sum += share;
        }

        return sum;
    }
}
