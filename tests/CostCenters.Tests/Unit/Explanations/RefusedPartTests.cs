using System.Text.Json;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Explanations;

/// <summary>What no part of a tree can be made of is refused by its name.</summary>
public class RefusedPartTests
{
    private static readonly VarianceNode Leaf =
        VarianceNode.Leaf("rent", "Rent", VarianceBasis.Cost, Fraction.One, "1", []);

    [Theory]
    [InlineData("currency")]
    [InlineData("unit")]
    [InlineData("denominator")]
    [InlineData("formula")]
    [InlineData("inputs")]
    [InlineData("path")]
    [InlineData("children")]
    [InlineData("json")]
    [InlineData("key")]
    [InlineData("name")]
    public void Null_IsRefusedByName(string argument) => Assert.Equal(
        argument,
        Assert.Throws<ArgumentNullException>(() => argument switch
        {
            "currency" => InputUnit.Of((Currency)null!),
            "unit" => new VarianceInput("rent", Fraction.One, null!),
            "denominator" => InputUnit.Number.Per((InputUnit)null!),
            "formula" => VarianceNode.Leaf("rent", "Rent", VarianceBasis.Cost, Fraction.One, null!, []),
            "inputs" => VarianceNode.Leaf("rent", "Rent", VarianceBasis.Cost, Fraction.One, "1", null!),
            "path" => Leaf[null!],
            "children" => VarianceNode.Sum("all", "All", "sum", null!),
            "json" => Write(null!),
            "key" => Leaf.WithKey(null!),
            _ => (object)Leaf.WithName(null!),
        }).ParamName);

    [Fact]
    public void Null_OfAUnitOrAKey_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("unit", () => InputUnit.Of((string)null!));
        Assert.Throws<ArgumentNullException>("unit", () => InputUnit.Number.Per((string)null!));
        Assert.Throws<ArgumentNullException>("key", () => VarianceKey.SubjectOf(null!));
        Assert.Throws<ArgumentNullException>("path", () => Leaf.TryFind(null!, out _));
    }

    [Theory] // A subject or a number is no key without the words before it.
    [InlineData("")]
    [InlineData(":phone")]
    [InlineData("#2")]
    [InlineData("element:")]
    [InlineData("a/b")]
    public void WithKey_WhatIsNoKey_IsRefused(string key) =>
        Assert.Throws<ArgumentException>(nameof(key), () => Leaf.WithKey(key));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void WithName_Blank_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(nameof(name), () => Leaf.WithName(name));

    [Fact] // A writer without a depth of its own takes 1,000 levels.
    public void WriteTo_OfADefaultWriter_Writes() => Assert.Contains(
        "\"key\":\"rent\"", Write(new MemoryStream()), StringComparison.Ordinal);

    private static string Write(MemoryStream stream)
    {
        using Utf8JsonWriter? json = stream is null ? null : new Utf8JsonWriter(stream);
        Leaf.WriteTo(json!);
        json!.Flush();
        return System.Text.Encoding.UTF8.GetString(stream!.ToArray());
    }
}
