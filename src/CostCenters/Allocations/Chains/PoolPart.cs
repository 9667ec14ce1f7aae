using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.Allocations.Chains;

/// <summary>What part of the pool of each sender a rule sends; what it leaves, a later rule can take.</summary>
/// <remarks><c>default</c> is <see cref="Whole"/>.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct PoolPart
{
    /// <exception cref="ArgumentException">Both are given, or one is out of bounds.</exception>
    [JsonConstructor]
    internal PoolPart(decimal? percentOfPool, decimal? limit)
    {
        if (percentOfPool is decimal percent)
        {
            _ = InputRange.Positive(percent);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        }

        if (limit is decimal amount)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, 0m);
            _ = MoneyRange.Require(amount);
        }

        if (percentOfPool is not null && limit is not null)
        {
            throw new ArgumentException("A percentage or an amount was expected, not both.", nameof(limit));
        }

        PercentOfPool = percentOfPool;
        Limit = limit;
    }

    /// <summary>All of it.</summary>
    public static PoolPart Whole => default;

    /// <summary>The percentage, or null.</summary>
    public decimal? PercentOfPool { get; }

    /// <summary>The amount up to which the pool is sent, or null.</summary>
    public decimal? Limit { get; }

    /// <summary>So many percent of the pool, split from the rest by largest remainder (ties to what is sent).</summary>
    /// <param name="percent">Above 0, at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is out of bounds or has more than 8
    /// decimals.</exception>
    public static PoolPart Percent(decimal percent) => new(percent, null);

    /// <summary>The first so many of the pool, such as the fixed part of a mixed cost, and less where there is less.
    /// </summary>
    /// <remarks>Of a pool below 0 nothing is sent. A later rule that sends the whole takes what is beyond (the variable
    /// part).</remarks>
    /// <param name="amount">In the currency of the cost; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above 0, is beyond 10^15 or has
    /// more than 8 decimals.</exception>
    public static PoolPart First(decimal amount) => new(null, amount);

    /// <summary>Text such as <c>whole</c>, <c>60 %</c> or <c>first 1000</c>.</summary>
    public override string ToString() =>
        PercentOfPool is decimal percent ? FormattableString.Invariant($"{percent} %")
        : Limit is decimal limit ? FormattableString.Invariant($"first {limit}")
        : "whole";

    /// <summary>The part of a pool, in counts.</summary>
    internal long Of(long pool, DecimalScale scale) =>
        PercentOfPool is decimal percent
            ? Apportionment.Split(pool, [percent, 100m - percent], RemainderRule.LargestRemainder)[0]
            : Limit is decimal limit ? Math.Clamp(pool, 0L, scale.ToCount(limit)) : pool;
}
