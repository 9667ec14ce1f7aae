using CostCenters.Cubes;

namespace CostCenters.Tests.Unit.Cubes;

public class CubeLayersTests
{
    [Fact]
    public void With_SeveralLayers_KeepsTheOldSetAndOrdersTheKeys()
    {
        var actual = Company.Cube((Company.Head, Company.Sales, 1, 1m));
        var none = new CubeLayers(Company.Space);
        var layers = none
            .With(LayerKey.Budget("b", 1), Company.Cube())
            .With(LayerKey.Budget("B", 1), Company.Cube())
            .With(LayerKey.Actual, Company.Cube())
            .With(LayerKey.Actual, actual);

        Assert.Empty(none.Keys);
        Assert.Equal(["Actual", "Budget B 1", "Budget b 1"], layers.Keys.Select(key => key.ToString()));
        Assert.Same(actual, layers[LayerKey.Actual]);
        Assert.False(layers.TryGet(LayerKey.Budget("c", 1), out _));
        Assert.Contains(
            "Budget c",
            Assert.Throws<KeyNotFoundException>(() => layers[LayerKey.Budget("c", 1)]).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LayerKey_Default_IsActual()
    {
        Assert.Equal(LayerKey.Actual, default);
        Assert.Equal(LayerKind.Actual, default(LayerKey).Kind);
        Assert.Null(LayerKey.Actual.Name);
        Assert.NotEqual(LayerKey.Budget("a", 1), LayerKey.Budget("A", 1));
        Assert.ThrowsAny<ArgumentException>(() => LayerKey.Budget("", 1));
        Assert.ThrowsAny<ArgumentException>(() => LayerKey.Budget(null!, 1));
    }

    [Fact]
    public void CenterPeriodSet_WithAndWithout_GiveNewSets()
    {
        var one = CenterPeriodSet.Empty.With(Company.Head, Company.Period(1));
        var two = one.With(Company.North, Company.Period(1)).With(Company.Head, Company.Period(1));

        Assert.Equal((0, 1, 2), (CenterPeriodSet.Empty.Count, one.Count, two.Count));
        Assert.True(two.Contains(Company.Head, Company.Period(1)));
        Assert.False(two.Contains(Company.Head, Company.Period(2)));
        Assert.Equal(1, two.Without(Company.Head, Company.Period(1)).Count);
        Assert.Equal(2, two.Without(Company.South, Company.Period(1)).Count);
    }
}
