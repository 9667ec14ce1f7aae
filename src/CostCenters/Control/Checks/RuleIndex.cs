using CostCenters.Control.Rules;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Control.Checks;

/// <summary>Which rules cover a cell; each answer is kept for the next time.</summary>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class RuleIndex
{
    private readonly CubeSpace space;
    private readonly AvailabilityRules rules;
    private readonly bool[]?[][] elementsOfScopes;
    private readonly LocalDate[] changes;
    private readonly int[] treeOfPeriod;
    private readonly Dictionary<int, List<(int Rule, int Scope)>[]> scopesOfTrees = [];
    private readonly Dictionary<(int Tree, long Cell), int[]> known = [];

    public RuleIndex(AvailabilityRules rules, CubeSpace space)
    {
        this.rules = rules;
        this.space = space;
        elementsOfScopes = [.. rules.Rules.Select(rule => rule.Scopes.Select(ElementsOf).ToArray())];
        changes =
        [
            .. space.Centers.Centers.SelectMany(center => center.Validities).Select(validity => validity.From)
                .Distinct().Order(),
        ];
        treeOfPeriod = new int[space.Calendar.OrdinalCount];
        treeOfPeriod.AsSpan().Fill(-1);
    }

    /// <summary>The numbers of the rules that cover a cell, in order; none cover revenue.</summary>
    public int[] RulesOf(int center, int element, int period)
    {
        int tree = TreeOf(period);
        (int Tree, long Cell) key = (tree, ((long)center * space.ElementCount) + element);
        return known.TryGetValue(key, out int[]? found) ? found : known[key] = Find(center, element, period, tree);
    }

    public bool IsControlled(int element) => space.Elements.Elements[element].Nature == ElementNature.Cost;

    private int[] Find(int center, int element, int period, int tree)
    {
        if (!IsControlled(element))
        {
            return [];
        }

        if (!scopesOfTrees.TryGetValue(tree, out var ofCenters))
        {
            scopesOfTrees.Add(tree, ofCenters = ScopesByCenter(LastDay(period)));
        }

        return
        [
            .. ofCenters[center]
                .Where(pair => elementsOfScopes[pair.Rule][pair.Scope] is not bool[] elements || elements[element])
                .Select(pair => pair.Rule)
                .Distinct(),
        ];
    }

    private List<(int Rule, int Scope)>[] ScopesByCenter(LocalDate day)
    {
        CenterTree tree = space.Centers.TreeAsOf(day);
        var ofCenters = new List<(int Rule, int Scope)>[space.CenterCount];
        for (int center = 0; center < ofCenters.Length; center++)
        {
            ofCenters[center] = [];
        }

        for (int rule = 0; rule < rules.Rules.Length; rule++)
        {
            for (int scope = 0; scope < rules.Rules[rule].Scopes.Length; scope++)
            {
                RuleScope cells = rules.Rules[rule].Scopes[scope];
                int first = cells.Center is CenterCode code ? tree.PlaceOf(code) : 0;
                int end = cells.Center is null ? ofCenters.Length
                    : cells.IncludesDescendants ? tree.EndOf(first)
                    : first + 1;
                for (int place = first; place < end; place++)
                {
                    ofCenters[tree.Nodes[place].Center.Index].Add((rule, scope));
                }
            }
        }

        return ofCenters;
    }

    private bool[]? ElementsOf(RuleScope scope)
    {
        if (scope.Element is not ElementCode code)
        {
            return null;
        }

        bool[] elements = new bool[space.ElementCount];
        foreach (CostElement element in space.Elements.Tree.Within(code))
        {
            elements[space.Elements.IndexOf(element.Code)] = true;
        }

        return elements;
    }

    /// <summary>Periods between whose last days no validity starts have one tree.</summary>
    private int TreeOf(int period)
    {
        if (treeOfPeriod[period] < 0)
        {
            int place = Array.BinarySearch(changes, LastDay(period));
            treeOfPeriod[period] = place < 0 ? ~place : place + 1;
        }

        return treeOfPeriod[period];
    }

    private LocalDate LastDay(int period) => space.Calendar.DatesOf(space.Calendar.PeriodAt(period)).Last;
}
