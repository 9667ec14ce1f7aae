using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability;

namespace CostCenters.Tests.Unit.Explanations;

public class VarianceKeyTests
{
    [Theory]
    [InlineData("tea", "product:tea")]
    [InlineData("Äpfel & Birnen", "product:Äpfel & Birnen")]
    [InlineData("a/b", "product:a~1b")]
    [InlineData("a~1b", "product:a~01b")]
    [InlineData("a:b#2", "product:a:b#2")]
    public void Of_Subject_IsKeptAndFoundAgain(string subject, string expected)
    {
        string key = VarianceKey.Of("product", subject);

        Assert.Equal(expected, key);
        Assert.Equal(subject, VarianceKey.SubjectOf(key));
        VarianceNode tree = VarianceNode.Sum("sales", "sales", "", [Leaf(key)]);
        Assert.Same(tree.Children[0], tree[$"sales/{key}"]);
    }

    [Fact]
    public void SubjectOf_ConstantKey_IsNull() => Assert.Null(VarianceKey.SubjectOf("sales-price"));

    [Theory]
    [InlineData("")]
    [InlineData("Sales")]
    [InlineData("sales price")]
    [InlineData("-sales")]
    [InlineData("sales-")]
    [InlineData("sales--price")]
    [InlineData("überschuss")]
    [InlineData("sales/price")]
    [InlineData("product:")]
    [InlineData("product:a/b")]
    [InlineData(":tea")]
    public void Leaf_TextThatIsNoKey_IsRefused(string key) =>
        Assert.ThrowsAny<ArgumentException>(() => Leaf(key));

    [Fact]
    public void Of_KindThatIsNoWord_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => VarianceKey.Of("a:b", "x"));
        Assert.Throws<ArgumentException>(() => VarianceKey.Of("a", ""));
    }

    [Fact]
    public void Sum_TwoPartsOfOneKey_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => VarianceNode.Sum("x", "x", "", [Leaf("a"), Leaf("b"), Leaf("a")]));

        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact] // Trees of several products have the same keys; the statement numbers them.
    public void Statement_OfTreesAlike_NumbersTheLaterOnes()
    {
        var statement = OperatingStatement.Create(0m, [Leaf("sales"), Leaf("sales"), Leaf("sales#2"), Leaf("sales")]);

        Assert.Equal(
            ["sales", "sales#2", "sales#2#2", "sales#3"], statement.Variances.Children.Select(part => part.Key));
    }

    [Fact]
    public void WithName_AnotherLanguage_LeavesLookUpsAlone()
    {
        VarianceNode tree = VarianceNode.Sum(
            "sales", "sales", "", [Leaf("sales-price").WithName("Absatzpreis"), Leaf("sales-volume")]);

        Assert.Equal("Absatzpreis", tree["sales-price"].Name);
        Assert.Equal("Absatzpreis", tree["sales/sales-price"].Name);
        Assert.Equal(Fraction.Of(2m), tree.Amount);
        Assert.Equal("price", tree["sales-price"].WithKey("price").Key);
    }

    [Fact]
    public void Path_LeadsToTheFirstNodeInPreorder()
    {
        VarianceNode tree = VarianceNode.Sum("a", "a", "", [
            VarianceNode.Sum("b", "b", "", [Leaf("x").WithName("first")]),
            VarianceNode.Sum("c", "c", "", [
                Leaf("x").WithName("second"),
                VarianceNode.Sum("b", "b", "", [Leaf("y").WithName("third")]),
            ]),
        ]);

        Assert.Equal(
            ["first", "second", "third", "third", "first"],
            new[] { "x", "c/x", "b/y", "a/c/b/y", "a/b/x" }.Select(path => tree[path].Name));
        Assert.All(
            ["", "/", "x/", "b/z", "c/b/x", "a/x"], path => Assert.False(tree.TryFind(path, out _), path));
    }

    private static VarianceNode Leaf(string key) =>
        VarianceNode.Leaf(key, "name", VarianceBasis.Profit, Fraction.One, "", []);
}
