using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Allocations.Chains;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations.Chains;

public class DriverLineTests
{
    private static readonly KeyFigureCode Heads = new("heads");

    private static readonly FiscalPeriodRange Spring = new(Company.Period(4), Company.Period(5));

    [Fact] // South has 5 heads in May alone; in April its driver is missing, not 0.
    public void FromKeyFigure_HasALineForEachReceiverAndPeriod()
    {
        var figures = new KeyFigureTable(
            new KeyFigureCatalog([KeyFigure.Flow(Heads, "heads", KeyFigurePreference.Neutral)]),
            Company.Calendar,
            [new(Company.Period(4), Company.North, Heads, 3m), new(Company.Period(5), Company.South, Heads, 5m)]);

        DriverTable table = DriverTable.Create(
            DriverLine.FromKeyFigure(Heads, figures, [Company.North, Company.South], Spring));

        Assert.Equal([3m, null], table.At(Heads, Company.Period(4)).Select(driver => driver.Value));
        Assert.Equal([null, 5m], table.At(Heads, Company.Period(5)).Select(driver => driver.Value));
        Assert.Empty(table.At(Heads, Company.Period(6)));
    }

    [Fact] // North: 100 salaries and 7 freight in April, 1 in May; South has freight of May alone.
    public void FromCube_AddsUpTheElementsOfEachPeriod()
    {
        Cube amounts = Company.Cube(
            (Company.North, Company.Salaries, 4, 100m),
            (Company.North, Company.Freight, 4, 7m),
            (Company.North, Company.Salaries, 5, 1m),
            (Company.South, Company.Freight, 5, -2m));

        DriverTable table = DriverTable.Create(DriverLine.FromCube(
            Heads,
            amounts,
            [Company.Salaries, Company.Freight, Company.Salaries],
            [Company.North, Company.South],
            Spring));

        Assert.Equal([107m, null], table.At(Heads, Company.Period(4)).Select(driver => driver.Value));
        Assert.Equal([1m, -2m], table.At(Heads, Company.Period(5)).Select(driver => driver.Value));
        Assert.Equal(
            [108m, -2m],
            AllocationSender.FromCube(
                Company.Head, amounts, [Company.Salaries, Company.Freight], [Company.North, Company.South], Spring)
                .Drivers.Select(driver => driver.Value));
    }

    [Fact] // 2 per unit kept ready until April, 3 from May on, and 0.5 per unit used: 20 + 4 = 24 and 30 + 4 = 34.
    public void FromCharges_AtThePricesOfThePeriod_AreFixedAmounts()
    {
        PriceList prices = PriceList.Create(
        [
            new ServicePrice(Company.Head, 2m, 0.5m, new PeriodValidity(null, Company.Period(4))),
            new ServicePrice(Company.Head, 3m, 0.5m, new PeriodValidity(Company.Period(5), null)),
        ]);
        ServiceUser[] users = [new(Company.North, 10m, 8m)];

        Assert.Equal([24m, 34m], new[] { 4, 5 }.Select(month => DriverLine.FromCharges(
            Heads,
            prices.Charge(Company.Head, Company.Period(month), users),
            new DecimalScale(2),
            MidpointRounding.ToEven,
            PeriodValidity.In(Company.Period(month))).Single().Value!.Value));
        Assert.Equal(0.5m, prices.Prices[0].VariableRate);
        Assert.Null(prices.At(Company.North, Company.Period(4)));
        Assert.Throws<KeyNotFoundException>(() => prices.Charge(Company.North, Company.Period(4), users));
    }

    [Fact]
    public void PriceList_TwoPricesForOnePeriod_AreRefused() => Assert.Equal(
        AllocationFaultKind.OverlappingValidity,
        Assert.Throws<AllocationException>(() => PriceList.Create(
            [new ServicePrice(Company.Head, 1m, 1m), new ServicePrice(Company.Head, 1m, 2m)])).Faults.Single().Kind);

    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData(1, 3, 3, null, true)]
    [InlineData(1, 3, 4, 5, false)]
    [InlineData(4, null, null, 3, false)]
    [InlineData(2, 2, 1, 12, true)]
    public void Validity_Overlaps_BothWays(int? from, int? through, int? otherFrom, int? otherThrough, bool overlaps)
    {
        PeriodValidity one = Validity(from, through);
        PeriodValidity other = Validity(otherFrom, otherThrough);

        Assert.Equal((overlaps, overlaps), (one.Overlaps(other), other.Overlaps(one)));
        Assert.True(one.Contains(Company.Period(from ?? through ?? 1)));

        static PeriodValidity Validity(int? from, int? through) =>
            new(from is int f ? Company.Period(f) : null, through is int t ? Company.Period(t) : null);
    }

    [Fact]
    public void Validity_Backwards_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PeriodValidity(Company.Period(2), Company.Period(1)));
}
