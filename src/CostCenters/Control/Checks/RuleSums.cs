using System.Collections.Immutable;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;

namespace CostCenters.Control.Checks;

/// <summary>What each rule adds up in each of its windows, kept up to date by every entry.</summary>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class RuleSums
{
    private readonly Dictionary<int, WindowSums>[] sums;
    private readonly SpanWindows[] windows;

    private readonly int openThrough;

    /// <param name="rules">The rules.</param>
    /// <param name="space">The space.</param>
    /// <param name="openThrough">The last period whose funds are open.</param>
    public RuleSums(AvailabilityRules rules, CubeSpace space, int openThrough)
    {
        this.openThrough = openThrough;
        Rules = rules;
        Space = space;
        Index = new RuleIndex(rules, space);
        sums = [.. rules.Rules.Select(_ => new Dictionary<int, WindowSums>())];
        windows = [.. rules.Rules.Select(rule => new SpanWindows(space.Calendar, rule.Span))];
    }

    public AvailabilityRules Rules { get; }

    public CubeSpace Space { get; }

    public RuleIndex Index { get; }

    public SpanWindows WindowsOf(int rule) => windows[rule];

    /// <summary>What stands in a window; nothing yet, where nobody added anything.</summary>
    public WindowSums At(int rule, int window) => sums[rule].GetValueOrDefault(window) ?? WindowSums.Nothing;

    /// <summary>Adds to what is actual, committed or requested.</summary>
    public void Add(SpendingStage stage, int center, int element, int period, long amount)
    {
        foreach (int rule in Index.RulesOf(center, element, period))
        {
            (int first, int count) = windows[rule].Of(period);
            for (int window = first; window < first + count; window++)
            {
                Open(rule, window).Add(stage, amount);
            }
        }
    }

    public void AddBudget(string name, IEnumerable<CellChange> cells)
    {
        foreach (CellChange cell in cells)
        {
            foreach (int rule in Index.RulesOf(cell.Center, cell.Element, cell.Period))
            {
                if (Rules.Rules[rule].Budget != name)
                {
                    continue;
                }

                (int first, int count) = windows[rule].Of(cell.Period);
                for (int window = first; window < first + count; window++)
                {
                    Open(rule, window).AddBudget(cell.Amount, IsHeld(rule, cell.Period));
                }
            }
        }
    }

    /// <summary>What rules would have whose budget some cells lower below what is used.</summary>
    public ImmutableArray<RuleFigures> Lowered(string name, IEnumerable<CellChange> cells)
    {
        var lowered = new SortedDictionary<(int Rule, int Window), Int128>();
        foreach (CellChange cell in cells)
        {
            foreach (int rule in Index.RulesOf(cell.Center, cell.Element, cell.Period))
            {
                bool counts = Rules.Rules[rule].Budget == name && !IsHeld(rule, cell.Period);
                (int first, int count) = counts ? windows[rule].Of(cell.Period) : (0, 0);
                for (int window = first; window < first + count; window++)
                {
                    lowered[(rule, window)] = lowered.GetValueOrDefault((rule, window)) + cell.Amount;
                }
            }
        }

        return
        [
            .. lowered.Where(pair => pair.Value < 0)
                .Select(pair => new RuleFigures(
                    Rules.Rules[pair.Key.Rule],
                    windows[pair.Key.Rule].PeriodsOf(pair.Key.Window),
                    Space.Scale,
                    At(pair.Key.Rule, pair.Key.Window).With(pair.Value)))
                .Where(figures => figures.Left < 0),
        ];
    }

    /// <summary>Forgets a budget, before another revision of it comes.</summary>
    public void ForgetBudget(string name)
    {
        for (int rule = 0; rule < sums.Length; rule++)
        {
            if (Rules.Rules[rule].Budget == name)
            {
                foreach (WindowSums window in sums[rule].Values)
                {
                    window.ForgetBudget();
                }
            }
        }
    }

    private bool IsHeld(int rule, int period) =>
        period > openThrough && Rules.Rules[rule].Release == FundsRelease.WhenPeriodOpens;

    private WindowSums Open(int rule, int window)
    {
        if (!sums[rule].TryGetValue(window, out WindowSums? found))
        {
            sums[rule].Add(window, found = new WindowSums());
        }

        return found;
    }
}

/// <summary>Budget and use of one rule in one window, in counts.</summary>
internal sealed class WindowSums
{
    /// <summary>A window to which nothing was added; nothing ever is.</summary>
    public static WindowSums Nothing { get; } = new();

    public bool HasBudget { get; private set; }

    public Int128 Budget { get; private set; }

    /// <summary>Budget whose funds are not open yet.</summary>
    public Int128 Held { get; private set; }

    public StageSums Used { get; private set; }

    public void Add(SpendingStage stage, long amount) => Used = Used.With(stage, amount);

    public void AddBudget(long amount, bool isHeld)
    {
        HasBudget = true;
        Budget += isHeld ? 0 : amount;
        Held += isHeld ? amount : 0;
    }

    /// <summary>The same use of another budget.</summary>
    public WindowSums With(Int128 moreBudget) =>
        new() { HasBudget = true, Budget = Budget + moreBudget, Held = Held, Used = Used };

    public void ForgetBudget()
    {
        HasBudget = false;
        Budget = 0;
        Held = 0;
    }
}
