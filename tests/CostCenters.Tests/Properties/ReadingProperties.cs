using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(Generators)])]
public class ReadingProperties
{
    private const ReportDimensions All = ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period;

    private static readonly ReportDimensions[] Combinations =
        [.. Enumerable.Range(0, (int)All + 1).Select(number => (ReportDimensions)number)];

    private static readonly ReportDimensions[] Dimensions =
        [ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Period];

    [Property]
    public void StandingReport_AfterEveryChange_EqualsTheReportComputedAnew(ReportCase c)
    {
        var dimensions = Combinations[Math.Abs(c.Seed % Combinations.Length)];
        var space = c.Org.Space;
        var budget = CubeProperties.TryBuild(space, c.Org, c.Budget)!;
        var tree = ReportProperties.Tree(c);
        var standing = new StandingReport(
            new Comparison(budget, Cube.Empty(space), c.Range), tree, dimensions, LedgerFeed.Actual);
        for (int count = 1; count <= c.Actual.Length; count++)
        {
            var address = c.Actual[count - 1].AddressIn(c.Org);
            var before = standing.Rows.ToHashSet();

            var touched = standing.Apply(
            [
                new CellChange(
                    space.Centers.IndexOf(address.Center),
                    space.Elements.IndexOf(address.Element),
                    space.Calendar.OrdinalOf(address.Period),
                    c.Actual[count - 1].Count),
            ]);

            var actual = CubeProperties.TryBuild(space, c.Org, c.Actual[..count])!;
            var anew = VarianceReport.Create(new Comparison(budget, actual, c.Range), tree, dimensions).Rows.ToList();
            Assert.Equal(anew, standing.Rows);
            Assert.Equal(anew.Where(touched.Contains).ToList(), touched.ToList());
            Assert.Subset(touched.ToHashSet(), anew.Except(before).ToHashSet());
        }
    }

    [Property]
    public void MaterialRows_TopmostAndTheRest_AddUpToTheTotal(ReportCase c)
    {
        foreach (var dimensions in Combinations)
        {
            var report = ReportProperties.Report(c, dimensions);
            decimal largest = report.Rows.Select(row => Math.Abs(row.Variance.Difference)).DefaultIfEmpty().Max();
            var material = MaterialRows.Create(report, new Materiality(largest / 2m, c.Seed % 2 == 0 ? null : 50m));
            var shown = material.Rows.ToLookup(row => (row.Element, row.Period, row.Variance.Measure));
            foreach (var measure in new[] { Measure.Cost, Measure.Revenue })
            {
                decimal topmost = material.Rows
                    .Where(row => row.Variance.Measure == measure)
                    .Where(row => !shown[(row.Element, row.Period, measure)]
                        .Any(above => IsAbove(report.Tree, above, row)))
                    .Sum(row => row.Variance.Difference);
                decimal rest = material.Others
                    .Where(other => other.Measure == measure)
                    .Sum(other => other.Difference);

                Assert.Equal(Total(c, dimensions, measure), topmost + rest);
            }
        }
    }

    [Property]
    public void VarianceRanking_Leaves_AddUpAndFall(ReportCase c)
    {
        foreach (var dimensions in Combinations)
        {
            var ranking = VarianceRanking.Create(ReportProperties.Report(c, dimensions));
            decimal[] sizes = [.. ranking.Leaves.Select(leaf => Math.Abs(leaf.Row.Variance.Difference))];

            Assert.Equal(sizes.OrderDescending(), sizes);
            Assert.Equal(ranking.Gross.Favorable - ranking.Gross.Unfavorable, sizes.Sum());
            Assert.Equal(
                ranking.Leaves.Sum(leaf => leaf.Row.Variance.ProfitEffect), ranking.Gross.Net);
            Assert.All(ranking.Leaves.TakeLast(1), last =>
                Assert.Equal(sizes.Sum() == 0m ? null : Fraction.One, last.CumulativeShare));
        }
    }

    [Property]
    public void Bridge_BudgetAndSteps_EndAtTheActual(ReportCase c)
    {
        var report = ReportProperties.Report(c, ReportDimensions.None);
        foreach (var dimension in Dimensions)
        {
            foreach (var measure in Enum.GetValues<Measure>())
            {
                var bridge = Bridge.Create(report, dimension, measure);
                var rows = report.Rows.Where(row => row.Variance.Measure != Measure.Margin).ToList();
                decimal Sum(Func<Variance, decimal> figure) => rows
                    .Where(row => measure == Measure.Margin || row.Variance.Measure == measure)
                    .Sum(row => measure == Measure.Margin && row.Variance.Measure == Measure.Cost
                        ? -figure(row.Variance)
                        : figure(row.Variance));

                Assert.Equal(Sum(variance => variance.Budget ?? 0m), bridge.Budget);
                Assert.Equal(Sum(variance => variance.Actual), bridge.Actual);
                Assert.Equal(bridge.Actual - bridge.Budget, bridge.Steps.Sum(step => step.Amount));
            }
        }
    }

    [Property]
    public void Trees_OverCells_AddUpAndNameEveryCellOnce(ReportCase c)
    {
        foreach (var nature in Enum.GetValues<ElementNature>())
        {
            var slice = VarianceSlice.Create(
                ReportProperties.Comparison(c), ReportProperties.Tree(c), c.Org.Centers[0].CenterCode, nature);
            var tree = slice.ToTree(Dimensions);

            Assert.Equal(Fraction.Of(slice.Variance.Difference), tree.Amount);
            foreach (var node in tree.Walk().Where(node => node.Children.Length > 0))
            {
                Assert.Equal(node.Amount, Fraction.Sum(node.Children.Select(child => child.Amount)));
            }

            var cells = tree.Walk().SelectMany(node => node.Cells).ToList();
            Assert.Equal(cells.Distinct(), cells);
            Assert.Equal(slice.ToTree([]).Cells.ToHashSet(), [.. cells]);
        }
    }

    private static decimal Total(ReportCase c, ReportDimensions dimensions, Measure measure) =>
        ReportProperties.Report(c, dimensions & ~ReportDimensions.Center).Rows
            .Where(row => row.Variance.Measure == measure)
            .Sum(row => row.Variance.Difference);

    private static bool IsAbove(CenterTree tree, VarianceRow above, VarianceRow row)
    {
        if (above.Center is null || row.Center is null)
        {
            return false;
        }

        int upper = tree.PlaceOf(above.Center.Value.Center.Code);
        int lower = tree.PlaceOf(row.Center.Value.Center.Code);
        return upper < lower && lower < tree.EndOf(upper);
    }
}
