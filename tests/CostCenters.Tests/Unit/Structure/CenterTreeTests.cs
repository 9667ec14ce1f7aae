using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Structure;

public class CenterTreeTests
{
    [Fact]
    public void TreeAsOf_BeforeAndAfterAMove_DrawsBoth()
    {
        var centers = Company.Space.Centers;

        Assert.Equal(
            ["0 1000", "1 1100", "1 1200", "1 1300"], Drawing(centers.TreeAsOf(new LocalDate(2026, 6, 30))));
        Assert.Equal(
            ["0 1000", "1 1100", "2 1200", "1 1300"], Drawing(centers.TreeAsOf(new LocalDate(2026, 7, 1))));
    }

    [Fact]
    public void TreeAsOf_BeforeTheFirstValidity_PlacesByIt() =>
        Assert.Equal(
            ["0 1000", "1 1100", "1 1200", "1 1300"],
            Drawing(Company.Space.Centers.TreeAsOf(new LocalDate(1999, 1, 1))));

    [Fact]
    public void TreeAsOf_RootsAndSiblings_AreOrderedByCodeUnits()
    {
        var builder = new CenterHierarchy.Builder();
        foreach (string code in new[] { "ä", "b", "a", "B", "10", "9", "\uE000", "\U0001F600" })
        {
            builder.Add(new CenterCode(code), new CenterValidity("", CenterKind.Cost));
            builder.Add(new CenterCode("~" + code), new CenterValidity("", CenterKind.Cost, new CenterCode("a")));
        }

        Assert.Equal(
            [
                "0 10", "0 9", "0 B", "0 a", "1 ~10", "1 ~9", "1 ~B", "1 ~a", "1 ~b", "1 ~ä", "1 ~\U0001F600",
                "1 ~\uE000", "0 b", "0 ä", "0 \U0001F600", "0 \uE000",
            ],
            Drawing(builder.Build().TreeAsOf(new LocalDate(2026, 1, 1))));
    }

    [Fact]
    public void ChildrenOf_EveryNode_GivesDirectChildrenAndTheEndOfTheSubtree()
    {
        var tree = Company.Space.Centers.TreeAsOf(new LocalDate(2026, 12, 31));

        Assert.Equal([1, 3], tree.ChildrenOf(0));
        Assert.Equal([2], tree.ChildrenOf(1));
        Assert.Empty(tree.ChildrenOf(2));
        Assert.Empty(tree.ChildrenOf(3));
        Assert.Equal([4, 3, 3, 4], Enumerable.Range(0, 4).Select(tree.EndOf));
        Assert.Equal([-1, 0, 1, 0], tree.Nodes.Select(node => node.Parent));
        Assert.Equal(2, tree.PlaceOf(Company.South));
        Assert.Throws<KeyNotFoundException>(() => tree.PlaceOf(new CenterCode("none")));
    }

    [Fact]
    public void TreeAsOf_VeryDeep_NeedsNoStack()
    {
        var builder = new CenterHierarchy.Builder().Add(new CenterCode("0"), new CenterValidity("", CenterKind.Cost));
        for (int i = 1; i < 2_000; i++)
        {
            builder.Add(
                new CenterCode($"{i}"), new CenterValidity("", CenterKind.Cost, new CenterCode($"{i - 1}")));
        }

        Assert.Equal(1_999, builder.Build().TreeAsOf(new LocalDate(2026, 1, 1)).Nodes[^1].Depth);
    }

    private static IEnumerable<string> Drawing(CenterTree tree) =>
        tree.Nodes.Select(node => $"{node.Depth} {node.Center}");
}
