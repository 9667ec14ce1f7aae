using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Layers;

namespace CostCenters.Tests.Properties;

/// <summary>Compares the trees of two entries of one analysis.</summary>
internal static class LayerTrees
{
    // Inputs that are a sum of amounts, wherever they stand.
    private static readonly HashSet<string> Amounts = new(StringComparer.Ordinal)
    {
        "actual", "actual cost", "actual revenue", "actual overhead", "actual variable overhead",
        "actual fixed overhead",
    };

    /// <summary>The two trees are one, and the cells of each leaf add up to the inputs that are a sum of cells.
    /// </summary>
    public static void AreSame(VarianceNode figures, VarianceNode layers, VarianceScope scope, string[] quantities)
    {
        Cube cube = scope.Comparison.Actual;
        Assert.Equal(figures.Walk().Select(Text), layers.Walk().Select(Text));
        foreach (VarianceNode leaf in layers.Walk().Where(node => node.Children.IsEmpty))
        {
            Assert.Equal(leaf.Cells.Length, leaf.Cells.Distinct().Count());
            CubeCell[] cells = [.. leaf.Cells.Select(address => cube.TryGet(address, out CubeCell cell)
                ? cell
                : throw new InvalidOperationException($"{address} is no cell of the actuals."))];

            // A part of a mix reads the total of all items besides its own figures.
            string? item = VarianceKey.SubjectOf(leaf.Key);
            CubeCell[] own = [.. cells.Where(cell => cell.Address.Element.Value == item)];
            cells = own.Length > 0 ? own : cells;
            foreach (VarianceInput input in leaf.Inputs)
            {
                if (Amounts.Contains(input.Name))
                {
                    Assert.Equal(input.Value, Fraction.Of(cells.Sum(cell => cell.Amount)));
                }

                if (quantities.Contains(input.Name))
                {
                    Assert.Equal(input.Value, Fraction.Of(cells.Sum(cell => cell.Quantity!.Value)));
                }
            }
        }
    }

    private static string Text(VarianceNode node) =>
        $"{node.Key} {node.Name} {node.Basis} {node.Amount} = {node.Formula}: "
        + string.Join(", ", node.Inputs.Select(input => $"{input.Name} {input.Value} {input.Unit}"));
}
