using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Reports.Tables;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Explanations;

namespace CostCenters.Tests.Unit.Reports;

public class VarianceSliceTreeTests
{
    private static readonly ReportDimensions[] Dimensions =
        [ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Period];

    [Fact]
    public void ToTree_KeysAndPaths_NameWhatTheNodesStandFor()
    {
        var compared = new Comparison(
            Company.Cube((Company.South, Company.Freight, 4, 300m), (Company.Head, Company.Salaries, 3, 1m)),
            Company.Cube((Company.South, Company.Freight, 4, 4m)),
            VarianceReportTests.Range(3, 4));
        var tree = VarianceSlice.Create(compared, VarianceReportTests.Tree(4), Company.Head, ElementNature.Cost)
            .ToTree([ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Period]);

        Assert.Equal(
            ["center:1000", "own:1000", "element:6000", "period:2026-P03", "center:1200", "element:6100",
                "period:2026-P04"],
            tree.Walk().Select(node => node.Key));
        Assert.Equal(Fraction.Of(-296m), tree["center:1000/center:1200/element:6100"].Amount);
        Assert.Equal("1200 South", tree["center:1200"].Name);
    }

    [Fact] // What stands for the budget and the actuals is called by its name, in spaces that grew as well.
    public void ToTree_OfNamedLayers_CarriesTheirNames()
    {
        Cube figures = Company.Cube((Company.Head, Company.Salaries, 3, 1m));
        var same = new Comparison(figures, figures, VarianceReportTests.Range(3, 3));
        Comparison compared = same.Named("last year", "plan").In(Company.Space);

        VarianceNode root = VarianceSlice
            .Create(compared, VarianceReportTests.Tree(4), Company.Head, ElementNature.Cost)
            .ToTree([]);

        Assert.Equal("plan - last year", root.Formula);
        Assert.Equal(["plan", "last year"], root.Inputs.Select(input => input.Name));
        Assert.Equal(
            ["measure", "last year", "plan", "difference", "percent", "outcome"],
            ReportTable.Create(
                    VarianceReport.Create(compared, VarianceReportTests.Tree(4), ReportDimensions.Center),
                    2,
                    MidpointRounding.AwayFromZero)
                .Columns.Skip(1).Select(column => column.Title));
        Assert.Throws<ArgumentException>(() => same.Named(" ", "plan"));
        Assert.Throws<ArgumentNullException>(() => same.Named("last year", null!));
    }

    [Fact]
    public void ToTree_NotOneDimension_Throws() => Assert.Throws<ArgumentException>(
        () => Slices(new Random(1), VarianceReportTests.Tree(4)).First()
            .ToTree([ReportDimensions.Center | ReportDimensions.Element]));

    [Fact] // The naive way cuts each part by itself, again and again.
    public void ToTree_EveryOrderOfCuts_EqualsCuttingPartByPart()
    {
        var random = new Random(20_260_401);
        for (int round = 0; round < 100; round++)
        {
            CenterTree tree = VarianceReportTests.Tree(random.Next(3, 9));
            foreach (VarianceSlice slice in Slices(random, tree))
            {
                ImmutableArray<ReportDimensions> cuts =
                    [.. Dimensions.OrderBy(_ => random.Next()).Take(random.Next(4))];
                Assert.Equal(Text(Naive(slice, ReportDimensions.Center, cuts, tree)), Text(slice.ToTree(cuts)));
            }
        }
    }

    [Fact] // 2,000 levels overflowed a stack of 1.5 MB.
    public void ToTree_DeepHierarchy_NeedsNoStack() => SmallStack.Run(() =>
    {
        const int Levels = 100_000;
        var centers = new CenterHierarchy.Builder();
        for (int level = 0; level < Levels; level++)
        {
            centers.Add(Code(level), new CenterValidity(
                $"Level {level}", CenterKind.Cost, level == 0 ? null : Code(level - 1)));
        }

        var space = new CubeSpace(
            centers.Build(), Company.Elements().Build(), Company.Calendar, Currency.Eur, new DecimalScale(2));
        var actual = new CubeBuilder(space);
        actual.Add(new CellAddress(Code(Levels - 1), Company.Freight, Company.Period(3)), 5m);
        actual.Add(new CellAddress(Code(7), Company.Freight, Company.Period(3)), 2m);
        var compared = new Comparison(
            new CubeBuilder(space).Build(), actual.Build(), VarianceReportTests.Range(3, 4));
        var slice = VarianceSlice.Create(
            compared, space.Centers.TreeAsOf(Company.Day(3)), Code(0), ElementNature.Cost);

        VarianceNode tree = slice.ToTree(Dimensions);

        Assert.Equal((Levels + 2, Fraction.Of(7m)), (tree.Levels, tree.Amount));
        Assert.Equal(Fraction.Of(2m), tree["own:C00007"].Amount);
        Assert.Equal(Fraction.Of(5m), tree["center:C00008"].Amount);

        static CenterCode Code(int level) => new($"C{level:00000}");
    });

    private static IEnumerable<VarianceSlice> Slices(Random random, CenterTree tree)
    {
        CenterCode[] centers = [Company.Head, Company.North, Company.South, Company.Blocked];
        ElementCode[] elements = [Company.Salaries, Company.Freight, Company.Sales];
        var compared = new Comparison(Cube(), Cube(), VarianceReportTests.Range(3, 5));
        return from center in centers
               from nature in (ElementNature[])[ElementNature.Cost, ElementNature.Revenue]
               select VarianceSlice.Create(compared, tree, center, nature);

        Cube Cube() => Company.Cube([.. Enumerable.Range(0, random.Next(12)).Select(_ => (
            centers[random.Next(4)], elements[random.Next(3)], random.Next(2, 7), random.Next(-9, 9) / 4m))]);
    }

    internal static VarianceNode Naive(
        VarianceSlice slice, ReportDimensions cutBy, ImmutableArray<ReportDimensions> cuts, CenterTree tree)
    {
        string title = cutBy switch
        {
            ReportDimensions.Period => slice.Period!.Value.ToString(),
            ReportDimensions.Center => slice.Center.Center.Code.Value,
            _ => (slice.Element ?? slice.ElementGroup)!.Code.Value,
        };
        VarianceBasis basis = slice.Variance.Measure == Measure.Cost ? VarianceBasis.Cost : VarianceBasis.Profit;
        var amount = Fraction.Of(slice.Variance.Difference);
        if (cuts.IsEmpty || slice.IsEmpty)
        {
            return VarianceNode.Leaf("x", title, basis, amount, "", []);
        }

        bool isTree = cuts[0] is ReportDimensions.Center or ReportDimensions.ElementGroup;
        bool goesDeeper = cuts[0] == ReportDimensions.Center
            ? !slice.IsOwn && tree.ChildrenOf(tree.PlaceOf(slice.Center.Center.Code)).Any()
            : isTree && slice.Element is null;
        return isTree && !goesDeeper
            ? Naive(slice, cutBy, cuts[1..], tree)
            : VarianceNode.Whole("x", title, amount, "", [], slice.By(cuts[0]).Select((part, index) =>
                Naive(part, cuts[0], goesDeeper ? cuts : cuts[1..], tree).WithKey($"x#{index}")));
    }

    internal static string Text(VarianceNode tree) => string.Join(
        '\n', tree.Walk().Select(node => $"{node.Levels} {node.Name.Split(' ')[0]} {node.Amount} {node.Basis}"));
}
