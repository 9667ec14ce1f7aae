using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Reports;

/// <summary>A roll-up as a program without this library would do it: dictionaries of decimals, and recursion.</summary>
internal sealed class PlainTree
{
    private readonly Dictionary<string, List<string>> children = [];
    private readonly Dictionary<string, Dictionary<(string Element, string Period), PlainSums>> own = [];
    private readonly List<string> roots = [];

    public static PlainTree From(Comparison comparison, CenterTree tree)
    {
        var plain = new PlainTree();
        foreach (CenterTreeNode node in tree.Nodes)
        {
            string code = node.Center.Code.Value;
            plain.children.Add(code, []);
            plain.own.Add(code, []);
            (node.Parent < 0 ? plain.roots : plain.children[tree.Nodes[node.Parent].Center.Code.Value]).Add(code);
        }

        foreach (CubeCell cell in comparison.Budget.Cells())
        {
            plain.Add(cell, new PlainSums(cell.Amount, 0m));
        }

        foreach (CubeCell cell in comparison.Actual.Cells())
        {
            plain.Add(cell, new PlainSums(null, cell.Amount));
        }

        return plain;
    }

    /// <summary>The sums of every center with its children, and the difference of each.</summary>
    public Dictionary<string, Dictionary<(string, string), (PlainSums, decimal)>> RollUp()
    {
        var report = new Dictionary<string, Dictionary<(string, string), (PlainSums, decimal)>>();
        roots.ForEach(root => RollUp(root, report));
        return report;
    }

    private Dictionary<(string Element, string Period), PlainSums> RollUp(
        string center, Dictionary<string, Dictionary<(string, string), (PlainSums, decimal)>> report)
    {
        var sums = new Dictionary<(string Element, string Period), PlainSums>(own[center]);
        foreach (string child in children[center])
        {
            foreach ((var key, PlainSums ofChild) in RollUp(child, report))
            {
                sums[key] = sums.TryGetValue(key, out PlainSums before) ? before.Plus(ofChild) : ofChild;
            }
        }

        report.Add(center, sums.ToDictionary(
            pair => pair.Key, pair => (pair.Value, pair.Value.Actual - (pair.Value.Budget ?? 0m))));
        return sums;
    }

    private void Add(CubeCell cell, PlainSums sums)
    {
        var cells = own[cell.Address.Center.Value];
        var key = (cell.Address.Element.Value, cell.Address.Period.ToString());
        cells[key] = cells.TryGetValue(key, out PlainSums before) ? before.Plus(sums) : sums;
    }
}
