using System.Text;
using System.Text.Json;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Reports;

namespace CostCenters.Tests.Unit.Explanations;

public class VarianceNodeTests
{
    private static readonly VarianceNode Price = VarianceNode.Leaf(
        "price",
        "price",
        VarianceBasis.Cost,
        Fraction.Of(-123.45m),
        "(actual price - standard price) × actual quantity",
        [new VarianceInput("actual price", Fraction.One / Fraction.Of(3m), InputUnit.Of(Currency.Eur).Per("kg"))]);

    private static readonly VarianceNode Quantity = VarianceNode.Leaf(
        "quantity",
        "quantity",
        VarianceBasis.Cost,
        Fraction.Of(200m),
        "(actual - standard quantity) × standard price",
        [],
        [new CellAddress(Company.South, Company.Freight, Company.Period(4))]);

    private static readonly VarianceNode Tree = VarianceNode.Whole(
        "material", "material", Fraction.Of(76.55m), "actual - standard cost", [], [Price, Quantity]);

    [Fact]
    public void Tree_OfCost_IsFavorableWhereItIsNegative()
    {
        Assert.Equal(
            [Outcome.Unfavorable, Outcome.Favorable, Outcome.Unfavorable], Tree.Walk().Select(node => node.Outcome));
        Assert.Equal(Fraction.Of(123.45m), Tree["price"].ProfitEffect);
        Assert.Equal(
            Outcome.Neutral, VarianceNode.Leaf("x", "x", VarianceBasis.Profit, Fraction.Zero, "", []).Outcome);
        Assert.Equal(
            Outcome.Favorable, VarianceNode.Leaf("x", "x", VarianceBasis.Profit, Fraction.One, "", []).Outcome);
    }

    [Fact]
    public void Walk_AndSearch_AreInPreorder()
    {
        Assert.Equal(["material", "price", "quantity"], Tree.Walk().Select(node => node.Name));
        Assert.Same(Tree, Tree["material"]);
        Assert.Same(Quantity, Tree["quantity"]);
        Assert.False(Tree.TryFind("Price", out _));
        Assert.Contains(
            "'Price'", Assert.Throws<KeyNotFoundException>(() => Tree["Price"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_PartsThatDoNotAddUpToTheLastDigit_IsRefusedWithBothFigures()
    {
        var error = Assert.Throws<ArgumentException>(() => VarianceNode.Whole(
            "material", "material", Fraction.Of(76.550_000_01m), "", [], [Price, Quantity]));

        Assert.Contains("76.55,", error.Message, StringComparison.Ordinal);
        Assert.Contains("76.55000001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructors_PartsThatCannotBeOneTree_AreRefused()
    {
        var profit = VarianceNode.Leaf("sales", "sales", VarianceBasis.Profit, Fraction.One, "", []);

        Assert.Throws<ArgumentException>(() => VarianceNode.Sum("x", "x", "", []));
        Assert.Throws<ArgumentException>(() => VarianceNode.Sum("x", "x", "", [Price, profit]));
        Assert.Throws<ArgumentException>(() => VarianceNode.Sum("x", "x", "", [Price, null!]));
        Assert.Throws<ArgumentException>(() => VarianceNode.Sum("x", " ", "", [Price]));
        Assert.Throws<ArgumentException>(
            () => VarianceNode.Leaf("x", "x", VarianceBasis.Cost, Fraction.One, "", [null!]));
        Assert.Throws<ArgumentException>(() => new VarianceInput("", Fraction.One, InputUnit.Of("kg")));
    }

    [Fact]
    public void ToText_Tree_IsIndentedWithAmountOutcomeAndFormula() => Assert.Equal(
        """
        material: 76.6 unfavorable = actual - standard cost
          price: -123.5 favorable = (actual price - standard price) × actual quantity
          quantity: 200.0 unfavorable = (actual - standard quantity) × standard price

        """.ReplaceLineEndings("\n"),
        Tree.ToText(1, MidpointRounding.AwayFromZero));

    [Fact]
    public void WriteTo_Tree_IsExactJson()
    {
        using var json = Json(Tree);
        var (root, price, quantity) = (
            json.RootElement, json.RootElement.GetProperty("children")[0], json.RootElement.GetProperty("children")[1]);

        Assert.Equal(
            ["key", "name", "basis", "amount", "profitEffect", "outcome", "formula", "inputs", "cells", "children"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("material", "cost"), (Text(root, "name"), Text(root, "basis")));
        Assert.Equal(
            ("76.55", "-76.55", "unfavorable"),
            (Text(root, "amount"), Text(root, "profitEffect"), Text(root, "outcome")));
        Assert.Equal(2, root.GetProperty("children").GetArrayLength());
        Assert.Equal(
            ("actual price", "1/3", "EUR per kg"),
            (Text(price.GetProperty("inputs")[0], "name"),
                Text(price.GetProperty("inputs")[0], "value"),
                Text(price.GetProperty("inputs")[0], "unit")));
        Assert.Equal(
            ("1200", "6100", "2026-P04"),
            (Text(quantity.GetProperty("cells")[0], "center"),
                Text(quantity.GetProperty("cells")[0], "element"),
                Text(quantity.GetProperty("cells")[0], "period")));

        static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
    }

    [Fact]
    public void Cells_OfATreeOverTheLedger_LeadToEveryPostingBehindIt()
    {
        Posting[] postings =
        [
            Company.Post(3, Company.North, Company.Freight, 25m),
            Company.Post(3, Company.North, Company.Freight, -5m),
            Company.Post(4, Company.South, Company.Salaries, 4m),
            Company.Post(4, Company.Head, Company.Sales, 99m),
        ];
        var ledger = new Ledger(Company.Space);
        ledger.Post(Company.Document("d1", postings), Company.Stamp).GetOrThrow();
        var snapshot = ledger.Snapshot();
        var compared = new Comparison(
            Company.Cube((Company.North, Company.Freight, 3, 30m)), snapshot.ToCube(), VarianceReportTests.Range(3, 4));

        var tree = VarianceSlice.Create(compared, VarianceReportTests.Tree(4), Company.Head, ElementNature.Cost)
            .ToTree([ReportDimensions.Center, ReportDimensions.Element]);

        var leaves = tree.Walk().Where(node => node.Children.IsEmpty).ToList();
        Assert.Equal(
            postings[..3].ToHashSet(),
            [.. leaves.SelectMany(leaf => leaf.Cells).SelectMany(cell => snapshot.PostingsOf(cell))]);
        Assert.All(leaves, leaf => Assert.Equal(
            leaf.Inputs.Single(input => input.Name == "actual").Value,
            Fraction.Of(leaf.Cells.SelectMany(cell => snapshot.PostingsOf(cell)).Sum(posting => posting.Amount))));
        Assert.Equal(Fraction.Of(24m - 30m), tree.Amount);
    }

    private static JsonDocument Json(VarianceNode tree)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            tree.WriteTo(writer);
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
