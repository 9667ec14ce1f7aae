using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Profitability.Segments;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Profitability.Segments;

public class SegmentStatementTests
{
    private static readonly FiscalPeriodRange January = new(Company.Period(1), Company.Period(1));

    private static readonly Segmentation ByShop = Segmentation.Create(
        [Shops.Shop("East", null, Shops.East), Shops.Shop("West", null, Shops.West)]);

    [Fact] // East: 1,000 - 600 - a quarter of 40 = 390; less 120 and 30 = 240; less rent 80 = 160; less 20 = 140.
    public void FromCube_Levels_AreThoseByHand()
    {
        SegmentMargins east = Read(ByShop)["East"].Margins;

        Assert.Equal(
            [390m, 240m, 160m, 140m],
            new[] { east.Contribution, east.ControllableMargin, east.SegmentMargin, east.Profit }
                .Select(margin => margin.RoundTo(2, MidpointRounding.ToEven)));
    }

    [Fact] // 1,500 - 600 - 350 - 120 - 80 - 40 - 50 = 260; services sum to 0 over all centers.
    public void FromCube_SegmentsAndCommon_MakeTheCompany()
    {
        SegmentStatement statement = Read(ByShop);

        Assert.Equal(["company", "East", "West", "common"], statement.Rows.Select(row => row.ToString()));
        Assert.Equal(Fraction.Of(260m), statement.Company.Profit);
        Assert.Equal(Fraction.Zero, statement.Company.AllocatedCost);
        Assert.Equal(Fraction.Of(-50m + 30m), statement.Common.Profit);
    }

    [Fact]
    public void FromCube_Parts_NameWhatLinesContainAndWhoAnswers()
    {
        SegmentRow east = Read(ByShop)["East"];

        Assert.Equal(
            [
                "Revenue sales (Ada) 1000", "VariableCost goods (Ada) 600", "VariableCost power (Ada) 10",
                "ControllableFixedCost power (Ada) 30", "ControllableFixedCost wages (Ada) 120",
                "TraceableFixedCost rent (the director) 80", "AllocatedCost services (Ada) 20",
            ],
            east.Parts.Select(part => part.ToString()));
        Assert.Equal(
            new CellAddress(Shops.East, Shops.Rent, Company.Period(1)),
            Assert.Single(east.Parts[5].Cells));
    }

    [Fact] // The rule of the office beats the one of all centers.
    public void FromCube_RuleOfACenter_ComesFirst() => Assert.Equal(
        "ControllableFixedCost rent (the director) 50",
        Read(ByShop).Rows[^1].Parts[0].ToString());

    [Fact]
    public void FromCube_SegmentOfSegments_HasACommonRowOfItsOwn()
    {
        SegmentStatement statement = Read(Segmentation.Create(
        [
            Shops.Shop("East", "Shops", Shops.East),
            Segment.Below("Shops", null, Shops.Space.Centers.TreeAsOf(Company.Day(1)), Shops.Office),
        ]));

        Assert.Equal(
            ["0 company 260", "1 Shops 260", "2 East 140", "2 common to Shops 120", "1 common 0"],
            statement.Rows.Select(row => $"{row.Depth} {row} {row.Margins.Profit}"));
    }

    [Fact] // A product is named by elements, and has what belongs to it in every center.
    public void FromCube_SegmentByElements_HoldsThemInAllCenters() => Assert.Equal(
        Fraction.Of(1_500m - 950m),
        Read(Segmentation.Create([new Segment("Goods", null, [], [Shops.Sales, Shops.Goods])]))["Goods"]
            .Margins.Contribution);

    [Fact]
    public void FromCube_WithoutRules_CountsAsTraceableFixedAndIsFound()
    {
        var statement = SegmentStatement.FromCube(
            Shops.January, January, ByShop, ResponsibilityTable.Create([]));

        Assert.Equal(Fraction.Of(120m + 80m + 40m), statement["East"].Margins.TraceableFixedCost);
        Assert.Equal(
            [
                "office rent NoResponsibility 50", "east wages NoResponsibility 120", "east rent NoResponsibility 80",
                "east power NoResponsibility 40", "east power NoBehavior 40",
            ],
            statement.Findings.Select(finding =>
                $"{finding.Center} {finding.Element} {finding.Kind} {finding.Amount}"));
    }

    [Fact] // What a center is credited with for its services is a charge with the other sign, and no revenue.
    public void FromCube_CreditOnASecondaryRevenue_IsAChargeTakenBack()
    {
        SegmentMargins east = SegmentStatement.FromCube(
            Shops.Cube((Shops.East, Shops.Credits, 30m), (Shops.East, Shops.Services, 20m)),
            January,
            ByShop,
            Shops.Answers)["East"].Margins;

        Assert.Equal((Fraction.Zero, Fraction.Of(-10m)), (east.Revenue, east.AllocatedCost));
    }

    [Fact]
    public void FromCube_OtherPeriods_AreLeftOut() => Assert.Equal(
        Fraction.Zero,
        SegmentStatement.FromCube(
            Shops.January, new(Company.Period(2), Company.Period(3)), ByShop, Shops.Answers).Company.Revenue);

    [Fact]
    public void Create_FiguresOfASegmentThatThereIsNot_IsRefused() => Assert.Contains(
        "'South'",
        Assert.Throws<ArgumentException>(() => SegmentStatement.Create(
            ByShop, [new SegmentFigures("South", new SegmentMargins(1m, 0m, 0m, 0m, 0m))])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Segmentation_SegmentInTwoParents_IsRefused() => Assert.Contains(
        "Segment 'East' stands in 'Shops' and in 'Online'",
        Refusal(
            new Segment("Shops", null, [], []), new Segment("Online", null, [], []),
            Shops.Shop("East", "Shops", Shops.East), Shops.Shop("East", "Online", Shops.East)),
        StringComparison.Ordinal);

    [Fact]
    public void Segmentation_UnknownParent_IsRefused() => Assert.Contains(
        "the parent 'Shops', which is no segment",
        Refusal(Shops.Shop("East", "Shops", Shops.East)),
        StringComparison.Ordinal);

    [Fact]
    public void Segmentation_Circle_IsRefused() => Assert.Contains(
        "'East' is a part of itself",
        Refusal(Shops.Shop("East", "West", Shops.East), Shops.Shop("West", "East", Shops.West)),
        StringComparison.Ordinal);

    [Fact]
    public void FromCube_CellOfTwoSegments_IsRefused() => Assert.Contains(
        "'East' and 'Goods' both claim element 'sales' of center 'east'",
        Assert.Throws<ArgumentException>(() => Read(Segmentation.Create(
            [Shops.Shop("East", null, Shops.East), new Segment("Goods", null, [], [Shops.Sales])]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ResponsibilityTable_TwoRulesOfOneElement_AreRefused() => Assert.Throws<ArgumentException>(() =>
        ResponsibilityTable.Create(
            [new Responsibility(Shops.Rent, null, true), new Responsibility(Shops.Rent, null, false)]));

    [Theory] // 200 of 1,000 on 800 and 1,200; 15 % of 1,000 are 150; after 30 % tax 140, less 9 % of 1,000.
    [InlineData(800, 1_200, "0.2", "0.2", "1", "50", "50")]
    [InlineData(0, 0, "none: ZeroDivisor", "0.2", "none: ZeroDivisor", "200", "140")]
    public void InvestmentReturn_OfAverage_IsTheOneByHand(
        int opening, int closing, string roi, string margin, string turnover, string residual, string added)
    {
        var earned = InvestmentReturn.FromAverage(200m, 1_000m, opening, closing);

        Assert.Equal(
            [roi, margin, turnover, residual, added],
            new[]
            {
                earned.ReturnOnInvestment, earned.Margin, earned.Turnover, earned.ResidualIncome(0.15m),
                earned.EconomicValueAdded(0.3m, 0.09m),
            }.Select(figure => figure.ToString()));
    }

    [Fact] // East earns a segment margin of 160 on a mean of 700 and 900.
    public void InvestmentReturn_FromKeyFigure_TakesTheStockByItsRule()
    {
        var assets = new KeyFigureCode("assets");
        var figures = new KeyFigureTable(
            new KeyFigureCatalog(
                [KeyFigure.Stock(assets, "EUR", KeyFigurePreference.Neutral, StockRule.Average)]),
            Company.Calendar,
            [
                new KeyFigureValue(Company.Period(1), Shops.East, assets, 700m),
                new KeyFigureValue(Company.Period(2), Shops.East, assets, 900m),
            ]);
        SegmentMargins east = Read(ByShop)["East"].Margins;
        FiscalPeriodRange both = new(Company.Period(1), Company.Period(2));

        Assert.Equal(
            Fraction.Of(0.2m),
            InvestmentReturn.FromKeyFigure(east, figures, assets, [Shops.East], both).ReturnOnInvestment.Value);
        Assert.Equal(
            FigureGap.NoValue,
            InvestmentReturn.FromKeyFigure(east, figures, assets, [Shops.West], both).ResidualIncome(0.1m).Gap);
    }

    [Fact]
    public void FromCube_Cancelled_IsNotDone() => Assert.ThrowsAny<OperationCanceledException>(() =>
        SegmentStatement.FromCube(
            Shops.January, January, ByShop, Shops.Answers, new CancellationToken(canceled: true)));

    private static SegmentStatement Read(Segmentation segmentation) =>
        SegmentStatement.FromCube(Shops.January, January, segmentation, Shops.Answers);

    private static string Refusal(params Segment[] segments) =>
        Assert.Throws<ArgumentException>(() => Segmentation.Create(segments)).Message;
}
