using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Reports;

public class VarianceSliceTests
{
    private static readonly Comparison Compared = new(
        Company.Cube(
            (Company.Head, Company.Salaries, 3, 1m),
            (Company.North, Company.Freight, 3, 20m),
            (Company.South, Company.Freight, 4, 300m),
            (Company.Head, Company.Sales, 3, 5000m)),
        Company.Cube(
            (Company.North, Company.Freight, 3, 25m),
            (Company.South, Company.Salaries, 4, 4m),
            (Company.South, Company.Freight, 7, 999m)),
        VarianceReportTests.Range(3, 4));

    [Fact]
    public void By_Center_CutsOwnAmountsAndDirectChildren()
    {
        var head = Slice(month: 4);

        Assert.Equal("Cost 321.00 29.00", ReportText.Text(head.Variance));
        Assert.Equal(
            ["1000 True Cost 1.00 0.00", "1100 False Cost 20.00 25.00", "1200 False Cost 300.00 4.00"],
            head.By(ReportDimensions.Center).Select(Text));
    }

    [Fact]
    public void By_CenterInALaterTree_CutsAlongIt()
    {
        var head = Slice(month: 12);

        Assert.Equal(
            ["1000 True Cost 1.00 0.00", "1100 False Cost 320.00 29.00"],
            head.By(ReportDimensions.Center).Select(Text));
        Assert.Equal(
            ["1100 True Cost 20.00 25.00", "1200 False Cost 300.00 4.00"],
            head.By(ReportDimensions.Center)[1].By(ReportDimensions.Center).Select(Text));
    }

    [Fact]
    public void By_ElementThenPeriod_LeadsToACell()
    {
        var south = Slice(month: 4).By(ReportDimensions.Center)[2];
        var byElement = south.By(ReportDimensions.Element);
        var byPeriod = byElement[1].By(ReportDimensions.Period);

        Assert.Equal(["6000", "6100"], byElement.Select(slice => slice.Element!.Code.Value));
        Assert.Equal(["Cost - 4.00", "Cost 300.00 0.00"], byElement.Select(slice => ReportText.Text(slice.Variance)));
        Assert.Null(byElement[1].Cell);
        Assert.Equal(
            new CellAddress(Company.South, Company.Freight, Company.Period(4)), Assert.Single(byPeriod).Cell);
        Assert.Equal(Company.Period(4), byPeriod[0].Period);
    }

    [Fact]
    public void By_WhatIsCutAlready_GivesOneOfTheSameExtent()
    {
        var cut = Slice(month: 4).By(ReportDimensions.Element)[0].By(ReportDimensions.Period)[0];
        var own = cut.By(ReportDimensions.Center)[0];

        Assert.Equal(cut.Variance, Assert.Single(cut.By(ReportDimensions.Element)).Variance);
        Assert.Equal(cut.Variance, Assert.Single(cut.By(ReportDimensions.Period)).Variance);
        Assert.Equal(own.Variance, Assert.Single(own.By(ReportDimensions.Center)).Variance);
        Assert.Null(cut.Cell);
        Assert.Equal(new CellAddress(Company.Head, Company.Salaries, Company.Period(3)), own.Cell);
    }

    [Fact] // Group 6 over 60 (with 600 and own amounts) and 61: the budget of 60 itself stands beside its members.
    public void By_ElementGroup_CutsOwnAmountsAndDirectMembers()
    {
        var chart = new ElementChart.Builder()
            .Add(new CostElement(new("6"), "Costs", ElementNature.Cost))
            .Add(new CostElement(new("60"), "Personnel", ElementNature.Cost, parent: new("6")))
            .Add(new CostElement(new("600"), "Salaries", ElementNature.Cost, parent: new("60")))
            .Add(new CostElement(new("61"), "Freight", ElementNature.Cost, parent: new("6")))
            .Build();
        var space = new CubeSpace(
            Company.Space.Centers, chart, Company.Calendar, Company.Space.Currency, Company.Space.Scale);
        Cube CubeOf(params (string Element, decimal Amount)[] cells) => cells.Aggregate(
            new CubeBuilder(space),
            (builder, cell) =>
                builder.Add(new(Company.Head, new(cell.Element), Company.Period(3)), cell.Amount)).Build();
        var slice = VarianceSlice.Create(
            new Comparison(
                CubeOf(("60", 5m), ("61", 7m)), CubeOf(("600", 6m), ("61", 9m)), VarianceReportTests.Range(3, 3)),
            space.Centers.TreeAsOf(Company.Day(3)),
            Company.Head,
            ElementNature.Cost);
        VarianceSlice all = Assert.Single(slice.By(ReportDimensions.ElementGroup));

        Assert.Equal(("6", null), (all.ElementGroup!.Code.Value, all.Element));
        Assert.Equal(["60 Cost 5.00 6.00", "61 Cost 7.00 9.00"], Parts(all));
        Assert.Equal(["60 Cost 5.00 0.00", "600 Cost - 6.00"], Parts(all.By(ReportDimensions.ElementGroup)[0]));
        Assert.Equal(
            ["center:1000", "group:6", "group:60", "element:60", "element:600", "element:61"],
            slice.ToTree([ReportDimensions.ElementGroup]).Walk().Select(node => node.Key));

        static IEnumerable<string> Parts(VarianceSlice whole) => whole.By(ReportDimensions.ElementGroup).Select(
            part => $"{(part.Element ?? part.ElementGroup)!.Code} {ReportText.Text(part.Variance)}");
    }

    [Fact]
    public void Of_RevenueOfACenterWithoutAny_IsEmpty()
    {
        var empty = VarianceSlice.Create(Compared, VarianceReportTests.Tree(4), Company.North, ElementNature.Revenue);

        Assert.True(empty.IsEmpty);
        Assert.Null(empty.Variance.Budget);
        Assert.Empty(empty.By(ReportDimensions.Center));
        Assert.Empty(empty.By(ReportDimensions.Element));
    }

    [Theory]
    [InlineData(ReportDimensions.None)]
    [InlineData(ReportDimensions.Center | ReportDimensions.Period)]
    [InlineData((ReportDimensions)16)]
    [InlineData(ReportDimensions.Element | ReportDimensions.ElementGroup)]
    public void By_NotOneDimension_Throws(ReportDimensions dimensions) =>
        Assert.Throws<ArgumentException>(() => Slice(month: 4).By(dimensions));

    [Fact]
    public void Of_UnknownCenter_Throws() => Assert.Throws<KeyNotFoundException>(
        () => VarianceSlice.Create(Compared, VarianceReportTests.Tree(4), new("x"), ElementNature.Cost));

    private static VarianceSlice Slice(int month) =>
        VarianceSlice.Create(Compared, VarianceReportTests.Tree(month), Company.Head, ElementNature.Cost);

    private static string Text(VarianceSlice slice) =>
        $"{slice.Center.Center} {slice.IsOwn} {ReportText.Text(slice.Variance)}";
}
