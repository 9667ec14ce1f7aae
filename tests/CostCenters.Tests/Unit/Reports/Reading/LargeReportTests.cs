using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;

namespace CostCenters.Tests.Unit.Reports.Reading;

/// <summary>Ranking, Pareto, bridge and rest of one small report, by hand.</summary>
public class LargeReportTests
{
    // Differences: head salaries +30 U, north freight -10 F, south freight +10 U, head sales -50 U; north sales 0.
    private static readonly VarianceReport Report = VarianceReport.Create(
        new Comparison(
            Company.Cube(
                (Company.Head, Company.Salaries, 3, 100m),
                (Company.North, Company.Freight, 3, 60m),
                (Company.South, Company.Freight, 4, 40m),
                (Company.Head, Company.Sales, 4, 500m),
                (Company.North, Company.Sales, 3, 7m)),
            Company.Cube(
                (Company.Head, Company.Salaries, 3, 130m),
                (Company.North, Company.Freight, 3, 50m),
                (Company.South, Company.Freight, 4, 50m),
                (Company.Head, Company.Sales, 4, 450m),
                (Company.North, Company.Sales, 3, 7m)),
            VarianceReportTests.Range(3, 4)),
        VarianceReportTests.Tree(4),
        ReportDimensions.Center);

    [Fact]
    public void Ranking_EqualDifferences_StandInReportOrder() => Assert.Equal(
        ["1000 Revenue -50 0.5", "1000 Cost 30 0.8", "1100 Cost -10 0.9", "1200 Cost 10 1", "1100 Revenue 0 1"],
        VarianceRanking.Create(Report).Leaves.Select(leaf =>
            $"{leaf.Row.Center!.Value.Center.Code} {leaf.Row.Variance.Measure} "
            + $"{leaf.Row.Variance.Difference:0} {leaf.CumulativeShare}"));

    [Theory] // 50, 30, 10, 10 of 100: a tie is cut in report order, and what adds nothing is never needed.
    [InlineData(0, 0)]
    [InlineData(50, 1)]
    [InlineData(50.01, 2)]
    [InlineData(80, 2)]
    [InlineData(85, 3)]
    [InlineData(100, 4)]
    public void Pareto_Share_TakesAsFewLeavesAsReachIt(double percent, int count) =>
        Assert.Equal(count, VarianceRanking.Create(Report).Pareto((decimal)percent).Length);

    [Fact] // Less revenue and more cost are unfavorable: -50 - 30 - 10 against +10.
    public void Gross_CostAndRevenue_AreNeverNettedUnseen()
    {
        var gross = VarianceRanking.Create(Report).Gross;

        Assert.Equal((10m, -90m, -80m), (gross.Favorable, gross.Unfavorable, gross.Net));
    }

    [Theory]
    [InlineData(Measure.Margin, 307, "4000 -50 257; 6000 -30 227; 6100 0 227")]
    [InlineData(Measure.Cost, 200, "6000 30 230; 6100 0 230")]
    [InlineData(Measure.Revenue, 507, "4000 -50 457")]
    public void Bridge_ByElement_LeadsFromBudgetToActual(Measure measure, int budget, string steps)
    {
        var bridge = Bridge.Create(Report, ReportDimensions.Element, measure);

        Assert.Equal(budget, bridge.Budget);
        Assert.Equal(
            steps,
            string.Join("; ", bridge.Steps.Select(step => $"{step.Element!.Code} {step.Amount:0} {step.Running:0}")));
        Assert.Equal(bridge.Steps[^1].Running, bridge.Actual);
    }

    [Fact] // Freight in the south came early and in the north late: the steps show both, though the sum is 0.
    public void Bridge_ByCenter_ShowsWhatTheElementHides()
    {
        var bridge = Bridge.Create(Report, ReportDimensions.Center, Measure.Cost);

        Assert.Equal(
            [("1000", 30m, 230m), ("1100", -10m, 220m), ("1200", 10m, 230m)],
            bridge.Steps.Select(step => (step.Center!.Code.Value, step.Amount, step.Running)));
        Assert.Equal((10m, -40m, -30m), (bridge.Gross.Favorable, bridge.Gross.Unfavorable, bridge.Gross.Net));
    }

    [Fact] // Head holds all cost: at 30 its row is shown and nothing is left; of revenue all is below 60.
    public void MaterialRows_ShownParent_CoversItsChildren()
    {
        var material = MaterialRows.Create(Report, new Materiality(30m, null));

        Assert.Contains(material.Rows, row => row.Variance.Measure == Measure.Cost);
        Assert.DoesNotContain(material.Others, other => other.Measure == Measure.Cost && other.Difference != 0m);

        var rest = MaterialRows.Create(Report, new Materiality(60m, null)).Others;
        Assert.Equal([30m, -50m], rest.Select(other => other.Difference));
        Assert.Equal([Outcome.Unfavorable, Outcome.Unfavorable], rest.Select(other => other.Outcome));
        Assert.Equal([200m, 507m], rest.Select(other => other.Budget));
    }
}
