using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Reports;

public class FindingSearchTests
{
    [Fact]
    public void Find_EveryKind_IsToldInReportOrder()
    {
        var budget = Company.Cube(
            (Company.South, Company.Freight, 4, 1m), // Posted: nothing to tell.
            (Company.South, Company.Salaries, 3, 2m), // Not posted.
            (Company.South, Company.Salaries, 4, 3m),
            (Company.Blocked, Company.Freight, 3, 4m), // Blocked all the time.
            (Company.North, Company.Sales, 5, 5m)); // Outside the range.
        var actual = Company.Cube(
            (Company.South, Company.Freight, 3, 10m),
            (Company.North, Company.Sales, 3, -20m),
            (Company.North, Company.Sales, 4, 0m),
            (Company.North, Company.Sales, 5, 30m),
            (Company.Head, Company.Freight, 2, 40m),
            (Company.Head, Company.Freight, 14, 50m));

        Assert.Equal(
            [
                "1000 6100 PostingOutsideRange 90",
                "1100 4000 PostingWithoutBudget -20",
                "1100 4000 PostingOutsideRange 30",
                "1200 6000 BudgetWithoutPosting 5",
                "1300 6100 UnreachableBudget 4",
            ],
            Find(budget, actual, CenterPeriodSet.Empty));
    }

    [Fact]
    public void Find_BudgetInClosedPeriods_IsUnreachableAsFarAsClosed()
    {
        var budget = Company.Cube((Company.Head, Company.Sales, 3, 1m), (Company.Head, Company.Sales, 4, 20m));
        var marchClosed = CenterPeriodSet.Empty.With(Company.Head, Company.Period(3));

        Assert.Equal(
            ["1000 4000 BudgetWithoutPosting 21", "1000 4000 UnreachableBudget 1"],
            Find(budget, Company.Cube(), marchClosed));
        Assert.Equal(
            ["1000 4000 UnreachableBudget 21"],
            Find(budget, Company.Cube(), marchClosed.With(Company.Head, Company.Period(4))));
        Assert.Empty(Find(budget, Company.Cube((Company.Head, Company.Sales, 3, 1m)), marchClosed));
    }

    [Fact] // Issue 11, item 11.
    public void Find_LastYearOfTheSameCubeAsTheOtherSide_IsNotOutsideTheRange()
    {
        var builder = new CubeBuilder(Company.Space);
        builder.Add(new(Company.Head, Company.Freight, new(2024, 3)), 4m);
        builder.Add(new(Company.Head, Company.Freight, new(2025, 3)), 5m);
        builder.Add(new(Company.Head, Company.Freight, new(2026, 3)), 6m);
        var cube = builder.Build();
        var lastYear = new FiscalPeriodRange(new(2025, 1), new(2025, 12));
        var comparison = new Comparison(cube, lastYear, cube, VarianceReportTests.Range(1, 12));

        var finding = Assert.Single(
            FindingSearch.Find(comparison, VarianceReportTests.Tree(month: 3), CenterPeriodSet.Empty));

        Assert.Equal((FindingKind.PostingOutsideRange, 4m), (finding.Kind, finding.Amount));
    }

    // South opens in March. What stands against January and February cannot be reached, whenever it was budgeted; what
    // stands against March and April can, and its postings of May and June lie outside.
    [Theory] // Issue 11, point 13.
    [InlineData(3, 1, "1200 6100 UnreachableBudget 12", "1200 6000 PostingOutsideRange 70")]
    [InlineData(1, 3, "1200 6100 BudgetWithoutPosting 12", "1200 6000 PostingOutsideRange 70")]
    [InlineData(1, 5, "1200 6000 PostingWithoutBudget 70", "1200 6100 BudgetWithoutPosting 12")]
    [InlineData(5, 5, "1200 6000 PostingWithoutBudget 70", null)]
    public void Find_TwoRanges_JudgesByTheRangeOfTheActuals(int budgetFrom, int from, string first, string? second)
    {
        var budget = Company.Cube(
            (Company.South, Company.Freight, budgetFrom == 5 ? 1 : budgetFrom, 4m),
            (Company.South, Company.Freight, budgetFrom == 5 ? 2 : budgetFrom + 1, 8m));
        var actual = Company.Cube((Company.South, Company.Salaries, 5, 30m), (Company.South, Company.Salaries, 6, 40m));
        var comparison = new Comparison(
            budget,
            VarianceReportTests.Range(budgetFrom, budgetFrom + 1),
            actual,
            VarianceReportTests.Range(from, from + 1));

        Assert.Equal(
            new[] { first, second }.OfType<string>().Order(StringComparer.Ordinal),
            Texts(FindingSearch.Find(comparison, VarianceReportTests.Tree(4), CenterPeriodSet.Empty))
                .Order(StringComparer.Ordinal));
    }

    [Fact] // Closed is the period that postings would go to: April, against which the budget of March stands.
    public void Find_TwoRangesAndAClosedPeriod_LooksAtThePeriodOfTheActuals()
    {
        var comparison = new Comparison(
            Company.Cube((Company.Head, Company.Sales, 3, 1m)),
            VarianceReportTests.Range(3, 3),
            Company.Cube(),
            VarianceReportTests.Range(4, 4));

        Assert.Equal(["1000 4000 BudgetWithoutPosting 1"], Find(3));
        Assert.Equal(["1000 4000 UnreachableBudget 1"], Find(4));

        IEnumerable<string> Find(int closed) => Texts(FindingSearch.Find(
            comparison,
            VarianceReportTests.Tree(4),
            CenterPeriodSet.Empty.With(Company.Head, Company.Period(closed))));
    }

    [Fact] // Ranges of one cube that overlap: what either side holds is not outside.
    public void Find_OverlappingRangesOfOneCube_TellOnlyWhatIsInNeither()
    {
        var cube = Company.Cube(
            (Company.Head, Company.Sales, 1, 1m), (Company.Head, Company.Sales, 2, 20m),
            (Company.Head, Company.Sales, 3, 300m), (Company.Head, Company.Sales, 4, 4_000m),
            (Company.Head, Company.Sales, 5, 50_000m));
        var comparison = new Comparison(cube, VarianceReportTests.Range(2, 3), cube, VarianceReportTests.Range(3, 4));

        Assert.Equal(
            ["1000 4000 PostingOutsideRange 50001"],
            Texts(FindingSearch.Find(comparison, VarianceReportTests.Tree(4), CenterPeriodSet.Empty)));
    }

    [Fact]
    public void Find_BudgetOutsideTheDaysOfItsElement_IsUnreachable()
    {
        var space = Company.Space.Extend(
            Company.Space.Centers,
            Company.Space.Elements.ToBuilder()
                .Change(new CostElement(
                    Company.Freight, "Freight", ElementNature.Cost, unit: "km", through: Company.Day(3, 31)))
                .Build());
        var budget = Company.Cube((Company.Head, Company.Freight, 3, 1m), (Company.Head, Company.Freight, 4, 20m));
        var comparison = new Comparison(budget, Cube.Empty(space), VarianceReportTests.Range(3, 4));

        var findings = FindingSearch.Find(comparison, VarianceReportTests.Tree(month: 3), CenterPeriodSet.Empty);

        Assert.Equal(
            [(FindingKind.BudgetWithoutPosting, 21m), (FindingKind.UnreachableBudget, 20m)],
            findings.Select(finding => (finding.Kind, finding.Amount)));
    }

    [Fact] // A budget on the group, postings on its members.
    public void FindByGroup_BudgetOfTheGroup_HoldsForItsMembers()
    {
        var chart = new ElementChart.Builder()
            .Add(new CostElement(new("6"), "Costs", ElementNature.Cost))
            .Add(new CostElement(new("60"), "Personnel", ElementNature.Cost, parent: new("6")))
            .Add(new CostElement(new("600"), "Salaries", ElementNature.Cost, parent: new("60")))
            .Add(new CostElement(new("61"), "Refunds", ElementNature.Revenue, parent: new("6")))
            .Build();
        var space = new CubeSpace(
            Company.Space.Centers, chart, Company.Calendar, Company.Space.Currency, Company.Space.Scale);
        var budget = new CubeBuilder(space).Add(new(Company.Head, new("60"), Company.Period(3)), 5m).Build();
        var actual = new CubeBuilder(space)
            .Add(new(Company.Head, new("600"), Company.Period(3)), 6m)
            .Add(new(Company.Head, new("61"), Company.Period(3)), 1m)
            .Build();
        var comparison = new Comparison(budget, actual, VarianceReportTests.Range(3, 3));

        Assert.Equal(["6 Revenue PostingWithoutBudget"], Texts(0));
        Assert.Equal(["61 Revenue PostingWithoutBudget"], Texts(1));
        Assert.Equal(
            [
                "60 Cost BudgetWithoutPosting", "600 Cost PostingWithoutBudget", "61 Revenue PostingWithoutBudget",
            ],
            Texts(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Texts(-1));

        string[] Texts(int depth) =>
            [.. FindingSearch.FindByGroup(
                comparison, VarianceReportTests.Tree(month: 3), CenterPeriodSet.Empty, depth)
                .Select(finding => $"{finding.Element.Code} {finding.Measure} {finding.Kind}")];
    }

    [Fact]
    public void Find_BudgetAndPostingOfZero_AreABudgetAndAPosting()
    {
        var zero = Company.Cube((Company.Head, Company.Sales, 3, 0m));

        Assert.Empty(Find(zero, zero, CenterPeriodSet.Empty));
        Assert.Equal(["1000 4000 PostingWithoutBudget 0"], Find(Company.Cube(), zero, CenterPeriodSet.Empty));
        Assert.Equal(["1000 4000 BudgetWithoutPosting 0"], Find(zero, Company.Cube(), CenterPeriodSet.Empty));
    }

    [Fact] // The parent's budget does not cover the child: findings are about own amounts.
    public void Find_BudgetOnTheParentAlone_IsBoth() => Assert.Equal(
        ["1000 6100 BudgetWithoutPosting 5", "1100 6100 PostingWithoutBudget 5"],
        Find(
            Company.Cube((Company.Head, Company.Freight, 3, 5m)),
            Company.Cube((Company.North, Company.Freight, 3, 5m)),
            CenterPeriodSet.Empty));

    [Fact] // A posting to an adjustment period may bear any day of its year.
    public void Find_BudgetOfAnAdjustmentPeriodOfACenterThatEndsBefore_IsReachable()
    {
        var centers = new CenterHierarchy.Builder()
            .Add(Company.Head, new CenterValidity("", CenterKind.Cost, through: new(2026, 6, 30)))
            .Add(
                Company.Head,
                new CenterValidity("", CenterKind.Cost, from: new(2026, 7, 1), status: CenterStatus.Blocked))
            .Build();
        var space = new CubeSpace(
            centers, Company.Space.Elements, Company.Calendar, Company.Space.Currency, Company.Space.Scale);
        var budget = new CubeBuilder(space)
            .Add(new(Company.Head, Company.Sales, Company.Period(13)), 1m)
            .Build();
        var comparison = new Comparison(budget, Cube.Empty(space), VarianceReportTests.Range(12, 13));

        Assert.Equal(
            [FindingKind.BudgetWithoutPosting],
            FindingSearch.Find(comparison, centers.TreeAsOf(Company.Day(12)), CenterPeriodSet.Empty)
                .Select(finding => finding.Kind));
    }

    [Fact]
    public void Find_SumsBeyond64Bits_AreExact()
    {
        const decimal Most = 92_233_720_368_547_758.07m;
        var actual = Company.Cube((Company.Head, Company.Sales, 3, Most), (Company.Head, Company.Sales, 4, Most));

        Assert.Equal(
            ["1000 4000 PostingWithoutBudget 184467440737095516.14"],
            Find(Company.Cube(), actual, CenterPeriodSet.Empty));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void FindAndCreate_Canceled_Throw(int threads)
    {
        var comparison = new Comparison(
            Company.Cube((Company.Head, Company.Sales, 3, 1m)), Company.Cube(), VarianceReportTests.Range(3, 4));
        var tree = VarianceReportTests.Tree(4);
        var canceled = new CancellationToken(true);

        Assert.Throws<OperationCanceledException>(() =>
            FindingSearch.Find(comparison, tree, CenterPeriodSet.Empty, threads, canceled));
        for (var dimensions = ReportDimensions.None; (int)dimensions < 8; dimensions++)
        {
            Assert.Throws<OperationCanceledException>(() =>
                VarianceReport.Create(comparison, tree, dimensions, threads, canceled));
        }
    }

    [Fact]
    public void Find_NoThread_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => FindingSearch.Find(
        new Comparison(Company.Cube(), Company.Cube(), VarianceReportTests.Range(3, 4)),
        VarianceReportTests.Tree(4),
        CenterPeriodSet.Empty,
        threads: 0));

    private static IEnumerable<string> Find(Cube budget, Cube actual, CenterPeriodSet closed) =>
        Texts(FindingSearch.Find(
            new Comparison(budget, actual, VarianceReportTests.Range(3, 4)), VarianceReportTests.Tree(4), closed));

    private static IEnumerable<string> Texts(IEnumerable<Finding> findings) => findings.Select(
        f => FormattableString.Invariant($"{f.Center} {f.Element.Code} {f.Kind} {f.Amount:0.##}"));
}
