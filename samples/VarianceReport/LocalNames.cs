using CostCenters.Structure;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Centers as a reader sees them: code and name as of the day of the tree, indented by depth.</summary>
internal sealed class LocalNames(CenterTree tree)
{
    public string Of(CenterTreeNode node) =>
        new string(' ', 2 * node.Depth) + Printable.Short($"{node.Center.Code} {node.Center.PlacedAt(tree.AsOf).Name}");
}
