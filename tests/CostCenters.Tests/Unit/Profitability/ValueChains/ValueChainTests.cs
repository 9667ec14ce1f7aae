using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Profitability.ValueChains;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Allocations;

namespace CostCenters.Tests.Unit.Profitability.ValueChains;

public class ValueChainTests
{
    private static readonly ValueCarrier Bikes = ValueCarrier.Of("bikes", [new("B")], 3_000m);
    private static readonly ValueCarrier Scooters = ValueCarrier.Of("scooters", [new("S")], 1_100m);

    // IT serves support a quarter and bikes three; support serves IT a fifth, bikes and scooters two each.
    private static readonly AllocationRun Run = AllocationRun.Create(
        Networks.Of(
            Networks.Costs(("IT", 190m), ("support", 380m), ("B", 1_000m), ("S", 500m)),
            Networks.Sender("IT", ("support", 1m), ("B", 3m)),
            Networks.Sender("support", ("IT", 1m), ("B", 2m), ("S", 2m))),
        AllocationMethod.Reciprocal);

    [Fact] // b = 2/5 + (3/4 + b/4)/5 gives 19 b/20 = 11/20 for support, and 3/4 + 11/76 for IT.
    public void Create_Circle_GivesTheSharesByHand()
    {
        ValueChain chain = ValueChain.Create(Run, [Bikes, Scooters]);

        Assert.Equal(["11/19", "8/19"], chain[new("support")].Shares.Select(share => share.ToString()));
        Assert.Equal(["17/19", "2/19"], chain[new("IT")].Shares.Select(share => share.ToString()));
        Assert.Equal(["1", "0"], chain[new("B")].Shares.Select(share => share.ToString()));
    }

    [Fact] // Bikes carry 170 + 220 + 1,000 = 1,390, scooters 20 + 160 + 500 = 680.
    public void Revenue_OfACenter_StandsInFullAndIsAttributedOnce()
    {
        ValueChain chain = ValueChain.Create(Run, [Bikes, Scooters]);
        ValueChainRow support = chain[new("support")];

        Assert.Equal(Fraction.Of(4_100m), support.StandingRevenue);
        Assert.Equal(Fraction.Of(50m), support.RevenuePerUnit(82m));
        Assert.Equal(
            (Fraction.Of(3_000m * 220m) / Fraction.Of(1_390m)) + (Fraction.Of(1_100m * 160m) / Fraction.Of(680m)),
            support.AttributedRevenue);
        Assert.Equal(Fraction.Of(4_100m), Fraction.Sum(chain.Rows.Select(row => row.AttributedRevenue)));
    }

    [Fact]
    public void Create_CenterOfNoCarrier_IsCommon()
    {
        ValueChain chain = ValueChain.Create(Run, [Bikes]);

        Assert.Equal("8/19", chain[new("support")].CommonShare.ToString());
        Assert.Equal(Fraction.One, chain[new("S")].CommonShare);
    }

    [Fact] // E3, Amadeus: web 77 and reporting 23 of 100; b2b gets 7.7 and 20.7. All is of compute 80 and disks 20.
    public void E3_Container_IsCarriedByTwoProducts()
    {
        AllocationRun run = AllocationRun.Create(Networks.Container, AllocationMethod.Reciprocal);
        ValueChain chain = ValueChain.Create(
            run, [ValueCarrier.Of("b2b", [new("b2b")], 1m), ValueCarrier.Of("b2c", [new("b2c")], 1m)]);

        Assert.Equal(
            Fraction.Of(7.7m + 20.7m), Fraction.Sum(chain.Rows.Select(row => row.OwnCost * row.Shares[0])));
        Assert.Equal(["b2b", "b2c"], chain.Carriers.Select(carrier => carrier.Name));
    }

    [Fact]
    public void FromCube_Revenue_IsThatOfItsCenters()
    {
        var carrier = ValueCarrier.FromCube(
            "south",
            [Company.South],
            Company.Cube((Company.South, Company.Sales, 4, 90m), (Company.South, Company.Freight, 4, 20m)),
            new(Company.Period(1), Company.Period(12)));

        Assert.Equal(Fraction.Of(90m), carrier.Revenue);
    }

    [Fact]
    public void Create_CenterOfTwoCarriers_IsRefused() => Assert.Contains(
        "'B' belongs to 'bikes' and to 'all'",
        Refusal(Bikes, ValueCarrier.Of("all", [new CenterCode("B")], 1m)),
        StringComparison.Ordinal);

    [Fact]
    public void Create_CarrierThatPassesAllOn_IsRefused() => Assert.Contains(
        "'IT' passes all of its cost on",
        Refusal(ValueCarrier.Of("IT", [new CenterCode("IT")], 1m)),
        StringComparison.Ordinal);

    [Fact]
    public void Create_Cancelled_IsNotDone() => Assert.ThrowsAny<OperationCanceledException>(() =>
        ValueChain.Create(Run, [Bikes], new CancellationToken(canceled: true)));

    private static string Refusal(params ValueCarrier[] carriers) =>
        Assert.Throws<ArgumentException>(() => ValueChain.Create(Run, carriers)).Message;
}
