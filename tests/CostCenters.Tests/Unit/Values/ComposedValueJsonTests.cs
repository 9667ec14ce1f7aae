using System.Text.Json;
using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Allocations.Chains;
using CostCenters.Calendars;
using CostCenters.CostBehavior;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using CostCenters.UnitCosts;
using CostCenters.Variances.Standard;
using NodaTime;

namespace CostCenters.Tests.Unit.Values;

/// <summary>Values that are made of others go through JSON by their properties.</summary>
public class ComposedValueJsonTests
{
    private static readonly JsonSerializerOptions CamelCase =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly object[] Samples =
    [
        Allocations.Networks.Charge,
        new AllocationDriver(new CenterCode("a"), null),
        new CenterCost(new CenterCode("a"), -1.25m),
        new ServiceUser(new CenterCode("a"), 10m, 12.5m),
        new RuleSender(new CenterCode("a"), DriverBasis.Percentages, new KeyFigureCode("b")),
        PoolPart.Percent(12.5m),
        PoolPart.First(1_000m),
        PeriodValidity.In(new FiscalPeriod(2026, 1)),
        new PeriodValidity(null, new FiscalPeriod(2026, 1)),
        new CellAddress(new CenterCode("a"), new ElementCode("b"), new FiscalPeriod(2026, 1)),
        new CellChange(1, 2, 3, -4),
        new CostObservation(10m, 12.5m),
        new CostStep(100m, 2_000m),
        new CountedPosting(1, 2, 3, -4, 5, "ref", "text"),
        GrossVariance.Of([new Variance(1m, 5m, Measure.Cost), new Variance(1m, 2m, Measure.Revenue)]),
        PricedQuantity.ForCost(3m, 10m),
        new Posting(new LocalDate(2026, 3, 15), Company.North, Company.Freight, 1.50m, 2m, "ref", "text"),
        new CommandStamp("anna", Instant.FromUtc(2026, 4, 1, 8, 30)),
        new RelevantRange(1m, 2m),
        new ScoreScale(1m, 5m),
        new UnitCost(Figure.Of(Fraction.Of(10m)), Figure.Missing(FigureGap.NoValue)),
        new Variance(null, 2m, Measure.Revenue),
        new Variance(0m, 2.50m, Measure.Cost),
        WeightedRatio.Of(1m, 3m),
        new ReportRow("1000", "Head", 1, null, null, new FiscalPeriod(2026, 3), Measure.Margin, null, 2.5m),
    ];

    /// <summary>One value of each type.</summary>
    public static IReadOnlyList<object> Values => Samples;

    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, Samples.Length)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Json_OfAComposedValue_IsReadBack(int index)
    {
        object value = Samples[index];
        string json = JsonSerializer.Serialize(value, value.GetType());

        Assert.Equal(value, JsonSerializer.Deserialize(json, value.GetType()));
    }

    [Theory] // A member that is not known is refused: in another letter case nothing would be read, and no word said.
    [MemberData(nameof(Indexes))]
    public void Json_InAnotherLetterCase_IsRefusedOrRead(int index)
    {
        object value = Samples[index];
        string json = JsonSerializer.Serialize(value, value.GetType(), CamelCase);

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, value.GetType()));
        Assert.Equal(value, JsonSerializer.Deserialize(json, value.GetType(), CamelCase));
    }

    [Theory]
    [InlineData("""{"Quantity":"1000000000000000000000000001","Price":"0","Cost":"0"}""")]
    [InlineData("""{"Quantity":"1","Price":"1","Cost":"1000000000000000000000000000000000001"}""")]
    [InlineData("""{"Quantity":"1","Price":null,"Cost":"1"}""")]
    public void Json_OfAPricedQuantityOutOfBounds_IsRefused(string json) =>
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<PricedQuantity>(json));

    [Theory]
    [InlineData("""{"PercentOfPool":-5,"Limit":null}""")]
    [InlineData("""{"PercentOfPool":100.5,"Limit":null}""")]
    [InlineData("""{"PercentOfPool":null,"Limit":0}""")]
    [InlineData("""{"PercentOfPool":50,"Limit":3}""")]
    public void Json_OfAPartOfAPoolOutOfBounds_IsRefused(string json) =>
        Assert.ThrowsAny<ArgumentException>(() => JsonSerializer.Deserialize<PoolPart>(json));

    [Fact] // A ninth to the power of 2^15 - 1 has some 31,000 digits.
    public void Json_OfAFractionThatNobodyReads_IsNotWritten()
    {
        Fraction tiny = Fraction.One;
        for (int times = 0; times < 15; times++)
        {
            tiny = tiny.IsZero ? tiny : tiny * tiny / Fraction.Of(9m);
        }

        Assert.True(tiny.ToString().Length > 10_000);
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(tiny));
    }

    [Theory]
    [InlineData("""{"Date":{},"Center":"a","Element":"b","Amount":1}""")]
    [InlineData("""{"Date":"15.03.2026","Center":"a","Element":"b","Amount":1}""")]
    public void Json_OfADayThatIsNone_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Posting>(json));

    [Fact]
    public void Json_OfARowOfAReport_NamesItsFigures() => Assert.Equal(
        """
        {"Center":"1000","CenterName":"Head","Depth":0,"Element":null,"ElementName":null,"Period":"2026-P03",
        """.Trim() + """
        "Measure":"Cost","Budget":null,"Actual":2.50,"Difference":2.50,"Outcome":"Unfavorable"}
        """.Trim(),
        JsonSerializer.Serialize(
            new ReportRow("1000", "Head", 0, null, null, new FiscalPeriod(2026, 3), Measure.Cost, null, 2.50m)));

    [Fact]
    public void PlainRows_OfAReport_SayWhatItsRowsDo()
    {
        var report = VarianceReport.Create(
            new Comparison(
                Company.Cube((Company.North, Company.Freight, 1, 300m)),
                Company.Cube((Company.North, Company.Freight, 1, 200m)),
                new(Company.Period(1), Company.Period(1))),
            Company.Space.Centers.TreeAsOf(Company.Day(1)),
            ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period);

        Assert.Equal(
            [
                new("1000", "Head office", 0, "6100", "Freight", Company.Period(1), Measure.Cost, 300m, 200m),
                new("1100", "North", 1, "6100", "Freight", Company.Period(1), Measure.Cost, 300m, 200m),
            ],
            report.PlainRows);
    }

    [Fact]
    public void Json_OfAResultThatHoldsItsTree_IsNotReadAsAnEmptyOne()
    {
        string json = JsonSerializer.Serialize(new VarianceRow());

        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<CenterTreeNode>("""{"Center":{}}"""));
        Assert.Equal(new VarianceRow(), JsonSerializer.Deserialize<VarianceRow>(json));
    }
}
