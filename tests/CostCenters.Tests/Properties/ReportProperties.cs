using System.Numerics;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Reports;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(Generators)])]
public class ReportProperties
{
    private const ReportDimensions All = ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period;

    private static readonly ReportDimensions[] Dimensions =
        [ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Period];

    private static readonly ElementNature[] Natures = [ElementNature.Cost, ElementNature.Revenue];

    [Property]
    public void Create_EveryCombination_AgreesWithTheNaiveReport(ReportCase c)
    {
        for (var dimensions = ReportDimensions.None; dimensions <= All; dimensions++)
        {
            Assert.Equal(NaiveReport.Lines(c, dimensions), Report(c, dimensions).Lines());
        }
    }

    [Property] // Blocks that list their cells, and several threads.
    public void Create_FewCellsInAWideSpace_AgreesWithTheNaiveReport(ReportCase c)
    {
        var space = c.Org.WideSpace();
        var budget = CubeProperties.TryBuild(space, c.Org, c.Budget)!;
        var actual = CubeProperties.TryBuild(space, c.Org, c.Actual)!;
        var comparison = new Comparison(budget, actual, c.Range);
        var tree = space.Centers.TreeAsOf(Organization.Day(c.AsOf));
        foreach (var dimensions in new[] { All, ReportDimensions.Center, ReportDimensions.Element })
        {
            Assert.Equal(
                NaiveReport.Lines(c, dimensions),
                VarianceReport.Create(comparison, tree, dimensions, threads: 3).Lines());
        }

        Assert.Equal(
            NaiveReport.Findings(c, CenterPeriodSet.Empty),
            Texts(c, FindingSearch.Find(comparison, tree, CenterPeriodSet.Empty, threads: 3)));
    }

    [Property]
    public void Create_Nodes_AreTheirOwnAmountsPlusTheirChildren(ReportCase c)
    {
        var report = Report(c, All);
        var rows = report.Rows.ToLookup(row => report.Tree.PlaceOf(row.Center!.Value.Center.Code));
        for (int place = 0; place < report.Tree.Nodes.Length; place++)
        {
            string code = report.Tree.Nodes[place].Center.Code.Value;
            var own = c with
            {
                Budget = [.. c.Budget.Where(fact => fact.AddressIn(c.Org).Center.Value == code)],
                Actual = [.. c.Actual.Where(fact => fact.AddressIn(c.Org).Center.Value == code)],
            };
            var parts = report.Tree.ChildrenOf(place)
                .SelectMany(child => rows[child])
                .Concat(Report(own, ReportDimensions.Element | ReportDimensions.Period).Rows);

            Assert.Equal(Sums(parts), Sums(rows[place]));
        }

        var total = Report(c, ReportDimensions.Element | ReportDimensions.Period);
        Assert.Equal(Sums(total.Rows), Sums(report.Rows.Where(row => row.Center!.Value.Depth == 0)));
    }

    [Property]
    public void Create_ByElementAndByPeriod_SumToTheTotalAndToTheCubes(ReportCase c)
    {
        var total = TotalsOf(Report(c, ReportDimensions.None));

        Assert.Equal(total, TotalsOf(Report(c, ReportDimensions.Element)));
        Assert.Equal(total, TotalsOf(Report(c, ReportDimensions.Period)));
        Assert.Equal(total, TotalsOf(Report(c, ReportDimensions.Element | ReportDimensions.Period)));
        var comparison = Comparison(c);
        Assert.Equal(
            comparison.Actual.Cells().Where(cell => c.Range.Contains(cell.Address.Period)).Sum(cell => cell.Amount),
            total.Values.Sum(sum => sum.Actual));
        Assert.Equal(
            comparison.Budget.Cells().Where(cell => c.Range.Contains(cell.Address.Period)).Sum(cell => cell.Amount),
            total.Values.Sum(sum => sum.Budget));
    }

    [Property]
    public void Create_ShuffledFacts_IsTheSameText(ReportCase c)
    {
        var random = new Random(c.Seed);
        var shuffled = c with { Budget = [.. c.Budget], Actual = [.. c.Actual] };
        random.Shuffle(shuffled.Budget);
        random.Shuffle(shuffled.Actual);

        Assert.Equal(Report(c, All).Lines(), Report(shuffled, All).Lines());
        Assert.Equal(Findings(c, CenterPeriodSet.Empty), Findings(shuffled, CenterPeriodSet.Empty));
    }

    [Property]
    public void Create_BudgetAndActualSwapped_NegatesAndFlips(ReportCase c)
    {
        var swapped = Report(c with { Budget = c.Actual, Actual = c.Budget }, All).Rows.Select(row => row.Variance);

        foreach (var (one, other) in Report(c, All).Rows.Select(row => row.Variance).Zip(swapped))
        {
            Assert.Equal(-one.Difference, other.Difference);
            Assert.Equal(
                one.Outcome switch
                {
                    Outcome.Favorable => Outcome.Unfavorable,
                    Outcome.Unfavorable => Outcome.Favorable,
                    _ => Outcome.Neutral,
                },
                other.Outcome);
        }
    }

    [Property]
    public void Grid_AnyReport_HoldsItsRowsInCounts(ReportCase c)
    {
        var scale = c.Org.Space.Scale;
        for (var dimensions = ReportDimensions.None; dimensions <= All; dimensions++)
        {
            var report = Report(c, dimensions);
            var grid = new VarianceGrid(report);
            var found = new List<(CenterTreeNode?, CostElement?, Calendars.FiscalPeriod?, Variance)>();
            for (int center = 0; center < grid.CenterCount; center++)
            {
                for (int period = 0; period < grid.PeriodCount; period++)
                {
                    grid.Load(center, period);
                    long[] percents = new long[grid.Budgets.Length];
                    grid.ReadPercents(2, MidpointRounding.ToEven, percents);
                    for (int place = 0; place < percents.Length; place++)
                    {
                        var variance = new Variance(
                            grid.HasBudget(place) ? scale.ToDecimal(grid.Budgets[place]) : null,
                            scale.ToDecimal(grid.Actuals[place]),
                            grid.MeasureAt(place));
                        Assert.Equal(variance.Difference, scale.ToDecimal(grid.Differences[place]));
                        Assert.Equal(
                            variance.Percent(2, MidpointRounding.ToEven),
                            percents[place] == VarianceGrid.NoPercent ? null : percents[place] / 100m);
                        if (grid.HoldsSomething(place))
                        {
                            found.Add((grid.Center, grid.ElementAt(place), grid.Period, variance));
                        }
                        else
                        {
                            Assert.Equal((null, 0m), (variance.Budget, variance.Actual));
                        }
                    }
                }
            }

            var expected = report.Rows
                .Where(row => row.Variance.Measure != Measure.Margin)
                .Select(row => (row.Center, row.Element, row.Period, row.Variance));
            Assert.Equal(expected.ToHashSet(), found.ToHashSet());
            Assert.Equal(expected.Count(), found.Count);
        }
    }

    [Property]
    public void Slices_AtEveryCut_AddUpToTheirWhole(ReportCase c)
    {
        var random = new Random(c.Seed);
        var comparison = Comparison(c);
        var tree = Tree(c);
        foreach (var center in c.Org.Centers)
        {
            foreach (var nature in Natures)
            {
                var whole = VarianceSlice.Create(comparison, tree, center.CenterCode, nature);
                foreach (int _ in Enumerable.Range(0, 5))
                {
                    var next = whole;
                    foreach (var dimension in Dimensions)
                    {
                        RequireSum(next, next.By(dimension));
                    }

                    var cut = next.By(Dimensions[random.Next(3)]);
                    whole = cut.IsEmpty ? whole : cut[random.Next(cut.Length)];
                }
            }
        }
    }

    [Property]
    public void Slices_OfCells_AreTheFactsBehindThem(ReportCase c)
    {
        foreach (var nature in Natures)
        {
            var slice = VarianceSlice.Create(Comparison(c), Tree(c), c.Org.Centers[0].CenterCode, nature);
            foreach (var cell in slice.By(ReportDimensions.Element)
                .SelectMany(element => element.By(ReportDimensions.Period))
                .Where(cell => cell.Cell is not null))
            {
                Assert.Equal(
                    c.Actual.Where(fact => fact.AddressIn(c.Org) == cell.Cell).Sum(fact => fact.Count),
                    c.Org.Space.Scale.ToCount(cell.Variance.Actual));
            }
        }
    }

    [Property]
    public void Find_AnyCase_AgreesWithTheNaiveSearch(ReportCase c)
    {
        var random = new Random(c.Seed);
        var closed = c.Budget
            .Where(_ => random.Next(3) == 0)
            .Select(fact => fact.AddressIn(c.Org))
            .Aggregate(CenterPeriodSet.Empty, (set, cell) => set.With(cell.Center, cell.Period));

        Assert.Equal(NaiveReport.Findings(c, closed), Findings(c, closed));
    }

    [Property]
    public void Percent_AnyTwoCounts_IsTheExactQuotientRoundedOnce(PercentCase c)
    {
        decimal Number(long count) => new Monetary.DecimalScale(c.Scale).ToDecimal(count);
        var variance = new Variance(Number(c.Budget), Number(c.Actual), Measure.Cost);

        decimal? percent = variance.Percent(c.Digits, c.Rounding);

        if (c.Budget == 0)
        {
            Assert.Null(percent);
            return;
        }

        var numerator = ((BigInteger)c.Actual - c.Budget) * 100 * BigInteger.Pow(10, c.Digits);
        var rounded = Rounded(numerator, BigInteger.Abs(c.Budget), c.Rounding);
        Assert.Equal(rounded, (BigInteger)(percent!.Value * (decimal)BigInteger.Pow(10, c.Digits)));
    }

    [Property]
    public void Grid_AnyTwoCounts_HasThePercentOfTheirVariance(PercentCase c)
    {
        var space = Unit.Company.Space;
        var range = new Calendars.FiscalPeriodRange(Unit.Company.Period(1), Unit.Company.Period(1));
        Cube CubeOf(long count)
        {
            var builder = new CubeBuilder(space);
            builder.AddCounts(0, 0, space.Calendar.OrdinalOf(range.From), count);
            return builder.Build();
        }

        var report = VarianceReport.Create(
            new Comparison(CubeOf(c.Budget), CubeOf(c.Actual), range),
            space.Centers.TreeAsOf(Organization.Origin),
            ReportDimensions.None);
        var grid = new VarianceGrid(report);
        var variance = report.Rows.Single().Variance;
        var difference = (BigInteger)c.Actual - c.Budget;
        if (difference < long.MinValue || difference > long.MaxValue)
        {
            Assert.Throws<AmountOverflowException>(() => grid.Load(0, 0));
            return;
        }

        grid.Load(0, 0);
        long[] percents = [0, 0];
        if (variance.Percent(c.Digits, c.Rounding) is not decimal percent)
        {
            grid.ReadPercents(c.Digits, c.Rounding, percents);
            Assert.Equal([VarianceGrid.NoPercent, VarianceGrid.NoPercent], percents);
            return;
        }

        var expected = (BigInteger)(percent * (decimal)BigInteger.Pow(10, c.Digits));
        if (expected <= long.MinValue || expected > long.MaxValue)
        {
            Assert.Throws<AmountOverflowException>(() => grid.ReadPercents(c.Digits, c.Rounding, percents));
            return;
        }

        grid.ReadPercents(c.Digits, c.Rounding, percents);
        Assert.Equal(expected, percents[0]);
    }

    private static BigInteger Rounded(BigInteger numerator, BigInteger divisor, MidpointRounding rounding)
    {
        var floor = BigInteger.DivRem(numerator, divisor, out var rest);
        if (rest < 0)
        {
            floor--;
            rest += divisor;
        }

        int half = (2 * rest).CompareTo(divisor);
        bool up = rounding switch
        {
            MidpointRounding.ToEven => half > 0 || (half == 0 && !floor.IsEven),
            MidpointRounding.AwayFromZero => half > 0 || (half == 0 && numerator > 0),
            MidpointRounding.ToZero => numerator < 0 && !rest.IsZero,
            MidpointRounding.ToNegativeInfinity => false,
            _ => !rest.IsZero,
        };
        return up ? floor + 1 : floor;
    }

    internal static void RequireSum(VarianceSlice whole, IReadOnlyList<VarianceSlice> parts)
    {
        Assert.All(parts, part => Assert.False(part.IsEmpty));
        Assert.Equal(whole.IsEmpty, parts.Count == 0);
        Assert.Equal(whole.Variance.Actual, parts.Sum(part => part.Variance.Actual));
        Assert.Equal(whole.Variance.Difference, parts.Sum(part => part.Variance.Difference));
        Assert.Equal(
            whole.Variance.Budget,
            parts.Any(part => part.Variance.Budget is not null) ? parts.Sum(part => part.Variance.Budget ?? 0m) : null);
    }

    private static SortedDictionary<string, (decimal, decimal)> Sums(IEnumerable<VarianceRow> rows) => new(
        rows.GroupBy(row => $"{row.Element!.Code} {row.Period}").ToDictionary(
            group => group.Key,
            group => (group.Sum(row => row.Variance.Budget ?? 0m), group.Sum(row => row.Variance.Actual))),
        StringComparer.Ordinal);

    private static Dictionary<Measure, (decimal Budget, decimal Actual)> TotalsOf(VarianceReport report) => report.Rows
        .Where(row => row.Variance.Measure != Measure.Margin)
        .GroupBy(row => row.Variance.Measure)
        .OrderBy(group => group.Key)
        .ToDictionary(
            group => group.Key,
            group => (group.Sum(row => row.Variance.Budget ?? 0m), group.Sum(row => row.Variance.Actual)));

    [Property] // The summary and the enumeration are the list, whatever the number of threads.
    public void Summarize_AgreesWithTheListOfFindings(ReportCase c)
    {
        var comparison = Comparison(c);
        Finding[] all = [.. FindingSearch.Find(comparison, Tree(c), CenterPeriodSet.Empty)];
        int largest = c.Seed % 4;
        foreach (int threads in new[] { 1, 3 })
        {
            FindingSummary summary =
                FindingSearch.Summarize(comparison, Tree(c), CenterPeriodSet.Empty, largest, threads);

            Assert.Equal(all.Length, summary.Count);
            Assert.Equal(
                all.GroupBy(finding => finding.Kind).OrderBy(kind => kind.Key).Select(kind => (
                    kind.Key,
                    kind.LongCount(),
                    kind.Sum(finding => finding.Amount),
                    string.Join('|', kind.OrderByDescending(finding => Math.Abs(finding.Amount)).Take(largest)))),
                summary.Groups.Select(group => (
                    group.Kind, group.Count, group.Sum, string.Join('|', group.Largest))));
        }

        Assert.Equal(all, FindingSearch.Enumerate(comparison, Tree(c), CenterPeriodSet.Empty));
    }

    private static IEnumerable<string> Findings(ReportCase c, CenterPeriodSet closed) =>
        Texts(c, FindingSearch.Find(Comparison(c), Tree(c), closed));

    private static IEnumerable<string> Texts(ReportCase c, IEnumerable<Finding> findings) =>
        findings.Select(f => FormattableString.Invariant(
            $"{f.Center} {f.Element.Code} {f.Kind} {c.Org.Space.Scale.ToCount(f.Amount)}"));

    internal static VarianceReport Report(ReportCase c, ReportDimensions dimensions) =>
        VarianceReport.Create(Comparison(c), Tree(c), dimensions);

    internal static Comparison Comparison(ReportCase c) => new(
        CubeProperties.TryBuild(c.Org.Space, c.Org, c.Budget)!,
        CubeProperties.TryBuild(c.Org.Space, c.Org, c.Actual)!,
        c.Range);

    internal static CenterTree Tree(ReportCase c) => c.Org.Space.Centers.TreeAsOf(Organization.Day(c.AsOf));
}
