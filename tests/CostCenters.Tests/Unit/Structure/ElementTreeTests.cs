using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Structure;

public class ElementTreeTests
{
    private static readonly ElementChart Chart = new ElementChart.Builder()
        .Add(Element("600", "60"))
        .Add(Element("61", "6"))
        .Add(Element("6", null))
        .Add(Element("60", "6"))
        .Add(Element("4", null))
        .Build();

    [Fact]
    public void Nodes_AreInPreorderSiblingsByCode()
    {
        Assert.Equal(
            [("4", 0, -1), ("6", 0, -1), ("60", 1, 1), ("600", 2, 2), ("61", 1, 1)],
            Chart.Tree.Nodes.Select(node => (node.Element.Code.Value, node.Depth, node.Parent)));
        Assert.All(Chart.Tree.Nodes, node => Assert.Same(Chart.Elements[node.Number], node.Element));
        Assert.Equal([2, 4], Chart.Tree.ChildrenOf(1));
        Assert.Equal(5, Chart.Tree.EndOf(1));
        Assert.Equal(3, Chart.Tree.PlaceOf(new("600")));
        Assert.Throws<KeyNotFoundException>(() => Chart.Tree.PlaceOf(new("7")));
    }

    [Fact]
    public void Within_Group_IsAllThatStandsBelowIt()
    {
        Assert.Equal(
            ["6", "60", "600", "61"], Chart.Tree.Within(new("6")).Select(element => element.Code.Value));
        Assert.Equal(["4"], Chart.Tree.Within(new("4")).Select(element => element.Code.Value));
    }

    private static CostElement Element(string code, string? parent) =>
        new(new(code), "", ElementNature.Cost, parent: parent is null ? null : new ElementCode(parent));
}
