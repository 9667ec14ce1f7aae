using System.Text.Json;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Forms of the segment and transfer price examples that the files lack; figures by hand.</summary>
public class SegmentVariationTests
{
    [Theory]
    [InlineData("segment_margin", """{ "segments": {}, "rent": 1 }""")]
    [InlineData("segment_margin", """{ "segments": { "a": { "rent": 1 } } }""")]
    [InlineData("roi", """{ "divisions": { "a": { "income": 1, "assets": 1, "rent": 1 } } }""")]
    [InlineData("residual_income", """{ "income": 1, "assets": 1, "rent": 1 }""")]
    [InlineData("transfer_price_table", """{ "variable_cost": 1, "rent": 1 }""")]
    [InlineData("min_transfer_price", """{ "cases": { "a": { "variable_cost": 1, "rent": 1 } } }""")]
    public void Compute_InputThatNothingReads_FailsByName(string calc, string inputs) => Assert.Contains(
        "rent",
        Assert.Throws<NotSupportedException>(() => Compute(calc, inputs)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "segment_margin",
        """
        { "segments": { "a": { "sales": 9, "variable": 2 }, "b": { "revenue": 5, "allocated": 1 } }, "common": 3 }
        """,
        """
        { "a": { "segment_margin": 7 }, "total": { "contribution_margin": 12, "segment_margin": 12, "profit": 8 } }
        """)]
    [InlineData(
        "residual_income",
        """{ "income": 30, "opening_assets": 100, "closing_assets": 140, "required_pct": 10 }""",
        """{ "average_assets": 120, "roi_pct": 25, "residual_income": 18 }""")]
    [InlineData(
        "residual_income",
        """{ "income": 30, "assets": 100, "wacc_pct": 10 }""",
        """{ "eva": 20 }""")]
    [InlineData(
        "transfer_price_table",
        """{ "variable_cost": 2, "fixed_cost": 1, "negotiated_price": 4, "outside_price": 5, "units": 10 }""",
        """{ "full": { "price": 3, "seller_gain": 10, "buyer_gain": 20 }, "negotiated": { "seller_gain": 20 } }""")]
    [InlineData(
        "min_transfer_price",
        """
        { "cases": { "a": { "variable_cost": 9, "variable_saving": 1, "units_transferred": 50, "capacity": 100,
            "outside_units": 70, "lost_cm_per_unit": 4 } } }
        """,
        """{ "a": 9.6 }""")]
    public void Compute_OtherForm_GivesTheFiguresByHand(string calc, string inputs, string expected)
    {
        string mismatches = string.Join(
            '\n',
            Comparison.Mismatches(
                JsonElement.Parse(expected),
                Compute(calc, inputs),
                JsonElement.Parse("""{ "decimals": null, "mode": "half_up" }""")));

        Assert.Equal("", mismatches);
    }

    private static object? Compute(string calc, string inputs) => Calculations.Compute(
        new WorkedExample("variation", calc, JsonElement.Parse(inputs), default, default));
}
