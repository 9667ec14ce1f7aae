using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Profitability.Segments;
using CostCenters.Profitability.TransferPrices;
using CostCenters.Structure;
using CostCenters.Support;
using NodaTime;

namespace CostCenters.Tests.Unit.Profitability.TransferPrices;

public class CenterConversionTests
{
    private static readonly LocalDate July = new(2026, 7, 1);
    private static readonly FiscalPeriodRange Both = new(Company.Period(6), Company.Period(7));
    private static readonly ResponsibilityTable Nobody = ResponsibilityTable.Create([]);

    // The north costs 100 a month and charges the south 100; from July on it sells 20 units at 6.
    private static readonly Transfer[] Charges =
    [
        new(Company.North, Company.South, 1m, TransferPrice.FullCost(Eur(0m), Eur(100m)), Company.Period(6)),
        new(Company.North, Company.South, 1m, TransferPrice.FullCost(Eur(0m), Eur(100m)), Company.Period(7)),
    ];

    private static readonly Transfer[] Sales =
    [
        new(Company.North, Company.South, 20m, TransferPrice.Market(Eur(6m)), Company.Period(6)),
        new(Company.North, Company.South, 20m, TransferPrice.Market(Eur(6m)), Company.Period(7)),
    ];

    private static readonly Cube Amounts = Company.Cube(
        (Company.North, Company.Salaries, 6, 100m), (Company.North, Company.Salaries, 7, 100m),
        (Company.South, Company.Sales, 6, 300m), (Company.South, Company.Sales, 7, 300m));

    [Fact] // June at cost leaves the north 0; July leaves it 120 - 100 = 20, which the south pays.
    public void Create_FromADayOn_ReplacesChargesBySales()
    {
        CenterConversion conversion = Convert(Amounts);

        Assert.Equal(Fraction.Zero, conversion.AsCostCenter[Company.North].Profit);
        Assert.Equal(Fraction.Of(20m), conversion.AsProfitCenter[Company.North].Profit);
        Assert.Equal(Fraction.Of(380m), conversion.AsProfitCenter[Company.South].Profit);
        Assert.Equal(Fraction.Zero, conversion.RealChange);
        Assert.Equal(Fraction.Zero, conversion.AnalyzeChange().Amount);
        Assert.Null(conversion.RewardsFaults);
    }

    [Fact]
    public void Create_SalesOutside_AreARealChange() => Assert.Equal(
        Fraction.Of(45m),
        Convert(Company.Cube(
            (Company.North, Company.Salaries, 6, 100m), (Company.North, Company.Salaries, 7, 100m),
            (Company.North, Company.Sales, 7, 45m),
            (Company.South, Company.Sales, 6, 300m), (Company.South, Company.Sales, 7, 300m))).RealChange);

    [Fact]
    public void Create_Center_IsAProfitCenterFromTheDayOn()
    {
        Center north = Convert(Amounts).Centers[Company.North];

        Assert.Equal(CenterKind.Cost, north.At(new(2026, 6, 30))!.Kind);
        Assert.Equal(CenterKind.Profit, north.At(July)!.Kind);
        Assert.Equal(Company.Head, north.At(July)!.Parent);
    }

    [Fact] // 1.2 contacts a customer become 1.5, and each is charged.
    public void Create_RevenueThatGrowsWithFaults_IsWarnedOf()
    {
        var incentive = RevenueIncentive.FromRevenue(
            new SupportDemand(120m, 100m, 1m), 1_200m, new SupportDemand(150m, 100m, 1m), 1_500m);

        Assert.True(Convert(Amounts, incentive).RewardsFaults);
        Assert.Same(incentive, Convert(Amounts, incentive).Incentive);
    }

    [Fact]
    public void Create_ProfitCenter_IsRefused() => Assert.Contains(
        "'1000' is a profit center already",
        Assert.Throws<ArgumentException>(() => CenterConversion.Create(
            Company.Space.Centers, Company.Head, July, Statement(Amounts, []), Statement(Amounts, []), null)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Transfers_DayWithinAPeriod_IsRefused() => Assert.Contains(
        "2026-07-02 begins no period",
        Assert.Throws<ArgumentException>(() => CenterConversion.Transfers(
            Company.Calendar, Company.North, July.PlusDays(1), Charges, Sales)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Transfers_SaleOfAnotherCenter_IsRefused() => Assert.Throws<ArgumentException>(() =>
        CenterConversion.Transfers(Company.Calendar, Company.South, July, Charges, Sales));

    private static CenterConversion Convert(Cube after, RevenueIncentive? incentive = null) => CenterConversion.Create(
        Company.Space.Centers,
        Company.North,
        July,
        Statement(Amounts, Charges),
        Statement(
            after, CenterConversion.Transfers(Company.Calendar, Company.North, July, Charges, Sales)),
        incentive);

    private static TransferStatement Statement(Cube cube, IEnumerable<Transfer> transfers) =>
        TransferStatement.FromCube(cube, Both, Nobody, transfers);

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);
}
