using System.Collections.Immutable;
using CostCenters.Control.Rules;
using CostCenters.Monetary;

namespace CostCenters.Control.Checks;

/// <summary>What one rule says about a document: the figures before and after it, a verdict and the reason.</summary>
/// <remarks>Immutable.</remarks>
public sealed class RuleCheck
{
    private readonly Currency currency;
    private readonly StageSums more;

    internal RuleCheck(
        RuleFigures before,
        in StageSums more,
        RuleFinding finding,
        AvailabilityVerdict verdict,
        ImmutableArray<int> linesBeyond,
        Currency currency)
    {
        Before = before;
        this.more = more;
        Finding = finding;
        Verdict = verdict;
        LinesBeyond = linesBeyond;
        this.currency = currency;
    }

    /// <summary>The rule.</summary>
    public AvailabilityRule Rule => Before.Rule;

    /// <summary>Budget and use before the document.</summary>
    public RuleFigures Before { get; }

    /// <summary>Budget and use after it.</summary>
    public RuleFigures After => Before.With(more);

    /// <summary>What the document adds to the use of the rule: its own lines, less what they take over.</summary>
    public decimal Amount => Before.ToDecimal(more.Total);

    /// <summary>What the rule finds.</summary>
    public RuleFinding Finding { get; }

    /// <summary>What it says.</summary>
    public AvailabilityVerdict Verdict { get; }

    /// <summary>The lines that find too little left after the lines before them, 0 for the first; empty where the
    /// document as a whole is within the limit.</summary>
    public ImmutableArray<int> LinesBeyond { get; }

    /// <summary>The roles that may override it, by name; empty where nobody may, or nothing is blocked.</summary>
    public ImmutableArray<string> OverridableBy =>
        Verdict != AvailabilityVerdict.Block ? []
        : Finding == RuleFinding.NoBudget ? Rule.WithoutBudget.OverridableBy
        : Rule.BeyondLimit.OverridableBy;

    /// <summary>The verdict in a sentence.</summary>
    public string Sentence
    {
        get
        {
            string what = Finding switch
            {
                RuleFinding.NoBudget => FormattableString.Invariant(
                    $"there is no budget '{Rule.Budget}' for {Amount} {currency} in {Before.Periods}"),
                RuleFinding.BeyondLimit => FormattableString.Invariant(
                    $"{Amount} {currency} asked, but of {Before.Budget} for {Before.Periods} ")
                    + FormattableString.Invariant(
                        $"{Before.Available} are left; {After.Excess} beyond the limit of {Before.Limit}"),
                _ => FormattableString.Invariant(
                    $"{Amount} {currency} asked, {After.Available} of {Before.Budget} for {Before.Periods} stay left"),
            };
            string roles = OverridableBy.IsEmpty ? "" : $" Can be overridden by: {string.Join(", ", OverridableBy)}.";
            return $"Rule '{Rule.Code}': {what}.{roles}";
        }
    }
}
