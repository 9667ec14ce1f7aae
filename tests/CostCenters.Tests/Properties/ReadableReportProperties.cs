using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

/// <summary>The laws of what a reader sees: pivots, outlines and parts of a tree.</summary>
[Laws(Arbitrary = [typeof(Generators)])]
public class ReadableReportProperties
{
    private static readonly ReportDimensions[] Dimensions =
    [
        ReportDimensions.None, ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.ElementGroup,
        ReportDimensions.Center | ReportDimensions.Element,
    ];

    [Property]
    public void Pivot_PeriodsOfARow_AddUpToItsTotal(ReportCase c)
    {
        foreach (var dimensions in Dimensions)
        {
            var report = ReportProperties.Report(c, dimensions);

            var pivot = PeriodPivot.Create(report);

            Assert.Equal(report.Rows, pivot.Rows.Select(row => row.Row));
            Assert.All(pivot.Rows, row =>
            {
                Assert.Equal(pivot.Periods.Length, row.Periods.Length);
                Assert.Equal(row.Total.Actual, row.Periods.Sum(period => period?.Actual ?? 0m));
                Assert.Equal(row.Total.Difference, row.Periods.Sum(period => period?.Difference ?? 0m));
                Assert.Equal(row.Total.Budget is null, row.Periods.All(period => period?.Budget is null));
                Assert.Equal(row.Total.Budget ?? 0m, row.Periods.Sum(period => period?.Budget ?? 0m));
            });
        }
    }

    [Property] // Own amounts and children make the total; without the own line a reader could not add up.
    public void Outline_OwnLineAndChildren_AddUpToTheCenter(ReportCase c)
    {
        var report = ReportProperties.Report(c, ReportDimensions.Center);

        var lines = ReportOutline.Create(report, new CenterScope(report.Tree, null, null)).Lines;

        Assert.Equal(
            report.Rows,
            lines.Where(line => line.Kind == OutlineLineKind.Total).Select(line => line.Row!.Value));
        Assert.DoesNotContain(lines, line => line.Kind == OutlineLineKind.Heading);
        var totals = lines.Where(line => line.Kind == OutlineLineKind.Total)
            .ToLookup(line => (PlaceOf(line), line.Row!.Value.Variance.Measure), line => line.Row!.Value.Variance);
        var own = lines.Where(line => line.Kind == OutlineLineKind.Own)
            .ToDictionary(line => (PlaceOf(line), line.Row!.Value.Variance.Measure), line => line.Row!.Value.Variance);
        foreach (var ((place, measure), variances) in totals.Select(group => (group.Key, group.Single())))
        {
            decimal children = report.Tree.ChildrenOf(place)
                .SelectMany(child => totals[(child, measure)]).Sum(variance => variance.Actual);
            if (own.TryGetValue((place, measure), out Variance itself) && measure != Measure.Margin)
            {
                Assert.Equal(variances.Actual, itself.Actual + children);
            }
        }

        int PlaceOf(OutlineLine line) => report.Tree.PlaceOf(line.Center!.Value.Center.Code);
    }

    [Property] // Own amounts stand among the same rows, and all lines but those of the children make the total.
    public void Pivot_OwnRowsAndChildren_AddUpToTheCenter(ReportCase c)
    {
        var report = ReportProperties.Report(c, ReportDimensions.Center);
        var pivot = PeriodPivot.Create(report);

        var lines = pivot.CreateOutline(new CenterScope(report.Tree, null, null));

        Assert.Equal(pivot.Rows, lines.Where(line => !line.IsOwn).Select(line => line.Row));
        var totals = pivot.Rows.ToLookup(row => (PlaceOf(row), row.Measure));
        Assert.All(lines.Where(line => line.IsOwn && line.Row.Measure != Measure.Margin), line =>
        {
            int place = PlaceOf(line.Row);
            PivotRow center = totals[(place, line.Row.Measure)].Single();
            var children = report.Tree.ChildrenOf(place).SelectMany(child => totals[(child, line.Row.Measure)]);
            PivotRow[] parts = [.. children, line.Row];
            for (int period = 0; period < pivot.Periods.Length; period++)
            {
                int at = period;
                Assert.Equal(
                    center.Periods[at]?.Actual ?? 0m, parts.Sum(part => part.Periods[at]?.Actual ?? 0m));
                Assert.Equal(
                    center.Periods[at]?.Budget ?? 0m, parts.Sum(part => part.Periods[at]?.Budget ?? 0m));
            }
        });

        int PlaceOf(PivotRow row) => report.Tree.PlaceOf(row.Center!.Value.Center.Code);
    }

    [Property]
    public void Committed_OwnRowsAndChildren_AddUpToTheCenter(ReportCase c)
    {
        var report = ReportProperties.Report(c, ReportDimensions.Center);
        var orders = report.Comparison.Budget;

        var lines = CommittedRow.CreateOutline(report, orders, new CenterScope(report.Tree, null, null));

        var rows = CommittedRow.Create(report, orders);
        Assert.Equal(rows, lines.Where(line => !line.IsOwn).Select(line => line.Row));
        var costs = rows.Where(row => row.Row.Variance.Measure == Measure.Cost)
            .ToDictionary(row => report.Tree.PlaceOf(row.Row.Center!.Value.Center.Code));
        Assert.All(lines.Where(line => line.IsOwn && line.Row.Row.Variance.Measure == Measure.Cost), line =>
        {
            int place = report.Tree.PlaceOf(line.Row.Row.Center!.Value.Center.Code);
            CommittedRow[] parts =
                [.. report.Tree.ChildrenOf(place).Where(costs.ContainsKey).Select(child => costs[child]), line.Row];
            Assert.Equal(costs[place].Committed, parts.Sum(part => part.Committed));
            Assert.Equal(costs[place].Row.Variance.Actual, parts.Sum(part => part.Row.Variance.Actual));
        });
    }

    [Property]
    public void Below_ACenter_HasItsRowsAsTheyStandInTheWhole(ReportCase c)
    {
        var whole = ReportProperties.Report(c, ReportDimensions.Center | ReportDimensions.Element);
        var tree = whole.Tree;
        int place = Math.Abs(c.Seed % tree.Nodes.Length);
        CenterCode top = tree.Nodes[place].Center.Code;
        var scope = new CenterScope(tree, top, null);
        var comparison = whole.Comparison.Below(tree, top);

        var part = VarianceReport.Create(comparison, tree, whole.Dimensions);
        var total = VarianceReport.Create(comparison, tree, ReportDimensions.Element);

        Assert.Equal(
            whole.Rows.Where(row => scope.Shows(row.Center)),
            part.Rows.Where(row => scope.Shows(row.Center)));
        Assert.Equal(
            whole.Rows.Where(row => row.Center?.Center.Code == top).Select(row => (row.Element, row.Variance)),
            total.Rows.Select(row => (row.Element, row.Variance)));
    }

    [Property] // Every shown row has all centers above it on a line before it; what is left out is told elsewhere.
    public void MaterialOutline_Rows_HaveTheirAncestorsAboveThem(ReportCase c)
    {
        var report = ReportProperties.Report(c, ReportDimensions.Center);
        var tree = report.Tree;
        decimal largest = report.Rows.Select(row => Math.Abs(row.Variance.Difference)).DefaultIfEmpty().Max();
        var material = MaterialRows.Create(report, new Materiality(largest / 3m, null));

        var outline = ReportOutline.Create(report, material, new CenterScope(tree, null, null));

        Assert.Equal(material.Others, outline.Others);
        var seen = new HashSet<int>();
        int last = -1;
        foreach (OutlineLine line in outline.Lines)
        {
            int place = tree.PlaceOf(line.Center!.Value.Center.Code);
            Assert.InRange(place, last, int.MaxValue);
            last = place;
            int parent = tree.Nodes[place].Parent;
            Assert.True(parent < 0 || seen.Contains(parent), $"{line} has no {parent} above it");
            Assert.Equal(line.Kind == OutlineLineKind.Heading, line.Row is null);
            seen.Add(place);
        }

        var shown = outline.Lines.Where(line => line.Row is not null).Select(line => line.Row!.Value).ToHashSet();
        Assert.Subset(material.Rows.ToHashSet(), shown);
        Assert.All(material.Rows.Except(shown), hidden => Assert.Contains(
            shown,
            row => row.Variance.Difference == hidden.Variance.Difference
                || (hidden.Variance.Measure == Measure.Margin
                    && IsAtOrBelow(row, hidden)
                    && row.Variance.ProfitEffect == hidden.Variance.Difference)));

        // What tells the difference of a margin may itself be told by a row further down.
        bool IsAtOrBelow(VarianceRow row, VarianceRow hidden)
        {
            int place = tree.PlaceOf(hidden.Center!.Value.Center.Code);
            int own = tree.PlaceOf(row.Center!.Value.Center.Code);
            return place <= own && own < tree.EndOf(place);
        }
    }

    [Property] // The rest of the year is what the whole has more than the range.
    public void Outlook_OfRestOfBudget_IsWhatTheYearHoldsBeyondTheRange(ReportCase c)
    {
        var report = ReportProperties.Report(c, ReportDimensions.Center);
        var comparison = report.Comparison;
        var calendar = comparison.Space.Calendar;
        int year = comparison.Periods[^1].Year;
        if (comparison.Periods[0] != new Calendars.FiscalPeriod(year, 1))
        {
            return;
        }

        var whole = new Calendars.FiscalPeriodRange(
            new(year, 1), new(year, calendar.PeriodCount + calendar.AdjustmentPeriodCount));
        var forecast = Forecasts.CubeForecast.RestOfBudget(
            comparison.Actual, comparison.Budget, whole, comparison.Periods[^1]);

        var rows = OutlookRow.Create(report, whole, forecast);

        var years = VarianceReport.Create(
            new Comparison(comparison.Budget, comparison.Actual, whole), report.Tree, ReportDimensions.Center)
            .Rows.ToDictionary(row => (row.Center, row.Variance.Measure), row => row.Variance);
        Assert.Equal(
            report.Rows.Select(row => (row.Center, row.Variance)),
            rows.Where(row => report.Rows.Any(known => known.Center == row.Row.Center
                    && known.Variance.Measure == row.Row.Variance.Measure))
                .Select(row => (row.Row.Center, row.Row.Variance)));
        var lines = OutlookRow.CreateOutline(report, whole, forecast, new CenterScope(report.Tree, null, null));
        Assert.Equal(rows, lines.Where(line => !line.IsOwn).Select(line => line.Row));
        Assert.All(lines.Where(line => line.IsOwn), line => Assert.Contains(
            rows, row => row.Row.Center == line.Row.Row.Center && !row.Equals(line.Row)));
        Assert.All(rows, row =>
        {
            Assert.Equal(years[(row.Row.Center, row.Row.Variance.Measure)].Budget, row.YearBudget);
            Assert.Equal(row.YearBudget - row.Row.Variance.Actual, row.Remaining);
        });
    }
}
