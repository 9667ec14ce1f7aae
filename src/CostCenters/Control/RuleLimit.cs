using CostCenters.Monetary;

namespace CostCenters.Control;

/// <summary>How much of a budget may be used: a percentage of it, an amount beyond it, or whichever is less.</summary>
/// <remarks>
/// <para>Limit = budget + |budget| x (percent - 100) / 100, rounded down to the smallest unit, and budget + excess; of
/// both given, the smaller one. Used = actual + committed + requested.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record RuleLimit
{
    /// <summary>Decimals of a percentage.</summary>
    internal static readonly DecimalScale PercentScale = new(8);

    /// <summary>Creates a limit.</summary>
    /// <param name="usagePercent">Usage of the budget in percent: 100 for all of it, 90 to be told before, 110 for a
    /// tolerance of 10 %; null where the excess alone counts.</param>
    /// <param name="excess">An amount beyond the budget, in the currency of the book; null where the percentage alone
    /// counts.</param>
    /// <param name="creditsRaise">Whether credits that exceed everything used raise what is available above the
    /// budget.</param>
    /// <exception cref="ArgumentException">Neither is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="usagePercent"/> is negative, beyond 10^9 or has
    /// more than 8 decimals, or <paramref name="excess"/> is negative or beyond 10^15.</exception>
    public RuleLimit(decimal? usagePercent, decimal? excess, bool creditsRaise)
    {
        if (usagePercent is null && excess is null)
        {
            throw new ArgumentException("A limit needs a percentage or an amount.", nameof(usagePercent));
        }

        UsagePercent = RequirePercent(usagePercent, nameof(usagePercent));
        if (excess is decimal amount)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(amount, nameof(excess));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, Ledgers.PostingRules.MaxAmount, nameof(excess));
        }

        Excess = excess;
        CreditsRaise = creditsRaise;
    }

    /// <summary>Usage of the budget in percent, or null.</summary>
    public decimal? UsagePercent { get; }

    /// <summary>An amount beyond the budget, or null.</summary>
    public decimal? Excess { get; }

    /// <summary>Whether credits raise what is available above the budget.</summary>
    public bool CreditsRaise { get; }

    /// <summary>The most that may be used, in counts.</summary>
    internal Int128 Of(Int128 budget, DecimalScale scale)
    {
        Int128 limit = Int128.MaxValue;
        if (UsagePercent is decimal percent)
        {
            limit = budget + PartOf(Int128.Abs(budget), percent - 100m);
        }

        return Excess is decimal amount ? Int128.Min(limit, budget + scale.ToCount(amount)) : limit;
    }

    /// <summary>A percentage of counts, rounded down.</summary>
    internal static Int128 PartOf(Int128 counts, decimal percent)
    {
        Int128 product = counts * PercentScale.ToCount(percent);
        Int128 hundred = 100 * (Int128)PercentScale.UnitsPerWhole;
        Int128 part = product / hundred;
        return product < 0 && part * hundred != product ? part - 1 : part;
    }

    internal static decimal? RequirePercent(decimal? value, string parameter)
    {
        if (value is decimal percent)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(percent, parameter);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 1_000_000_000m, parameter);
            _ = PercentScale.TryToCount(percent, out _)
                ? percent
                : throw new ArgumentOutOfRangeException(parameter, percent, "Expected at most 8 decimals.");
        }

        return value;
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(RuleLimit),
        (nameof(UsagePercent), UsagePercent),
        (nameof(Excess), Excess),
        (nameof(CreditsRaise), CreditsRaise));
}
