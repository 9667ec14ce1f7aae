using CostCenters.Cubes;
using CostCenters.Reports;

namespace CostCenters.Tests.Unit.Reports;

public class FindingSummaryTests
{
    private static readonly Comparison Mixed = new(
        Company.Cube(
            (Company.South, Company.Salaries, 3, 2m),
            (Company.South, Company.Salaries, 4, 3m),
            (Company.North, Company.Salaries, 4, -5m),
            (Company.Head, Company.Salaries, 4, 0m),
            (Company.Blocked, Company.Freight, 3, 4m)),
        Company.Cube(
            (Company.South, Company.Freight, 3, 10m),
            (Company.North, Company.Sales, 3, -20m),
            (Company.Head, Company.Sales, 4, 20m)),
        VarianceReportTests.Range(3, 4));

    [Fact]
    public void Summarize_EachKind_HasCountSumAndLargestByMagnitude()
    {
        FindingSummary summary = Summarize(Mixed, largest: 2);

        Assert.Equal(7, summary.Count);
        Assert.Equal(
            [
                "PostingWithoutBudget 3 10.00: 1000 4000 20.00, 1100 4000 -20.00", // Equal: in report order.
                "BudgetWithoutPosting 3 0.00: 1100 6000 -5.00, 1200 6000 5.00",
                "UnreachableBudget 1 4.00: 1300 6100 4.00",
            ],
            summary.Groups.Select(Text));
    }

    [Fact]
    public void Summarize_NoneOfTheLargest_StillCounts() =>
        Assert.Equal(
            ["PostingWithoutBudget 3 10.00: ", "BudgetWithoutPosting 3 0.00: ", "UnreachableBudget 1 4.00: "],
            Summarize(Mixed, largest: 0).Groups.Select(Text));

    [Fact]
    public void Summarize_NoFinding_IsEmpty()
    {
        FindingSummary summary = Summarize(
            new Comparison(Company.Cube(), Company.Cube(), VarianceReportTests.Range(3, 4)), largest: 10);

        Assert.Empty(summary.Groups);
        Assert.Equal(0, summary.Count);
    }

    [Fact]
    public void Summarize_WrongArguments_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("largest", () => Summarize(Mixed, largest: -1));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => FindingSearch.Summarize(
            Mixed, VarianceReportTests.Tree(4), CenterPeriodSet.Empty, largest: 1, threads: 0));
        Assert.Throws<OperationCanceledException>(() => FindingSearch.Summarize(
            Mixed, VarianceReportTests.Tree(4), CenterPeriodSet.Empty, 1, 1, new CancellationToken(true)));
    }

    [Fact] // Arguments are checked at once, not when the first finding is asked for.
    public void Enumerate_WrongArguments_ThrowsAtOnce() =>
        Assert.Throws<ArgumentNullException>("tree", () =>
            FindingSearch.Enumerate(Mixed, null!, CenterPeriodSet.Empty));

    [Fact]
    public void Enumerate_TwoReadersAtOnce_DoNotDisturbEachOther()
    {
        IEnumerable<Finding> findings =
            FindingSearch.Enumerate(Mixed, VarianceReportTests.Tree(4), CenterPeriodSet.Empty);

        Assert.All(findings.Zip(findings), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(7, findings.Count());
    }

    private static FindingSummary Summarize(Comparison comparison, int largest) =>
        FindingSearch.Summarize(comparison, VarianceReportTests.Tree(4), CenterPeriodSet.Empty, largest);

    private static string Text(FindingGroup group) => FormattableString.Invariant(
        $"{group.Kind} {group.Count} {group.Sum}: ")
        + string.Join(", ", group.Largest.Select(finding =>
            FormattableString.Invariant($"{finding.Center} {finding.Element.Code} {finding.Amount}")));
}
