using System.Globalization;
using CostCenters.WorkedExamples.Tests.Mappings;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>The unit costs and support metrics of other inputs than the sources have; by hand.</summary>
public class UnitCostVariationTests
{
    [Theory]
    [InlineData("""{"result":"r","numerator":10,"denominator":0}""", null)]
    [InlineData("""{"result":"r","numerator":0,"denominator":4}""", "0")]
    [InlineData("""{"result":"r","numerator":-5,"denominator":4}""", "-1.25")]
    [InlineData("""{"result":"r","numerator":900000000000000,"denominator":1}""", "900000000000000")]
    [InlineData("""{"result":"r","numerator":2,"denominator":3}""", "0.666666666666666666666667")] // To 24 decimals.
    public void Ratio(string inputs, string? expected) =>
        AssertFigure(expected, UnitCostMappings.Ratio(Read(inputs)), "r");

    [Theory]
    [InlineData("""{"responses":{"1":0,"5":0},"satisfied_from":4}""", "responses", "0")]
    [InlineData("""{"responses":{"1":0,"5":0},"satisfied_from":4}""", "csat_pct", null)]
    [InlineData("""{"responses":{"1":0,"5":0},"satisfied_from":4}""", "mean_score", null)]
    [InlineData("""{"responses":{"10":1,"9":1,"4.5":2},"satisfied_from":9}""", "csat_pct", "50")]
    [InlineData("""{"responses":{"10":1,"9":1,"4.5":2},"satisfied_from":9}""", "mean_score", "7")]
    public void Satisfaction(string inputs, string figure, string? expected) =>
        AssertFigure(expected, UnitCostMappings.Satisfaction(Read(inputs)), figure);

    [Fact] // (90 x 10 + 50 x 30) / 40; an agent whom nobody answered weighs nothing.
    public void WeightedRate_OtherNumberOfGroups()
    {
        const string Three = """
            {"agents":{"a":{"rate_pct":90,"responses":10},"b":{"rate_pct":50,"responses":30},
            "c":{"rate_pct":0,"responses":0}}}
            """;

        AssertFigure("60", UnitCostMappings.WeightedRate(Read(Three)), "weighted_pct");
        AssertFigure(null, UnitCostMappings.WeightedRate(Read("""{"agents":{}}""")), "weighted_pct");
        AssertFigure(
            null,
            UnitCostMappings.SatisfactionOfAgents(Read("""{"agents":{"a":{"satisfied":0,"responses":0}}}""")),
            "a");
    }

    [Theory]
    [InlineData(50, 40, "-100", "-2800")] // Fewer tickets are resolved at once, which costs.
    [InlineData(50, 50, "0", "0")]
    [InlineData(33.3, 66.6, "333", "9324")]
    public void FirstContactSaving(double before, double after, string avoided, string saving)
    {
        string inputs = string.Create(CultureInfo.InvariantCulture, $$"""
            {"tickets":1000,"fcr_before_pct":{{before}},"fcr_after_pct":{{after}},"first_level_cost":32,
            "escalated_cost":60}
            """);

        AssertFigure(avoided, UnitCostMappings.FirstContactSaving(Read(inputs)), "escalations_avoided");
        AssertFigure(saving, UnitCostMappings.FirstContactSaving(Read(inputs)), "saving");
    }

    [Fact]
    public void RepeatCallCost_NoCalls_CostsNothing() =>
        AssertFigure("0", UnitCostMappings.RepeatCallCost(Read(
            """{"calls":0,"fcr_gap_pct":10,"extra_calls_each":1.5,"cost_per_call":8}""")), "extra_cost");

    [Fact]
    public void UnitTrend_NothingBefore_HasNoGrowth()
    {
        object trend = UnitCostMappings.UnitTrend(Read(
            """{"before":{"cost":0,"denominator":0},"after":{"cost":3,"denominator":4}}"""));

        AssertFigure(null, trend, "before_pct");
        AssertFigure("75", trend, "after_pct");
        AssertFigure(null, trend, "cost_growth_pct");
    }

    [Fact]
    public void AbsorptionUnit_NoUnits_HasItsVariableCostAlone()
    {
        object unit = UnitCostMappings.VariableAndAbsorptionUnit(
            Read("""{"variable":{"material":19},"fixed":450000,"units":0}"""));

        AssertFigure("19", unit, "variable_cost_per_unit");
        AssertFigure(null, unit, "fixed_per_unit");
        AssertFigure(null, unit, "absorption_cost_per_unit");
    }

    private static Given Read(string json) => Given.Parse(json);

    private static void AssertFigure(string? expected, object result, string name)
    {
        var figures = (System.Collections.IDictionary)result;
        Assert.True(figures.Contains(name));
        decimal? actual = figures[name] is object figure
            ? Convert.ToDecimal(figure, CultureInfo.InvariantCulture)
            : null;
        Assert.Equal(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), actual);
    }
}
