using System.Collections.Immutable;
using CostCenters.Cubes;

namespace CostCenters.Control;

/// <summary>Asks the rules about a document, line by line and as a whole; changes nothing.</summary>
internal sealed class AvailabilityJudge(RuleSums sums, SpendingPlan plan, CommitmentRegister register)
{
    private readonly Dictionary<(int Rule, int Window), Touched> touched = [];
    private readonly List<Touched> inLine = [];
    private readonly ImmutableArray<int>.Builder uncovered = ImmutableArray.CreateBuilder<int>();

    public AvailabilityCheck Judge()
    {
        var takeOvers = plan.TakeOvers.ToDictionary(line => line.Line);
        for (int line = 0; line < plan.Cells.Length; line++)
        {
            JudgeLine(line, takeOvers.TryGetValue(line, out TakenLine taken) ? taken : null);
        }

        SpendingStage stage = plan.Document.Stage;
        ImmutableArray<RuleCheck> checks =
        [
            .. touched.Values
                .Where(each => each.IsJudged)
                .OrderBy(each => (each.Rule, each.Window))
                .GroupBy(each => (each.Rule, Group: sums.WindowsOf(each.Rule).GroupOf(each.Window)))
                .Select(group => group
                    .Select(ToCheck)
                    .OrderByDescending(check => check.Verdict)
                    .ThenByDescending(check => check.Finding)
                    .ThenBy(check => check.After.Left)
                    .First()),
        ];
        AvailabilityVerdict outside =
            uncovered.Count > 0 ? sums.Rules.Outside.At(stage) : AvailabilityVerdict.Pass;
        var blocking = checks
            .Where(check => check.Verdict == AvailabilityVerdict.Block)
            .Select(check => check.OverridableBy.AsEnumerable())
            .ToList();
        if (outside == AvailabilityVerdict.Block)
        {
            blocking.Add(sums.Rules.Outside.OverridableBy);
        }

        return new AvailabilityCheck(
            checks.Select(check => check.Verdict).Append(outside).Max(),
            [],
            checks,
            uncovered.ToImmutable(),
            outside,
            blocking.Count == 0 ? [] : [.. blocking.Aggregate((left, right) => left.Intersect(right))]);
    }

    private void JudgeLine(int line, TakenLine? taken)
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
                each.LinesBeyond.Add(line);
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
                    touched.Add((rule, window), each = new Touched(rule, window));
                }

                each.IsJudged |= window < first + windows.JudgedOf(count);
                each.More = each.More.With(stage, amount);
                each.InLine += amount;
                inLine.Add(each);
            }
        }

        return rules.Length > 0;
    }

    private RuleFinding FindingOf(Touched each)
    {
        WindowSums before = sums.At(each.Rule, each.Window);
        if (each.More.Total <= 0)
        {
            return RuleFinding.WithinLimit;
        }

        if (!before.HasBudget)
        {
            return RuleFinding.NoBudget;
        }

        AvailabilityRule rule = sums.Rules.Rules[each.Rule];
        Int128 used = RuleFigures.UsedOf(rule, before.Total + each.More.Total);
        return used > rule.Limit.Of(before.Budget, plan.Space.Scale)
            ? RuleFinding.BeyondLimit
            : RuleFinding.WithinLimit;
    }

    private RuleCheck ToCheck(Touched each)
    {
        AvailabilityRule rule = sums.Rules.Rules[each.Rule];
        WindowSums now = sums.At(each.Rule, each.Window);
        var periods = sums.WindowsOf(each.Rule).PeriodsOf(each.Window);
        RuleFinding finding = FindingOf(each);
        return new RuleCheck(
            new RuleFigures(rule, periods, plan.Space.Scale, now, default),
            new RuleFigures(rule, periods, plan.Space.Scale, now, each.More),
            plan.Space.Scale.ToDecimal(each.More.Total),
            finding,
            finding switch
            {
                RuleFinding.NoBudget => rule.WithoutBudget.At(plan.Document.Stage),
                RuleFinding.BeyondLimit => rule.BeyondLimit.At(plan.Document.Stage),
                _ => AvailabilityVerdict.Pass,
            },
            finding == RuleFinding.WithinLimit ? [] : [.. each.LinesBeyond],
            plan.Space.Currency);
    }

    /// <summary>A rule in one window, and what the document adds to it.</summary>
    private sealed class Touched(int rule, int window)
    {
        public int Rule => rule;

        public int Window => window;

        /// <summary>Whether a line lies in the window so that it is judged there.</summary>
        public bool IsJudged { get; set; }

        public StageSums More { get; set; }

        public Int128 InLine { get; set; }

        public List<int> LinesBeyond { get; } = [];
    }
}
