using CostCenters.Reporting.Lines;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;

namespace CostCenters.Reporting.Charts;

/// <summary>The steps of a bridge as they are drawn: periods all, centers and elements so many that a reader can take
/// them in. What is drawn adds up to all steps.</summary>
internal sealed class BridgeSteps
{
    private const int Most = 12;

    private BridgeSteps(IEnumerable<(string Name, decimal Amount)> all, Bridge bridge, bool isInTime)
    {
        var steps = all.Where(step => isInTime || step.Amount != 0m).ToList();
        Gross = GrossVariance.Of(steps.Select(step => new Variance(null, step.Amount, bridge.Measure)));
        Steps = isInTime ? steps : Largest(steps);
    }

    public IReadOnlyList<(string Name, decimal Amount)> Steps { get; }

    /// <summary>What is favorable and unfavorable among the steps, before the smallest become one.</summary>
    public GrossVariance Gross { get; }

    public static BridgeSteps Of(Bridge bridge, ReportFacts facts)
    {
        if (bridge.Steps.Any(step => step.Period is not null))
        {
            return new BridgeSteps(
                bridge.Steps.Select(step => (step.Period.ToString()!, step.Amount)), bridge, isInTime: true);
        }

        var all = bridge.Steps.Count(step => step.Center is not null && step.Amount != 0m) > Most + 1
            ? RolledUp(bridge, facts)
            : [.. bridge.Steps.Select(step => (NameOf(step, facts), step.Amount))];
        return new BridgeSteps(all, bridge, isInTime: false);
    }

    private static List<(string Name, decimal Amount)> Largest(IEnumerable<(string Name, decimal Amount)> all)
    {
        var bySize = all.OrderByDescending(step => decimal.Abs(step.Amount)).ToList();
        var shown = bySize.Take(bySize.Count > Most + 1 ? Most : bySize.Count)
            .OrderByDescending(step => step.Amount).ToList();
        if (shown.Count < bySize.Count)
        {
            shown.Add(($"{bySize.Count - shown.Count} others", bySize.Skip(shown.Count).Sum(step => step.Amount)));
        }

        return shown;
    }

    private static string NameOf(BridgeStep step, ReportFacts facts) =>
        step.Center is { } center ? facts.NameOf(center) : ReportFacts.NameOf(step.Element!);

    /// <summary>Centers with all below them, from the deepest level that has few enough; what a center above that
    /// level has of its own stays a step.</summary>
    private static List<(string Name, decimal Amount)> RolledUp(Bridge bridge, ReportFacts facts)
    {
        CenterTree tree = facts.Document.Report.Tree;
        List<(string Name, decimal Amount)> steps = [];
        for (int level = 0; level <= tree.Nodes.Max(node => node.Depth); level++)
        {
            var rolled = bridge.Steps.GroupBy(step => Above(tree, tree.PlaceOf(step.Center!.Code), level))
                .Select(group => (NameOf(tree, group.Key, level, facts), group.Sum(step => step.Amount))).ToList();
            if (level > 0 && rolled.Count > Most + 1)
            {
                break;
            }

            steps = rolled;
        }

        return steps;
    }

    private static string NameOf(CenterTree tree, int place, int level, ReportFacts facts)
    {
        CenterTreeNode node = tree.Nodes[place];
        bool isOwn = node.Depth < level && tree.EndOf(place) > place + 1;
        return facts.NameOf(node.Center) + (isOwn ? " (own)" : "");
    }

    /// <summary>The center at a level under which a center stands, or the center itself.</summary>
    private static int Above(CenterTree tree, int place, int level)
    {
        while (tree.Nodes[place].Depth > level)
        {
            place = tree.Nodes[place].Parent;
        }

        return place;
    }
}
