using CostCenters.Calendars;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Monetary;

namespace CostCenters.Control.Checks;

/// <summary>What one rule has of budget and use over its periods, in the currency of the book.</summary>
/// <remarks>
/// <para>Law: budget = available + reserved + consumed, where reserved = committed + requested, and consumed is the
/// actual; where credits do not raise the budget, what the actual is below 0 beyond everything reserved does not count.
/// </para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class RuleFigures
{
    private readonly DecimalScale scale;
    private readonly Int128 budget;
    private readonly Int128 held;
    private readonly StageSums used;

    internal RuleFigures(AvailabilityRule rule, FiscalPeriodRange periods, DecimalScale scale, WindowSums sums)
    {
        Rule = rule;
        Periods = periods;
        HasBudget = sums.HasBudget;
        this.scale = scale;
        budget = sums.Budget;
        held = sums.Held;
        used = sums.Used;
    }

    private RuleFigures(RuleFigures before, in StageSums more)
    {
        Rule = before.Rule;
        Periods = before.Periods;
        HasBudget = before.HasBudget;
        scale = before.scale;
        budget = before.budget;
        held = before.held;
        used = before.used + more;
    }

    /// <summary>The rule.</summary>
    public AvailabilityRule Rule { get; }

    /// <summary>The periods that are added up.</summary>
    public FiscalPeriodRange Periods { get; }

    /// <summary>Whether a cell of the rule has a budget in these periods; 0 is one.</summary>
    public bool HasBudget { get; }

    /// <summary>The budget whose funds are open; 0 where there is none.</summary>
    public decimal Budget => scale.ToDecimal(budget);

    /// <summary>The budget of periods whose funds are not open yet; no part of <see cref="Budget"/>.</summary>
    public decimal Held => scale.ToDecimal(held);

    /// <summary>What is posted.</summary>
    public decimal Actual => scale.ToDecimal(used.Actual);

    /// <summary>What is ordered and open.</summary>
    public decimal Committed => scale.ToDecimal(used.Committed);

    /// <summary>What is requested and open.</summary>
    public decimal Requested => scale.ToDecimal(used.Requested);

    /// <summary>Committed + requested.</summary>
    public decimal Reserved => scale.ToDecimal(used.Committed + used.Requested);

    /// <summary>What of the actual counts.</summary>
    public decimal Consumed => scale.ToDecimal(Used - used.Committed - used.Requested);

    /// <summary>Budget - consumed - reserved; negative where more is used than budgeted.</summary>
    public decimal Available => scale.ToDecimal(budget - Used);

    /// <summary>The most that may be used; see <see cref="RuleLimit"/>.</summary>
    public decimal Limit => scale.ToDecimal(LimitCount);

    /// <summary>How far the use is beyond the limit; 0 where it is not.</summary>
    public decimal Excess => scale.ToDecimal(Int128.Max(Used - LimitCount, 0));

    internal Int128 Left => LimitCount - Used;

    internal decimal ToDecimal(Int128 count) => scale.ToDecimal(count);

    /// <summary>The same periods with more use.</summary>
    internal RuleFigures With(in StageSums more) => new(this, more);

    private Int128 LimitCount => Rule.Limit.Of(budget, scale);

    private Int128 Used => UsedOf(Rule, used.Total);

    internal static Int128 UsedOf(AvailabilityRule rule, Int128 used) =>
        rule.Limit.CreditsRaise ? used : Int128.Max(used, 0);
}

/// <summary>Counts by stage.</summary>
internal readonly record struct StageSums(Int128 Actual, Int128 Committed, Int128 Requested)
{
    public Int128 Total => Actual + Committed + Requested;

    public static StageSums operator +(StageSums left, StageSums right) =>
        new(left.Actual + right.Actual, left.Committed + right.Committed, left.Requested + right.Requested);

    public StageSums With(SpendingStage stage, long amount) =>
        stage switch
        {
            SpendingStage.Actual => this with { Actual = Actual + amount },
            SpendingStage.Order => this with { Committed = Committed + amount },
            _ => this with { Requested = Requested + amount },
        };
}
