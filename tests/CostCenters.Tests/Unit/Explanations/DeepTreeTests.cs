using System.Text;
using System.Text.Json;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability;

namespace CostCenters.Tests.Unit.Explanations;

/// <summary>Trees far deeper than a stack would bear, on a thread with a small one.</summary>
public class DeepTreeTests
{
    private const int Levels = 100_000;

    [Fact]
    public void Walk_AndLookUp_ReachTheLastLevel() => SmallStack.Run(() =>
    {
        VarianceNode tree = Chain(Levels);

        Assert.Equal(Levels, tree.Levels);
        Assert.Equal(Levels, tree.Walk().Count());
        Assert.Equal(Fraction.One, tree["bottom"].Amount);
        Assert.Same(tree["bottom"], tree["level/bottom"]);
    });

    [Fact] // 64 levels are indented, and the lines below say their level: some 17 MB instead of 10 GB of blanks.
    public void ToText_IsLinearInTheTree() => SmallStack.Run(() =>
    {
        string text = Chain(Levels).ToText(0, MidpointRounding.ToEven);

        Assert.Equal(Levels, text.Count(sign => sign == '\n'));
        Assert.StartsWith("name: 1 favorable = f\n  name: 1 favorable = f\n    name", text, StringComparison.Ordinal);
        Assert.Contains(
            $"\n{new string(' ', 128)}name: 1 favorable = f\n{new string(' ', 128)}[65] name: 1", text,
            StringComparison.Ordinal);
        Assert.EndsWith($"{new string(' ', 128)}[{Levels - 1}] name: 1 favorable\n", text, StringComparison.Ordinal);
    });

    [Fact]
    public void WriteTo_AWriterThatIsDeepEnough_WritesEveryLevel() => SmallStack.Run(() =>
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { MaxDepth = (2 * Levels) + 1 }))
        {
            Chain(Levels).WriteTo(json);
        }

        var reader = new Utf8JsonReader(stream.ToArray(), new JsonReaderOptions { MaxDepth = (2 * Levels) + 1 });
        int nodes = 0;
        while (reader.Read())
        {
            nodes += reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("children") ? 1 : 0;
        }

        Assert.Equal(Levels, nodes);
    });

    [Theory]
    [InlineData(0, 499, true)]
    [InlineData(0, 500, false)]
    [InlineData(7, 3, true)]
    [InlineData(6, 3, false)]
    public void WriteTo_DeeperThanTheWriterAccepts_IsRefusedBeforeAnythingIsWritten(int limit, int levels, bool fits)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { MaxDepth = limit });
        if (fits)
        {
            Chain(levels).WriteTo(json);
            json.Flush();
            Assert.EndsWith("}", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        }
        else
        {
            var error = Assert.Throws<InvalidOperationException>(() => Chain(levels).WriteTo(json));
            Assert.Contains($"{(2 * levels) + 1}", error.Message, StringComparison.Ordinal);
            Assert.Equal(0, json.BytesPending + json.BytesCommitted);
        }
    }

    [Fact]
    public void Statement_OfADeepTreeOfCost_TurnsEveryNode() => SmallStack.Run(() =>
    {
        VarianceNode cost = VarianceNode.Leaf("bottom", "name", VarianceBasis.Cost, Fraction.One, "f", []);
        for (int level = 1; level < Levels; level++)
        {
            cost = VarianceNode.Sum("level", "name", "g", [cost]);
        }

        VarianceNode turned = OperatingStatement.Create(10m, [cost]).Variances;

        Assert.Equal(Levels + 1, turned.Walk().Count(node => node.Amount == Fraction.Of(-1m)));
        Assert.Equal("-(f)", turned["bottom"].Formula);
    });

    private static VarianceNode Chain(int levels)
    {
        VarianceNode node = VarianceNode.Leaf(
            "bottom",
            "name",
            VarianceBasis.Profit,
            Fraction.One,
            "",
            [new VarianceInput("a", Fraction.One, InputUnit.Number)]);
        for (int level = 1; level < levels; level++)
        {
            node = VarianceNode.Sum("level", "name", "f", [node]);
        }

        return node;
    }
}
