using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Support;

namespace CostCenters.Tests.Unit.Support;

public class SupportBusinessTests
{
    private static readonly SupportDemand Demand = new(contacts: 1_000, customers: 400, months: 12);

    [Theory] // 6,000 of cost with a quarter of the revenue as margin is 8,000 of revenue.
    [InlineData(PriceBasis.Contact, 0, 6)]
    [InlineData(PriceBasis.Contact, 0.25, 8)]
    [InlineData(PriceBasis.Customer, 0.25, 20)]
    [InlineData(PriceBasis.Month, 0, 500)]
    public void ToEarn_CostAndMargin_GivesThePrice(PriceBasis basis, double margin, int price)
    {
        var plan = PricePlan.ToEarn(basis, 6_000, Demand, (decimal)margin);

        Assert.Equal(Fraction.Of(price), plan.Price.Value);
        Assert.Equal(margin == 0 ? Fraction.Of(6_000) : Fraction.Of(8_000), plan.RevenueOf(Demand).Value);
    }

    [Fact]
    public void ToEarn_NoContacts_HasNoPrice() =>
        Assert.Equal(
            FigureGap.ZeroDivisor,
            PricePlan.ToEarn(PriceBasis.Contact, 6_000, new SupportDemand(0, 1, 1), 0).Price.Gap);

    [Theory]
    [InlineData(PriceBasis.Contact, true)]
    [InlineData(PriceBasis.Customer, false)]
    [InlineData(PriceBasis.Month, false)]
    public void Incentive_MoreFaults_WarnsWhereTheyArePaidFor(PriceBasis basis, bool expected)
    {
        var plan = PricePlan.ToEarn(basis, 6_000, Demand, 0);
        var faulty = new SupportDemand(1_500, 400, 12);

        Assert.Equal(expected, RevenueIncentive.Create(plan, Demand, faulty).RewardsFaults);
        Assert.False(RevenueIncentive.Create(plan, faulty, Demand).RewardsFaults);
        Assert.Null(RevenueIncentive.Create(plan, Demand, new SupportDemand(1, 0, 1)).RewardsFaults);
    }

    [Fact] // 10,000 for 5,000 minutes; 100 calls of 20 and 400 mails of 5 minutes need 4,000 of them.
    public void Capacity_UnusedTime_IsNotHiddenInTheContacts()
    {
        var calls = new ContactWork("phone", 100, 20);
        var mails = new ContactWork("email", 400, 5);
        var capacity = new ContactCapacity(10_000, 5_000, [calls, mails]);

        Assert.Equal(Fraction.Of(0.8m), capacity.Utilisation.Value);
        Assert.Equal((Fraction.Of(8_000), Fraction.Of(2_000)), (capacity.UsedCost.Value, capacity.UnusedCost.Value));
        Assert.Equal(
            (Fraction.Of(40), Fraction.Of(10)), (capacity.CostOf(calls).Value, capacity.CostOf(mails).Value));
    }

    [Fact] // A third of a customer cannot be written as a decimal: 6,000 for 400/3 customers is 45 each.
    public void ComputedFigures_StayExact()
    {
        Fraction Third(decimal value) => Fraction.Of(value) / Fraction.Of(3);
        var demand = new SupportDemand(Fraction.Of(1_000), Third(400), Fraction.Of(12));
        var calls = new ContactWork("phone", Fraction.Of(3), Third(20));
        var capacity = new ContactCapacity(Third(100), Third(100), [calls]);

        Assert.Equal(
            Fraction.Of(45), PricePlan.ToEarn(PriceBasis.Customer, Fraction.Of(6_000), demand, 0).Price.Value);
        Assert.Equal((Fraction.Of(20), Fraction.Of(0.6m)), (calls.Minutes, capacity.Utilisation.Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContactWork("phone", Fraction.Of(-1), Third(20)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SupportDemand(Third(1), Third(1), Third(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContactCapacity(Third(1), Third(-1), []));
    }

    [Fact]
    public void Capacity_NoMinutesPaid_HasNoRate()
    {
        var capacity = new ContactCapacity(10_000, 0, []);

        Assert.Equal(FigureGap.ZeroDivisor, capacity.RatePerMinute.Gap);
        Assert.Equal(FigureGap.ZeroDivisor, capacity.UsedCost.Gap);
        Assert.Null(capacity.Utilisation.Value);
    }
}
