using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Unit.KeyFigures;

public class KeyFigureTableTests
{
    private static readonly CenterCode Top = new("S");

    [Fact]
    public void Read_Flow_AddsOverCentersAndPeriods() =>
        Assert.Equal(
            Fraction.Of(17.5m),
            Table(
                Value(Calls, "S11", 1, 10), Value(Calls, "S2", 1, 5), Value(Calls, "S12", 2, 2.5m),
                Value(Calls, "S2", 3, 100))
                .Read(Calls, Tree, Top, Range(1, 2)).Value);

    [Fact] // Together 4 and 8 heads: the mean is 6, the highest 8, the last 8; each center alone peaks at 3 and 7.
    public void Read_Stock_AddsOverCentersWithinAPeriodFirst()
    {
        var table = Table(new[] { Heads, Peak, HeadsAtEnd }.SelectMany(code => new[]
        {
            Value(code, "S11", 1, 3), Value(code, "S2", 1, 1), Value(code, "S11", 2, 1), Value(code, "S2", 2, 7),
        }));

        Assert.Equal(Fraction.Of(6), table.Read(Heads, Tree, Top, Range(1, 3)).Value);
        Assert.Equal(Fraction.Of(8), table.Read(Peak, Tree, Top, Range(1, 3)).Value);
        Assert.Equal(Fraction.Of(8), table.Read(HeadsAtEnd, Tree, Top, Range(1, 3)).Value);
    }

    [Fact] // 10 / 10 and 90 / 30 have the mean 2; together they are 100 / 40.
    public void Read_Ratio_IsTheRatioOfTheSums() =>
        Assert.Equal(
            Fraction.Of(2.5m),
            Table(
                Value(Calls, "S11", 1, 10), Value(Customers, "S11", 1, 10),
                Value(Calls, "S12", 1, 90), Value(Customers, "S12", 1, 30))
                .Read(Rate, Tree, new CenterCode("S1"), Range(1, 1)).Value);

    [Fact] // Issue 11, point 10: S2 had 7 heads in P01; the 3 of S11 alone are not the stock of both in P02.
    public void Read_StockOfSeveralCenters_SaysThatOneLacksItsValue()
    {
        var table = Table(new[] { Heads, Peak, HeadsAtEnd }.SelectMany(code => new[]
        {
            Value(code, "S11", 1, 3), Value(code, "S2", 1, 7), Value(code, "S11", 2, 3), Value(code, "S11", 3, 3),
            Value(code, "S2", 3, 0), Value(code, "S12", 4, 1), Value(code, "S11", 4, 1), Value(code, "S2", 4, 0),
        }));

        foreach (KeyFigureCode code in new[] { Heads, Peak, HeadsAtEnd })
        {
            Assert.Equal(FigureGap.Incomplete, table.Read(code, Tree, Top, Range(2, 2)).Gap);
            Assert.Equal(FigureGap.Incomplete, table.Read(code, Tree, Top, Range(1, 2)).Gap);
            Assert.Equal(Fraction.Of(10), table.Read(code, Tree, Top, Range(1, 1)).Value);
            Assert.Equal(Fraction.Of(3), table.Read(code, Tree, Top, Range(3, 3)).Value);
            Assert.Equal(Fraction.Of(2), table.Read(code, Tree, Top, Range(4, 6)).Value);
            Assert.Equal(Fraction.Of(3), table.Read(code, [new("S11")], Range(2, 2)).Value);
        }
    }

    [Fact]
    public void Read_NothingThere_SaysWhy()
    {
        var table = Table(Value(Calls, "S11", 1, 10), Value(Calls, "S2", 1, 3), Value(Customers, "S2", 1, 0));

        Assert.Equal(FigureGap.NoValue, table.Read(Calls, Tree, Top, Range(2, 3)).Gap);
        Assert.Equal(FigureGap.NoValue, table.Read(Rate, Tree, new CenterCode("S1"), Range(1, 1)).Gap);
        Assert.Equal(FigureGap.ZeroDivisor, table.Read(Rate, Tree, new CenterCode("S2"), Range(1, 1)).Gap);
    }

    [Fact] // Three answers of 5 and one of 1: the mean is 4, and three of four are satisfied.
    public void ReadDistribution_FlowsByScore_GivesMeanAndShare()
    {
        var table = Table(Value(Calls, "S11", 1, 1), Value(Calls, "S2", 2, 2), Value(Customers, "S2", 1, 1));
        var scores = table.ReadDistribution(
            new Dictionary<decimal, KeyFigureCode> { [5] = Calls, [1] = Customers }, Tree, Top, Range(1, 2));

        Assert.Equal((Fraction.Of(4), Fraction.Of(0.75m)), (scores.Mean!.Value, scores.ShareAtOrAbove(4).Value!.Value));
        Assert.Throws<ArgumentException>(() => Table(Value(Calls, "S2", 1, 0.5m)).ReadDistribution(
            new Dictionary<decimal, KeyFigureCode> { [5] = Calls }, Tree, Top, Range(1, 1)));
    }

    [Fact]
    public void Create_SecondValueOfAStock_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Table(Value(Heads, "S2", 1, 1), Value(Heads, "S2", 1, 1)));
        Assert.Equal(
            Fraction.Of(2),
            Table(Value(Calls, "S2", 1, 1), Value(Calls, "S2", 1, 1)).Read(Calls, Tree, Top, Range(1, 1)).Value);
    }

    [Fact]
    public void Create_ValueOfAComputedOrUnknownFigure_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Table(Value(Rate, "S2", 1, 1)));
        Assert.Throws<ArgumentException>(() => Table(Value(new KeyFigureCode("parcels"), "S2", 1, 1)));
    }

    [Fact]
    public void Catalog_ThatMixesUnitsOrNeedsItself_IsRefused()
    {
        var a = new KeyFigureCode("a");
        var flow = KeyFigure.Flow(Calls, "contacts", KeyFigurePreference.Neutral);
        var parcels = KeyFigure.Flow(new KeyFigureCode("parcels"), "parcels", KeyFigurePreference.Neutral);
        KeyFigure Formula(string unit, KeyFigureFormula formula) =>
            KeyFigure.Computed(a, unit, KeyFigurePreference.Neutral, formula);

        Assert.Contains("mixes", Assert.Throws<ArgumentException>(() => new KeyFigureCatalog([flow, parcels, Formula(
            "contacts", KeyFigureFormula.Of(Calls) + KeyFigureFormula.Of(parcels.Code))])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new KeyFigureCatalog([flow, Formula(
            "parcels", KeyFigureFormula.Of(Calls) + KeyFigureFormula.Constant(1))]));
        Assert.Throws<ArgumentException>(() => new KeyFigureCatalog([Formula("", KeyFigureFormula.Of(a))]));
        Assert.Throws<ArgumentException>(() => new KeyFigureCatalog([flow, flow]));
        Assert.Throws<ArgumentException>(() => new KeyFigureCatalog([Formula("", KeyFigureFormula.Of(Calls))]));
    }

    [Fact]
    public void Formula_AsText_ShowsItsParts() =>
        Assert.Equal(
            "(contacts - customers) / contacts",
            ((KeyFigureFormula.Of(Calls) - KeyFigureFormula.Of(Customers)) / KeyFigureFormula.Of(Calls))
                .ToString());
}
