using CostCenters.Allocations;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability.Segments;
using CostCenters.Profitability.TransferPrices;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Allocations;
using CostCenters.Tests.Unit.Profitability.Segments;

namespace CostCenters.Tests.Unit.Profitability.TransferPrices;

public class TransferStatementTests
{
    private static readonly CenterCode Mill = new("mill");
    private static readonly CenterCode Bakery = new("bakery");

    private static readonly TransferParty[] Parties =
    [
        new(Mill, new SegmentMargins(0m, 300m, 100m, 0m, 0m)),
        new(Bakery, new SegmentMargins(2_000m, 500m, 200m, 0m, 0m)),
    ];

    [Fact] // 100 bags at 6: the mill 600 - 400 = 200, the bakery 2,000 - 700 - 600 = 700; the company 900.
    public void Create_BothSides_AreThoseByHand()
    {
        TransferStatement statement = At(TransferPrice.Market(Eur(6m)));

        Assert.Equal(Fraction.Of(200m), statement[Mill].Profit);
        Assert.Equal(Fraction.Of(700m), statement[Bakery].Profit);
        Assert.Equal(Fraction.Of(900m), statement.CompanyProfit);
        Assert.Equal(Fraction.Zero, statement.Elimination);
    }

    [Fact] // The mill gets 6, the bakery pays 3: both look well, and 300 are taken off again.
    public void Create_DualPrice_LeavesTheDifferenceToTheCompany()
    {
        TransferStatement statement = At(TransferPrice.Dual(
            TransferPrice.Market(Eur(6m)), TransferPrice.VariableCost(Eur(3m))));

        Assert.Equal(Fraction.Of(200m + 1_000m), statement[Mill].Profit + statement[Bakery].Profit);
        Assert.Equal(Fraction.Of(-300m), statement.Elimination);
        Assert.Equal(Fraction.Of(900m), statement.CompanyProfit);
    }

    [Fact] // Variable cost 3 and fixed cost 1, with 20 %: 3.6 and 4.8.
    public void Price_OfCost_IsTheOneByHand()
    {
        Assert.Equal(Fraction.Of(3.6m), TransferPrice.VariableCostPlus(Eur(3m), 0.2m).Buyer);
        Assert.Equal(Fraction.Of(4m), TransferPrice.FullCost(Eur(3m), Eur(1m)).Buyer);
        Assert.Equal(Fraction.Of(4.8m), TransferPrice.FullCostPlus(Eur(3m), Eur(1m), 0.2m).Seller);
        Assert.Equal(TransferPriceBasis.Negotiated, TransferPrice.Negotiated(Eur(5m)).Basis);
    }

    [Fact]
    public void AnalyzeChange_OfPricesAlone_IsZeroForTheCompany()
    {
        VarianceNode bridge = At(TransferPrice.Market(Eur(6m))).AnalyzeChange(At(TransferPrice.VariableCost(Eur(3m))));

        Assert.Equal(Fraction.Zero, bridge.Amount);
        Assert.Equal(Fraction.Of(300m), bridge["center:mill/transfers"].Amount);
        Assert.Equal(Fraction.Of(-300m), bridge["center:bakery"].Amount);
        Assert.Equal(Fraction.Zero, bridge[TransferStatement.EliminationKey].Amount);
    }

    [Fact]
    public void Create_PriceInAnotherCurrency_IsRefused()
    {
        var error = Assert.Throws<CurrencyMismatchException>(() =>
            At(TransferPrice.Market(new Money(6m, Currency.Usd))));

        Assert.Equal((Currency.Eur, Currency.Usd), (error.Expected, error.Actual));
        Assert.Throws<CurrencyMismatchException>(() => TransferPrice.Dual(
            TransferPrice.Market(Eur(6m)), TransferPrice.Market(new Money(6m, Currency.Usd))));
        Assert.Throws<CurrencyMismatchException>(() =>
            TransferPrice.FullCost(Eur(6m), new Money(6m, Currency.Usd)));
    }

    [Fact]
    public void Create_BuyerThatIsNoParty_IsRefused() => Assert.Contains(
        "'shop'",
        Assert.Throws<KeyNotFoundException>(() => TransferStatement.Create(
            Currency.Eur, Parties, [new Transfer(Mill, new("shop"), 1m, TransferPrice.Market(Eur(6m)))])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Transfer_ToItself_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Transfer(Mill, Mill, 1m, TransferPrice.Market(Eur(6m))));

    [Fact] // East has 140 without services of 20, so 160; a transfer of 25 from the office makes it 135.
    public void FromCube_TransfersTakeThePlaceOfSecondaryElements()
    {
        var transfer = new Transfer(Shops.Office, Shops.East, 5m, TransferPrice.Market(Eur(5m)), Company.Period(1));
        var later = new Transfer(Shops.Office, Shops.East, 5m, TransferPrice.Market(Eur(5m)), Company.Period(2));
        var statement = TransferStatement.FromCube(
            Shops.January, new(Company.Period(1), Company.Period(1)), Shops.Answers, [transfer, later]);

        Assert.Equal(Fraction.Of(135m), statement[Shops.East].Profit);
        Assert.Equal(Fraction.Of(260m), statement.CompanyProfit);
    }

    [Fact]
    public void FromCube_Cancelled_IsNotDone() => Assert.ThrowsAny<OperationCanceledException>(() =>
        TransferStatement.FromCube(
            Shops.January,
            new(Company.Period(1), Company.Period(1)),
            Shops.Answers,
            [],
            new CancellationToken(canceled: true)));

    [Fact]
    public void FromRun_ChargesOfAnAllocation_AreTransfersAtCost()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("IT", 10m), ("A", 0m), ("B", 0m)),
                Networks.Sender("IT", ("A", 3m), ("B", 1m))),
            AllocationMethod.Direct);

        Assert.Equal(
            ["A 7.5", "B 2.5"],
            Transfer.FromRun(run).Select(transfer => $"{transfer.Buyer} {transfer.Cost}"));
    }

    [Fact] // A credit that is passed on is a unit returned.
    public void FromRun_ChargeBelowZero_IsAReturn()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(Networks.Costs(("IT", -10m), ("A", 0m)), Networks.Sender("IT", ("A", 1m))),
            AllocationMethod.Direct);
        Transfer transfer = Assert.Single(Transfer.FromRun(run, Company.Period(2)));

        Assert.Equal((-1m, Fraction.Of(-10m)), (transfer.Units, transfer.Revenue));
        Assert.Equal(Company.Period(2), transfer.Period);
    }

    [Theory] // Capacity 100: with 70 sold outside 30 are idle; of 50 transferred, 20 are lost at 4 each.
    [InlineData(30, "0", "8")]
    [InlineData(50, "1.6", "9.6")]
    [InlineData(100, "2.8", "10.8")]
    public void AtCapacity_BeyondIdleCapacity_CostsWhatIsLostOutside(int units, string opportunity, string minimum)
    {
        var range = TransferRange.AtCapacity(
            variableCost: 9m, saving: 1m, units, capacity: 100m, outsideUnits: 70m, outsideContribution: 4m, 10m);

        Assert.Equal((opportunity, minimum), (range.OpportunityCost.ToString(), range.Minimum.ToString()));
        Assert.Equal(range.Maximum - range.Minimum, range.JointGain);
        Assert.Equal(Fraction.Of(8m), range.VariableCost);
    }

    [Fact]
    public void AtCapacity_MoreThanCanBeMade_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TransferRange.AtCapacity(9m, 0m, 101m, 100m, 0m, 0m, null));

    private static TransferStatement At(TransferPrice price) =>
        TransferStatement.Create(Currency.Eur, Parties, [new Transfer(Mill, Bakery, 100m, price)]);

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);
}
