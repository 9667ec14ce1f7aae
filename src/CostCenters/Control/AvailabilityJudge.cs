using System.Collections.Immutable;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;

namespace CostCenters.Control;

/// <summary>Asks the rules about a document, line by line and as a whole; changes no sums.</summary>
/// <remarks>Asked again and again, it keeps its own memory. Not safe for several threads.</remarks>
internal sealed class AvailabilityJudge(RuleSums sums, CommitmentRegister register)
{
    private readonly Dictionary<(int Rule, int Window), Touched> touched = [];
    private readonly List<Touched> inLine = [];
    private readonly List<Touched> judged = [];
    private readonly Stack<Touched> unused = [];
    private readonly List<RuleCheck> checks = [];
    private readonly List<int> uncovered = [];

    public AvailabilityCheck Judge(SpendingPlan plan)
    {
        Forget();
        int next = 0;
        for (int line = 0; line < plan.Cells.Length; line++)
        {
            bool takesOver = next < plan.TakeOvers.Length && plan.TakeOvers[next].Line == line;
            JudgeLine(plan, line, takesOver ? plan.TakeOvers[next++] : null);
        }

        SpendingStage stage = plan.Document.Stage;
        ImmutableArray<RuleCheck> found = Checks(stage);
        AvailabilityVerdict outside =
            uncovered.Count > 0 ? sums.Rules.Outside.At(stage) : AvailabilityVerdict.Pass;
        return new AvailabilityCheck(
            WorstOf(found, outside),
            [],
            found,
            [.. uncovered],
            outside,
            OverridableBy(found, outside));
    }

    /// <summary>Of windows that are told as one, that which is worst, or has the least left.</summary>
    private ImmutableArray<RuleCheck> Checks(SpendingStage stage)
    {
        foreach (Touched each in touched.Values)
        {
            if (each.IsJudged)
            {
                judged.Add(each);
            }
        }

        judged.Sort(Touched.InOrder);
        (int Rule, int Group)? before = null;
        foreach (Touched each in judged)
        {
            var group = (each.Rule, sums.WindowsOf(each.Rule).GroupOf(each.Window));
            RuleCheck check = ToCheck(each, stage);
            if (before != group)
            {
                checks.Add(check);
            }
            else if (IsWorse(check, checks[^1]))
            {
                checks[^1] = check;
            }

            before = group;
        }

        return [.. checks];
    }

    /// <summary>What the document before touched can be taken again.</summary>
    private void Forget()
    {
        foreach (Touched each in touched.Values)
        {
            unused.Push(each);
        }

        touched.Clear();
        judged.Clear();
        checks.Clear();
        uncovered.Clear();
    }

    private static AvailabilityVerdict WorstOf(ImmutableArray<RuleCheck> checks, AvailabilityVerdict outside)
    {
        AvailabilityVerdict worst = outside;
        foreach (RuleCheck check in checks)
        {
            worst = check.Verdict > worst ? check.Verdict : worst;
        }

        return worst;
    }

    private static bool IsWorse(RuleCheck check, RuleCheck other) =>
        check.Verdict != other.Verdict ? check.Verdict > other.Verdict
        : check.Finding != other.Finding ? check.Finding > other.Finding
        : check.After.Left < other.After.Left;

    /// <summary>The roles by which everything that blocks can be overridden.</summary>
    private ImmutableArray<string> OverridableBy(ImmutableArray<RuleCheck> checks, AvailabilityVerdict outside)
    {
        ImmutableArray<string>? common =
            outside == AvailabilityVerdict.Block ? sums.Rules.Outside.OverridableBy : null;
        foreach (RuleCheck check in checks)
        {
            if (check.Verdict == AvailabilityVerdict.Block)
            {
                common = common is { } roles ? [.. roles.Intersect(check.OverridableBy)] : check.OverridableBy;
            }
        }

        return common ?? [];
    }

    private void JudgeLine(SpendingPlan plan, int line, TakenLine? taken)
    {
        CellChange cell = plan.Cells[line];
        bool isCovered = Add(plan.Document.Stage, cell, cell.Amount);
        long ofNobody = isCovered || !sums.Index.IsControlled(cell.Element) ? 0 : cell.Amount;
        if (taken is TakenLine from)
        {
            Commitment commitment = register.Find(from.TakeOver.Document)!;
            CellChange earlier = commitment.Entry.Cells[from.TakeOver.Line];
            bool wasCovered = Add(commitment.Entry.Document.Stage, earlier, -from.Taken);
            ofNobody -= wasCovered ? 0 : from.Taken;
        }

        if (ofNobody > 0)
        {
            uncovered.Add(line);
        }

        foreach (Touched each in inLine)
        {
            if (each.InLine > 0 && FindingOf(each) != RuleFinding.WithinLimit)
            {
                (each.LinesBeyond ??= []).Add(line);
            }

            each.InLine = 0;
        }

        inLine.Clear();
    }

    /// <returns>Whether a rule covers the cell.</returns>
    private bool Add(SpendingStage stage, CellChange cell, long amount)
    {
        int[] rules = sums.Index.RulesOf(cell.Center, cell.Element, cell.Period);
        foreach (int rule in rules)
        {
            SpanWindows windows = sums.WindowsOf(rule);
            (int first, int count) = windows.Of(cell.Period);
            for (int window = first; window < first + count; window++)
            {
                if (!touched.TryGetValue((rule, window), out Touched? each))
                {
                    each = unused.TryPop(out Touched? free) ? free : new Touched();
                    each.Start(rule, window, sums.At(rule, window));
                    touched.Add((rule, window), each);
                }

                each.IsJudged |= window < first + windows.JudgedOf(count);
                each.Add(stage, amount);
                inLine.Add(each);
            }
        }

        return rules.Length > 0;
    }

    private RuleFinding FindingOf(Touched each) => each.Finding ??= Find(each);

    private RuleFinding Find(Touched each)
    {
        if (each.More.Total <= 0)
        {
            return RuleFinding.WithinLimit;
        }

        if (!each.Before.HasBudget)
        {
            return RuleFinding.NoBudget;
        }

        AvailabilityRule rule = sums.Rules.Rules[each.Rule];
        Int128 used = RuleFigures.UsedOf(rule, each.Before.Used.Total + each.More.Total);
        return used > rule.Limit.Of(each.Before.Budget, sums.Space.Scale)
            ? RuleFinding.BeyondLimit
            : RuleFinding.WithinLimit;
    }

    private RuleCheck ToCheck(Touched each, SpendingStage stage)
    {
        AvailabilityRule rule = sums.Rules.Rules[each.Rule];
        RuleFinding finding = FindingOf(each);
        return new RuleCheck(
            new RuleFigures(
                rule,
                sums.WindowsOf(each.Rule).PeriodsOf(each.Window),
                sums.Space.Scale,
                each.Before),
            each.More,
            finding,
            finding switch
            {
                RuleFinding.NoBudget => rule.WithoutBudget.At(stage),
                RuleFinding.BeyondLimit => rule.BeyondLimit.At(stage),
                _ => AvailabilityVerdict.Pass,
            },
            finding == RuleFinding.WithinLimit || each.LinesBeyond is null ? [] : [.. each.LinesBeyond],
            sums.Space.Currency);
    }

    /// <summary>A rule in one window, and what the document adds to it.</summary>
    private sealed class Touched
    {
        /// <summary>By rule, then by window.</summary>
        public static readonly Comparison<Touched> InOrder =
            (left, right) => (left.Rule, left.Window).CompareTo((right.Rule, right.Window));

        public int Rule { get; private set; }

        public int Window { get; private set; }

        /// <summary>What stood in the window before the document.</summary>
        public WindowSums Before { get; private set; } = WindowSums.Nothing;

        /// <summary>Whether a line lies in the window so that it is judged there.</summary>
        public bool IsJudged { get; set; }

        public StageSums More { get; private set; }

        public Int128 InLine { get; set; }

        /// <summary>What the rule finds of all that was added; null until it is asked for.</summary>
        public RuleFinding? Finding { get; set; }

        public List<int>? LinesBeyond { get; set; }

        public void Start(int rule, int window, WindowSums before)
        {
            (Rule, Window, Before) = (rule, window, before);
            IsJudged = false;
            More = default;
            Finding = null;
            LinesBeyond = null;
        }

        public void Add(SpendingStage stage, long amount)
        {
            More = More.With(stage, amount);
            InLine += amount;
            Finding = null;
        }
    }
}
