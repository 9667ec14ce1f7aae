namespace CostCenters.Explanations;

public sealed partial class VarianceNode
{
    /// <summary>The tree in the profit basis: amounts are profit effects, and each formula is negated; itself where it
    /// is in that basis.</summary>
    internal VarianceNode InProfit()
    {
        if (Basis == VarianceBasis.Profit)
        {
            return this;
        }

        // From the last node to the first every node comes after its children, the first of which is on top.
        var built = new Stack<VarianceNode>();
        foreach (VarianceNode node in Walk().Reverse())
        {
            IEnumerable<VarianceNode> children = [.. node.Children.Select(_ => built.Pop())];
            built.Push(new VarianceNode(
                node.Key,
                node.Name,
                VarianceBasis.Profit,
                node.ProfitEffect,
                $"-({node.Formula})",
                node.Inputs,
                children,
                node.Cells));
        }

        return built.Pop();
    }
}
