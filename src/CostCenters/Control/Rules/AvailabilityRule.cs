using System.Collections.Immutable;

namespace CostCenters.Control.Rules;

/// <summary>One rule of availability control: of which cells, against which budget, over which periods, how much may be
/// used, and what happens beyond.</summary>
/// <remarks>
/// <para>Available = budget - actual - committed - requested, of the cells that the rule covers. Several rules stand
/// side by side: to warn at 90 % and to block at 100 % are two rules.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class AvailabilityRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="code">Its name, unique among the rules.</param>
    /// <param name="budget">The name of the budget; its latest revision counts.</param>
    /// <param name="scopes">The cells; those of several scopes are one pool, and none counts twice.</param>
    /// <param name="span">Over which periods.</param>
    /// <param name="limit">How much of the budget may be used.</param>
    /// <param name="beyondLimit">What happens beyond the limit.</param>
    /// <param name="withoutBudget">What happens where no cell of the pool has a budget in these periods.</param>
    /// <param name="release">When the budget of a period may be used.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> or <paramref name="budget"/> is blank, or there is
    /// no scope.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="release"/> is none.</exception>
    public AvailabilityRule(
        string code,
        string budget,
        IEnumerable<RuleScope> scopes,
        RuleSpan span,
        RuleLimit limit,
        RuleResponse beyondLimit,
        RuleResponse withoutBudget,
        FundsRelease release = FundsRelease.AtOnce)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(budget);
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(beyondLimit);
        ArgumentNullException.ThrowIfNull(withoutBudget);
        Code = code;
        Budget = budget;
        Scopes = [.. scopes];
        Span = span;
        Limit = limit;
        BeyondLimit = beyondLimit;
        WithoutBudget = withoutBudget;
        Release = Enum.IsDefined(release)
            ? release
            : throw new ArgumentOutOfRangeException(nameof(release), release, "No release of funds.");
        if (Scopes.IsEmpty || Scopes.Contains(null!))
        {
            throw new ArgumentException("A rule needs at least one scope, and none that is null.", nameof(scopes));
        }
    }

    /// <summary>The name.</summary>
    public string Code { get; }

    /// <summary>The name of the budget.</summary>
    public string Budget { get; }

    /// <summary>The cells.</summary>
    public ImmutableArray<RuleScope> Scopes { get; }

    /// <summary>Over which periods.</summary>
    public RuleSpan Span { get; }

    /// <summary>How much of the budget may be used.</summary>
    public RuleLimit Limit { get; }

    /// <summary>What happens beyond the limit.</summary>
    public RuleResponse BeyondLimit { get; }

    /// <summary>What happens where there is no budget.</summary>
    public RuleResponse WithoutBudget { get; }

    /// <summary>When the budget of a period may be used.</summary>
    public FundsRelease Release { get; }

    internal bool SaysTheSameAs(AvailabilityRule other) =>
        Code == other.Code
        && Budget == other.Budget
        && Scopes.SequenceEqual(other.Scopes)
        && Span == other.Span
        && Limit == other.Limit
        && Release == other.Release
        && BeyondLimit.SaysTheSameAs(other.BeyondLimit)
        && WithoutBudget.SaysTheSameAs(other.WithoutBudget);
}
