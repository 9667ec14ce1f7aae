using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Structure;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws]
public class GrowthProperties
{
    private static readonly ReportDimensions[] Dimensions =
    [
        ReportDimensions.None, ReportDimensions.Center, ReportDimensions.Center | ReportDimensions.Period,
        ReportDimensions.Center | ReportDimensions.Element, ReportDimensions.Element | ReportDimensions.Period,
        ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period,
        ReportDimensions.Center | ReportDimensions.ElementGroup, ReportDimensions.ElementGroup,
        ReportDimensions.Center | ReportDimensions.ElementGroup | ReportDimensions.Period,
    ];

    private static readonly FiscalPeriodRange LastYear = new(new(2025, 1), new(2025, 12));
    private static readonly FiscalPeriodRange ThisYear = new(new(2026, 1), new(2026, 12));

    [Property]
    public void Cube_SpaceGrowsBetweenAdditions_HoldsWhatADictionaryHolds(int seed)
    {
        var book = new GrowingBook(seed);
        var earlier = new List<(Cube Cube, SortedDictionary<string, (decimal, decimal?)> Cells)>();
        for (int step = 0; step < 5; step++)
        {
            earlier.Add((book.Cube, GrowingBook.Cells(book.Cube)));
            book.Grow();
            book.Add();

            Assert.Equal(book.Model, GrowingBook.Cells(book.Cube));
            Assert.Equal(book.Model.Count, book.Cube.CellCount);
            Assert.All(earlier, before => Assert.Equal(before.Cells, GrowingBook.Cells(before.Cube.In(book.Space))));
        }
    }

    [Property]
    public void Report_SpaceGrew_IsTheOneOfASpaceMadeAnew(int seed)
    {
        var book = new GrowingBook(seed);
        var parts = new List<Cube> { book.Cube };
        for (int step = 0; step < 4; step++)
        {
            book.Grow();
            book.Add();
            parts.Add(book.Cube);
        }

        var anew = new CubeSpace(
            book.Space.Centers, book.Space.Elements, book.Space.Calendar, book.Space.Currency, book.Space.Scale);
        var (budget, actual) = (parts[book.Choose(parts.Count)], parts[book.Choose(parts.Count)]);
        var comparison = new Comparison(budget, LastYear, actual, ThisYear).In(book.Space);
        var copied = Copy(actual);
        var same = new Comparison(
            ReferenceEquals(budget, actual) ? copied : Copy(budget), LastYear, copied, ThisYear);
        foreach (var dimensions in Dimensions)
        {
            Assert.Equal(
                VarianceReport.Create(same, book.Tree(), dimensions).Rows,
                VarianceReport.Create(comparison, book.Tree(), dimensions).Rows);
        }

        Assert.Equal(
            FindingSearch.Find(same, book.Tree(), CenterPeriodSet.Empty).AsEnumerable(),
            FindingSearch.Find(comparison, book.Tree(), CenterPeriodSet.Empty));

        Cube Copy(Cube cube)
        {
            var builder = new CubeBuilder(anew);
            foreach (var cell in cube.Cells())
            {
                builder.Add(cell.Address, cell.Amount, cell.Quantity);
            }

            return builder.Build();
        }
    }

    [Property] // Same validities: what is added later hangs below and holds nothing.
    public void Extend_ChangesNoEarlierReport(int seed)
    {
        var book = new GrowingBook(seed);
        book.Grow();
        book.Add();
        var comparison = new Comparison(book.Cube, LastYear, book.Cube, ThisYear);
        var dimensions = Dimensions[book.Choose(Dimensions.Length)] & ~ReportDimensions.ElementGroup;
        var before = Texts(VarianceReport.Create(comparison, book.Tree(), dimensions).Rows);
        var space = book.Space.Extend(
            book.Space.Centers.ToBuilder().Add(new("new"), new("", CenterKind.Cost, new("c0"))).Build(),
            book.Space.Elements.ToBuilder().Add(new CostElement(new("d"), "", ElementNature.Revenue)).Build());

        var after = VarianceReport.Create(
            comparison.In(space), space.Centers.TreeAsOf(book.Tree().AsOf), dimensions);

        Assert.Equal(before, Texts(after.Rows));
    }

    [Property]
    public void StandingReport_SpaceGrowsBetweenChanges_EqualsTheReportComputedAnew(int seed)
    {
        var book = new GrowingBook(seed);
        book.Add();
        var budget = book.Cube;
        var dimensions = Dimensions[book.Choose(Dimensions.Length)];
        var feed = book.Choose(2) == 0 ? LedgerFeed.Actual : LedgerFeed.BothSides;
        var standing = new StandingReport(
            new Comparison(budget, LastYear, book.Cube, ThisYear), book.Tree(), dimensions, feed);
        for (int step = 0; step < 5; step++)
        {
            if (book.Choose(2) == 0)
            {
                book.Grow();
                standing = standing.In(book.Space, book.Tree());
            }

            var touched = standing.Apply(book.Add());

            var other = feed == LedgerFeed.Actual ? budget : book.Cube;
            var anew = VarianceReport
                .Create(new Comparison(other, LastYear, book.Cube, ThisYear), book.Tree(), dimensions).Rows.ToList();
            Assert.Equal(anew, standing.Rows);
            Assert.Equal(anew.Where(touched.Contains), touched);
        }
    }

    [Property]
    public void ByGroup_EveryGroup_IsTheSumOfItsElements(int seed)
    {
        var book = new GrowingBook(seed - (seed % 4) + 1);
        for (int step = 0; step < 4; step++)
        {
            book.Grow();
            book.Add();
        }

        var comparison = new Comparison(book.Cube, LastYear, book.Cube, ThisYear);
        var others = book.Choose(2) == 0 ? ReportDimensions.Center : ReportDimensions.Center | ReportDimensions.Period;
        var byElement = VarianceReport.Create(comparison, book.Tree(), others | ReportDimensions.Element).Rows.ToList();
        var expected = new List<string>();
        foreach (var group in byElement.GroupBy(row => row.Center!.Value.Center.Index)
            .OrderBy(group => book.Tree().PlaceOf(book.Space.Centers.Centers[group.Key].Code)))
        {
            foreach (var node in book.Space.Elements.Tree.Nodes)
            {
                var members = book.Space.Elements.Tree.Within(node.Element.Code).ToHashSet();
                foreach (var cells in group.Where(row => members.Contains(row.Element!))
                    .GroupBy(row => row.Period).OrderBy(cells => cells.Key))
                {
                    expected.AddRange(Lines(
                        $"{group.First().Center!.Value.Center} {node.Element.Code} {cells.Key}", [.. cells]));
                }
            }
        }

        var report = VarianceReport.Create(comparison, book.Tree(), others | ReportDimensions.ElementGroup);

        Assert.Equal(expected, Texts(report.Rows));
        Assert.Throws<ArgumentException>(() => VarianceReport.Create(
            comparison, book.Tree(), ReportDimensions.Element | ReportDimensions.ElementGroup));
    }

    private static IEnumerable<string> Lines(string name, VarianceRow[] rows)
    {
        var natures = rows.GroupBy(row => row.Variance.Measure).OrderBy(rows => rows.Key).ToList();
        foreach (var nature in natures)
        {
            yield return Line(
                name, nature.Key, SumOf(nature.Select(row => row.Variance.Budget)), nature.Sum(r => r.Variance.Actual));
        }

        if (natures is [var cost, var revenue])
        {
            decimal? budget = SumOf(rows.Select(row =>
                row.Variance.Measure == Measure.Cost ? -row.Variance.Budget : row.Variance.Budget));
            yield return Line(
                name,
                Measure.Margin,
                budget,
                revenue.Sum(row => row.Variance.Actual) - cost.Sum(row => row.Variance.Actual));
        }
    }

    private static decimal? SumOf(IEnumerable<decimal?> budgets)
    {
        decimal[] known = [.. budgets.OfType<decimal>()];
        return known.Length == 0 ? null : known.Sum();
    }

    private static string[] Texts(IEnumerable<VarianceRow> rows) =>
        [.. rows.Select(row => Line(
            $"{row.Center?.Center} {row.Element?.Code} {row.Period}",
            row.Variance.Measure,
            row.Variance.Budget,
            row.Variance.Actual))];

    private static string Line(string name, Measure measure, decimal? budget, decimal actual) =>
        FormattableString.Invariant($"{name} {measure} {budget:0.00} {actual:0.00}");
}
