using System.Collections.Immutable;
using CostCenters.Control.Rules;
using CostCenters.Journals;

namespace CostCenters.Control.Checks;

/// <summary>The answer to "may I still spend this?": a verdict, and what each rule says.</summary>
/// <remarks>Immutable.</remarks>
public sealed class AvailabilityCheck
{
    private readonly AvailabilityVerdict outside;

    internal AvailabilityCheck(
        AvailabilityVerdict verdict,
        ImmutableArray<CommandFault> faults,
        ImmutableArray<RuleCheck> rules,
        ImmutableArray<int> uncoveredLines,
        AvailabilityVerdict outside,
        ImmutableArray<string> overridableBy)
    {
        Verdict = verdict;
        Faults = faults;
        Rules = rules;
        UncoveredLines = uncoveredLines;
        OverridableBy = overridableBy;
        this.outside = outside;
    }

    internal static AvailabilityCheck Passed { get; } =
        new(AvailabilityVerdict.Pass, [], [], [], AvailabilityVerdict.Pass, []);

    /// <summary>The worst that a rule says; a document with faults is blocked.</summary>
    public AvailabilityVerdict Verdict { get; }

    /// <summary>What is wrong with the document, money aside: unknown codes, closed periods, nothing open to take over.
    /// Then no rule is asked.</summary>
    public ImmutableArray<CommandFault> Faults { get; }

    /// <summary>What each rule says that covers a line, in order of the rules, then of their periods; of a year to
    /// date the period with the least left.</summary>
    public ImmutableArray<RuleCheck> Rules { get; }

    /// <summary>The lines with a cost that no rule covers.</summary>
    public ImmutableArray<int> UncoveredLines { get; }

    /// <summary>The roles each of which may override everything that blocks; empty where there is none.</summary>
    public ImmutableArray<string> OverridableBy { get; }

    /// <summary>The warnings and refusals in sentences, in order of the rules.</summary>
    public IEnumerable<string> Sentences =>
        Rules.Where(rule => rule.Verdict != AvailabilityVerdict.Pass).Select(rule => rule.Sentence)
            .Concat(UncoveredLines
                .Where(_ => outside != AvailabilityVerdict.Pass)
                .Select(line => FormattableString.Invariant($"Line {line}: no rule covers it.")));

    /// <summary>What is to be kept with a record: nothing where nobody is told anything.</summary>
    internal AvailabilityCheck ToKeep() => Verdict == AvailabilityVerdict.Pass ? Passed : this;

    internal static AvailabilityCheck Faulty(IEnumerable<CommandFault> faults) =>
        new(AvailabilityVerdict.Block, [.. faults], [], [], AvailabilityVerdict.Pass, []);

    /// <summary>What a command tells that is blocked.</summary>
    internal IEnumerable<CommandFault> Refusals() =>
        Rules.Where(rule => rule.Verdict == AvailabilityVerdict.Block)
            .Select(rule => new CommandFault(
                rule.Finding == RuleFinding.NoBudget ? CommandFaultKind.NoBudget : CommandFaultKind.BudgetExceeded,
                rule.LinesBeyond.IsEmpty ? null : rule.LinesBeyond[0],
                rule.Sentence))
            .Concat(UncoveredLines
                .Where(_ => outside == AvailabilityVerdict.Block)
                .Select(line => new CommandFault(
                    CommandFaultKind.OutsideRules,
                    line,
                    FormattableString.Invariant($"Line {line}: no rule covers it."))));
}
