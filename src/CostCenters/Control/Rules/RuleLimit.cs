using CostCenters.Control.Spending;
using CostCenters.Monetary;

namespace CostCenters.Control.Rules;

/// <summary>How much of a budget may be used: a percentage of it, an amount beyond it, or whichever is less.</summary>
/// <remarks>
/// <para>Limit = budget + |budget| x (percent - 100) / 100, rounded down to the smallest unit, and budget + excess; of
/// both given, the smaller one. Used = actual + committed + requested.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record RuleLimit
{
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

        UsagePercent = SpendingPercent.Require(usagePercent, nameof(usagePercent));
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
            limit = budget + SpendingPercent.PartOf(Int128.Abs(budget), percent - 100m);
        }

        return Excess is decimal amount ? Int128.Min(limit, budget + scale.ToCount(amount)) : limit;
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(RuleLimit),
        (nameof(UsagePercent), UsagePercent),
        (nameof(Excess), Excess),
        (nameof(CreditsRaise), CreditsRaise));
}
