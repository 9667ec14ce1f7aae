using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.UnitCosts;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Unit.UnitCosts;

public class UnitRateTests
{
    private static readonly CenterCode[] Centers = [new("S11"), new("S12")];

    private static readonly UnitRate[] Rates = [new(Range(3, 4), 5), new(Range(1, 2), 4.20m)];

    [Fact] // 30 contacts at 4.20 and 10 at 5 are 176 for 40; the mean of both rates would be 4.60.
    public void Read_SeveralPeriods_WeighsTheRatesByTheUnits()
    {
        var source = Source(
            Value(Calls, "S11", 1, 10), Value(Calls, "S12", 1, 0), Value(Calls, "S11", 2, 0),
            Value(Calls, "S12", 2, 20), Value(Calls, "S11", 3, 10), Value(Calls, "S12", 3, 0));

        Assert.Equal(Fraction.Of(4.20m), source.Read(Range(1, 2)).Value);
        Assert.Equal((Fraction.Of(176), Fraction.Of(4.40m)),
            (source.Read(Range(1, 3)).Cost.Value, source.Read(Range(1, 3)).Value));
        Assert.Equal("contacts", source.Unit);
        Assert.Empty(source.Cells(Range(1, 3)));
    }

    [Fact] // 4.20 is allowed for each contact, and there were 50 of them: 210 may be spent.
    public void Read_ActualUnits_GiveTheAllowedCost() =>
        Assert.Equal(Fraction.Of(210), OfOne(Value(Calls, "S11", 1, 50)).Read(Range(1, 1)).Cost.Value);

    [Fact]
    public void Read_UnitsWithoutARate_HaveNoBudget()
    {
        var source = OfOne(
            Value(Calls, "S11", 4, 10), Value(Calls, "S11", 5, 1));

        Assert.Equal(FigureGap.NoValue, source.Read(Range(4, 5)).Gap);
        Assert.Equal(FigureGap.NoValue, source.Read(Range(5, 5)).Gap);
        Assert.Equal(FigureGap.NoValue, source.Read(Range(1, 1)).Gap);
        Assert.Equal(FigureGap.ZeroDivisor, OfOne(Value(Calls, "S11", 1, 0)).Read(Range(1, 1)).Gap);
    }

    [Fact] // No units, no weight: the period without a rate says nothing.
    public void Read_NoUnitsWithoutARate_ChangesNothing() =>
        Assert.Equal(
            Fraction.Of(5), OfOne(Value(Calls, "S11", 4, 10), Value(Calls, "S11", 5, 0)).Read(Range(4, 5)).Value);

    [Fact]
    public void Compute_Rates_HaveASeries()
    {
        var rows = UnitCostSeries.Compute(
            OfOne(Value(Calls, "S11", 2, 30), Value(Calls, "S11", 3, 10)), Range(1, 3));

        Assert.Equal([null, Fraction.Of(4.20m), Fraction.Of(5)], rows.Select(row => row.InPeriod.Value));
        Assert.Equal([null, Fraction.Of(4.20m), Fraction.Of(4.40m)], rows.Select(row => row.YearToDate.Value));
    }

    [Fact]
    public void OfRates_TwoInOnePeriod_IsRefused() =>
        Assert.Contains("2026-P02", Assert.Throws<ArgumentException>(() => UnitCostSource.OfRates(
            [new UnitRate(Range(2, 4), 1), new UnitRate(Range(1, 2), 1)], Table(), Calls, Centers)).Message,
            StringComparison.Ordinal);

    private static UnitCostSource Source(params KeyFigureValue[] values) =>
        UnitCostSource.OfRates(Rates, Table(values), Calls, Centers);

    private static UnitCostSource OfOne(params KeyFigureValue[] values) =>
        UnitCostSource.OfRates(Rates, Table(values), Calls, Centers[..1]);
}
