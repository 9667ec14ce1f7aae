using System.Text.Json;
using NodaTime;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>The suite itself must notice a wrong figure.</summary>
public class HarnessTests
{
    private const string Unrounded = """{ "decimals": null, "mode": "half_up" }""";
    private const string OneDecimal = """{ "decimals": 1, "mode": "half_up" }""";

    [Theory]
    [InlineData("31.3", "31.25", OneDecimal, true)]
    [InlineData("-31.3", "-31.25", OneDecimal, true)] // Half away from zero, not up.
    [InlineData("31.2", "31.25", OneDecimal, false)]
    [InlineData("0.333333333333", "0.3333333333333333333333333333", Unrounded, true)]
    [InlineData("0.33333333333", "0.3333333333333333333333333333", Unrounded, false)]
    [InlineData("3.3", "3.33", Unrounded, false)]
    public void Mismatches_Figure_RoundsAsStated(string expected, string actual, string rounding, bool agrees)
    {
        decimal figure = decimal.Parse(actual, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(agrees, Mismatches(expected, figure, rounding).Count == 0);
    }

    [Fact]
    public void Mismatches_FieldRounding_HoldsBelowItsNameAndTheDeepestWins()
    {
        const string Rounding = """
            { "decimals": null, "mode": "half_up", "fields": { "rates": { "decimals": 2 }, "pct": { "decimals": 0 } } }
            """;
        var actual = new Dictionary<string, object?>
        {
            ["rates"] = new Dictionary<string, object?> { ["a"] = 1.234m, ["pct"] = 12.5m },
            ["b"] = 1.234m,
        };

        Assert.Empty(Mismatches("""{ "rates": { "a": 1.23, "pct": 13 }, "b": 1.234 }""", actual, Rounding));
        Assert.Single(Mismatches("""{ "b": 1.23 }""", actual, Rounding));
    }

    [Fact]
    public void Mismatches_ResultThatHoldsMore_Agrees() =>
        Assert.Empty(Mismatches("""{ "a": 1 }""", new Dictionary<string, object?> { ["a"] = 1, ["b"] = 2 }, Unrounded));

    [Fact]
    public void Mismatches_ResultThatHoldsLess_IsToldForEachFigure() =>
        Assert.Equal(2, Mismatches("""{ "a": 1, "b": null }""", new Dictionary<string, object?>(), Unrounded).Count);

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("[1, 2, 3, 4]")]
    [InlineData("[1, 3, 2]")]
    [InlineData("\"123\"")]
    public void Mismatches_OtherListOrKind_IsTold(string expected) =>
        Assert.NotEmpty(Mismatches(expected, new[] { 1, 2, 3 }, Unrounded));

    [Fact]
    public void Mismatches_DatesAndTexts_AreEqualAsTheyAre()
    {
        Assert.Empty(Mismatches("\"2026-01-31\"", new LocalDate(2026, 1, 31), Unrounded));
        Assert.NotEmpty(Mismatches("\"2026-01-30\"", new LocalDate(2026, 1, 31), Unrounded));
        Assert.NotEmpty(Mismatches("\"f\"", "F", Unrounded));
        Assert.NotEmpty(Mismatches("1", "1", Unrounded));
        Assert.NotEmpty(Mismatches("0", null, Unrounded));
        Assert.Empty(Mismatches("null", null, Unrounded));
    }

    [Fact]
    public void Mismatches_Flag_IsNeutralOnlyForAnExactZero()
    {
        Assert.Empty(Mismatches("""{ "amount": 980, "flag": "U" }""", Figures.Flagged(-980m), Unrounded));
        Assert.NotEmpty(Mismatches("""{ "amount": 980, "flag": "F" }""", Figures.Flagged(-980m), Unrounded));
        Assert.Empty(Mismatches("""{ "amount": 0, "flag": "-" }""", Figures.Flagged(0m), OneDecimal));
        Assert.Empty(Mismatches("""{ "amount": 0, "flag": "F" }""", Figures.Flagged(0.01m), OneDecimal));
    }

    [Fact]
    public void Mismatches_UnknownRoundingMode_Throws() => Assert.Throws<InvalidDataException>(
        () => Mismatches("1", 1, """{ "decimals": 0, "mode": "half_even" }"""));

    [Theory]
    [InlineData("""{ "seen": 1, "lines": [{ "seen": 2, "other": 3 }] }""", "lines.[0].other")]
    [InlineData("""{ "seen": 1, "other": { "a": 1 } }""", "other")]
    [InlineData("""{ "seen": 1, "lines": [], "other": null }""", "other")]
    public void Unread_WhatNobodyAskedFor_IsNamed(string inputs, string unread)
    {
        var given = Given.Parse(inputs);

        Assert.Equal(1, given.Number("seen"));
        Assert.All(given.Optional("lines")?.Items ?? [], line => Assert.Equal(2, line.Number("seen")));
        Assert.False(given.Has("nothing"));
        Assert.Equal([unread], given.Unread());
    }

    [Fact]
    public void Compute_UnknownCalc_FailsByName()
    {
        var example = new WorkedExample("T99-01", "tea_leaves", default, default, default);

        var error = Assert.Throws<NotSupportedException>(() => Calculations.Compute(example));

        Assert.Contains("T99-01: no mapping for the calc 'tea_leaves'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnotherFolder_SkipsOnlyTheDisagreements()
    {
        const string Example = """
            [{ "id": "X-1", "calc": "c", "inputs": {}, "expected": {}, "rounding": { "decimals": null } }]
            """;
        var folder = Directory.CreateTempSubdirectory("examples");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "00-notes.json"), "[{ \"topic\": \"no example\" }]");
            File.WriteAllText(Path.Combine(folder.FullName, "20-x.json"), Example);

            Assert.Equal("X-1", Assert.Single(ExampleFolder.Read(folder.FullName)).Key);
            File.WriteAllText(Path.Combine(folder.FullName, "21-x.json"), Example);
            Assert.Throws<InvalidDataException>(() => ExampleFolder.Read(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<string> Mismatches(string expected, object? actual, string rounding) =>
        Comparison.Mismatches(JsonElement.Parse(expected), actual, JsonElement.Parse(rounding));
}
