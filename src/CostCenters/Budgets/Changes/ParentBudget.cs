using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Budgets.Changes;

/// <summary>The budget of a center beside those of the centers right below it, over some periods.</summary>
/// <remarks>
/// <para>Total: of a ceiling its own amount, of an additive center its own and those below, of an informative one those
/// below; of a center without others below it its own amount.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record ParentBudget
{
    private ParentBudget(CenterCode center, ParentBudgetRule rule, decimal own, decimal below)
    {
        Center = center;
        Rule = rule;
        Own = own;
        Below = below;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>How its budget stands to those below it.</summary>
    public ParentBudgetRule Rule { get; }

    /// <summary>Its own amount.</summary>
    public decimal Own { get; }

    /// <summary>The totals of the centers right below it.</summary>
    public decimal Below { get; }

    /// <summary>What the center has with everything below it.</summary>
    public decimal Total => Rule switch
    {
        ParentBudgetRule.Ceiling => Own,
        ParentBudgetRule.Additive => Own + Below,
        _ => Below,
    };

    /// <summary>What of a ceiling is not distributed; null for another rule.</summary>
    public decimal? Undistributed => Rule == ParentBudgetRule.Ceiling ? Math.Max(Own - Below, 0m) : null;

    /// <summary>By how much the centers below a ceiling have more than it; 0 where they have not.</summary>
    public decimal Excess => Rule == ParentBudgetRule.Ceiling ? Math.Max(Below - Own, 0m) : 0m;

    /// <summary>Checks every center that has others below it.</summary>
    /// <param name="budget">The budget; elements of cost are added up.</param>
    /// <param name="tree">The tree of a day.</param>
    /// <param name="rules">The rule of each center that has others below it.</param>
    /// <param name="range">The periods.</param>
    /// <returns>The centers with others below them, in preorder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A center with others below it has no rule.</exception>
    public static ImmutableArray<ParentBudget> Check(
        Cube budget,
        CenterTree tree,
        IReadOnlyDictionary<CenterCode, ParentBudgetRule> rules,
        FiscalPeriodRange range)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(rules);
        decimal[] own = new decimal[tree.Nodes.Length];
        foreach (CubeCell cell in budget.Cells().Where(cell => range.Contains(cell.Address.Period)))
        {
            own[tree.PlaceOf(cell.Address.Center)] +=
                budget.Space.Elements[cell.Address.Element].Nature == ElementNature.Cost ? cell.Amount : 0m;
        }

        var checkedCenters = new Stack<ParentBudget>();
        decimal[] totals = new decimal[own.Length];
        for (int place = own.Length - 1; place >= 0; place--)
        {
            CenterCode code = tree.Nodes[place].Center.Code;
            totals[place] = own[place];
            if (tree.EndOf(place) == place + 1)
            {
                continue;
            }

            ParentBudgetRule rule = rules.TryGetValue(code, out ParentBudgetRule found)
                ? found
                : throw new ArgumentException($"Center '{code}' has others below it and no rule.", nameof(rules));
            var node = new ParentBudget(
                code, rule, own[place], tree.ChildrenOf(place).Sum(child => totals[child]));
            totals[place] = node.Total;
            checkedCenters.Push(node);
        }

        return [.. checkedCenters];
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ParentBudget),
        (nameof(Center), Center),
        (nameof(Rule), Rule),
        (nameof(Own), Own),
        (nameof(Below), Below),
        (nameof(Total), Total),
        (nameof(Undistributed), Undistributed),
        (nameof(Excess), Excess));
}
