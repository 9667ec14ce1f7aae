using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Reports;

public class RollUpTests
{
    private const int Centers = 37;
    private const int Periods = 4;
    private const ReportDimensions All = ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period;

    [Fact] // Few cells at the bottom of a deep tree become a sum on each of its levels.
    public void Create_FewCellsInADeepTree_StandOnEveryLevel()
    {
        const int Levels = 200;
        const int Elements = 300;
        static CenterCode Code(int level) => new($"C{level:000}");
        var centers = new CenterHierarchy.Builder();
        for (int level = 0; level < Levels; level++)
        {
            centers.Add(
                Code(level), new CenterValidity("", CenterKind.Cost, level == 0 ? null : Code(level - 1)));
        }

        var elements = new ElementChart.Builder();
        for (int element = 0; element < Elements; element++)
        {
            elements.Add(new CostElement(new($"E{element:000}"), "", ElementNature.Cost));
        }

        var space = new CubeSpace(
            centers.Build(), elements.Build(), Company.Calendar, Company.Space.Currency, Company.Space.Scale);
        var actual = new CubeBuilder(space);
        int period = space.Calendar.OrdinalOf(Company.Period(3));
        for (int element = 0; element < Elements; element++)
        {
            actual.AddCounts(Levels - 1, element, period, 100 * (element + 1));
        }

        var report = VarianceReport.Create(
            new Comparison(Cube.Empty(space), actual.Build(), VarianceReportTests.Range(3, 4)),
            space.Centers.TreeAsOf(Company.Day(3)),
            ReportDimensions.Center | ReportDimensions.Element);

        Assert.Equal(
            from level in Enumerable.Range(0, Levels)
            from element in Enumerable.Range(1, Elements)
            select (level, (decimal)element),
            report.Rows.Select(row => (row.Center!.Value.Depth, row.Variance.Actual)));
    }

    [Theory] // Rows of cells that end before, at and after a word of 64; from 111 on, few cells stay in a list.
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void Create_RowsOfAnyWidth_HoldTheSumsOfTheirCells(int elements)
    {
        CubeSpace space = Space(elements);
        var random = new Random(elements);
        var budget = Cells(random, elements, year: 2026).ToList();
        var actual = Cells(random, elements, year: 2027).ToList();
        var comparison = new Comparison(CubeOf(space, budget), Range(2026), CubeOf(space, actual), Range(2027));
        CenterTree tree = space.Centers.TreeAsOf(Company.Day(1));
        foreach (CenterTree along in new[] { tree, tree.Flattened() })
        {
            for (var dimensions = ReportDimensions.None; dimensions <= All; dimensions++)
            {
                var expected = new Dictionary<Group, (decimal? Budget, decimal Actual)>();
                AddUp(expected, space, along, dimensions, budget, isBudget: true);
                AddUp(expected, space, along, dimensions, actual, isBudget: false);

                var rows = VarianceReport.Create(comparison, along, dimensions, threads: 2).Rows
                    .Where(row => row.Variance.Measure != Measure.Margin)
                    .ToDictionary(
                        row => new Group(
                            row.Center?.Center.Index, row.Element?.Code, row.Period, row.Variance.Measure),
                        row => (row.Variance.Budget, row.Variance.Actual));

                Assert.Equal(expected, rows);
            }
        }
    }

    /// <summary>
    /// A full period, one of few cells, one of sums beyond 32 bits, and one that one of both sides lacks.
    /// </summary>
    private static IEnumerable<CellChange> Cells(Random random, int elements, int year)
    {
        int cells = Centers * elements;
        for (int cell = 0; cell < cells; cell++)
        {
            if (cell % 7 != 3)
            {
                yield return At(cell, 0, random.Next(-1_000, 1_000));
            }

            if (cell % 3 != 1)
            {
                yield return At(cell, 2, random.NextInt64(-5_000_000_000, 5_000_000_000));
            }
        }

        for (int i = 0; i < 9; i++)
        {
            yield return At(random.Next(cells), 1, random.Next(-9, 9));
        }

        for (int i = 0; year == 2026 && i < cells; i++)
        {
            yield return At(random.Next(cells), 3, random.Next(int.MinValue, int.MaxValue));
        }

        CellChange At(int cell, int period, long amount) =>
            new(
                cell / elements,
                cell % elements,
                Company.Calendar.OrdinalOf(new FiscalPeriod(year, 1 + period)),
                amount);
    }

    private static void AddUp(
        Dictionary<Group, (decimal? Budget, decimal Actual)> sums,
        CubeSpace space,
        CenterTree tree,
        ReportDimensions dimensions,
        IEnumerable<CellChange> cells,
        bool isBudget)
    {
        foreach (CellChange cell in cells)
        {
            FiscalPeriod period = space.Calendar.PeriodAt(cell.Period);
            CostElement element = space.Elements.Elements[cell.Element];
            decimal amount = space.Scale.ToDecimal(cell.Amount);
            int place = tree.PlaceOf(space.Centers.Centers[cell.Center].Code);
            do
            {
                bool byCenter = dimensions.HasFlag(ReportDimensions.Center);
                var group = new Group(
                    byCenter ? tree.Nodes[place].Center.Index : null,
                    dimensions.HasFlag(ReportDimensions.Element) ? element.Code : null,
                    dimensions.HasFlag(ReportDimensions.Period) ? new FiscalPeriod(2027, period.Number) : null,
                    element.Nature == ElementNature.Cost ? Measure.Cost : Measure.Revenue);
                (decimal? budget, decimal actual) = sums.GetValueOrDefault(group);
                sums[group] = isBudget ? ((budget ?? 0m) + amount, actual) : (budget, actual + amount);
                place = byCenter ? tree.Nodes[place].Parent : -1;
            }
            while (place >= 0);
        }
    }

    private static CubeSpace Space(int elements)
    {
        var centers = new CenterHierarchy.Builder();
        for (int i = 0; i < Centers; i++)
        {
            CenterCode? parent = i == 0 ? null : new CenterCode($"{(i - 1) / 3}");
            centers.Add(new CenterCode($"{i}"), new CenterValidity("", CenterKind.Cost, parent));
        }

        var chart = new ElementChart.Builder();
        for (int i = 0; i < elements; i++)
        {
            chart.Add(new CostElement(new($"{i}"), "", i % 3 == 1 ? ElementNature.Revenue : ElementNature.Cost));
        }

        return new CubeSpace(centers.Build(), chart.Build(), Company.Calendar, Currency.Eur, new DecimalScale(2));
    }

    private static Cube CubeOf(CubeSpace space, IEnumerable<CellChange> cells)
    {
        var builder = new CubeBuilder(space);
        foreach (CellChange cell in cells)
        {
            builder.AddCounts(cell.Center, cell.Element, cell.Period, cell.Amount);
        }

        return builder.Build();
    }

    private static FiscalPeriodRange Range(int year) => new(new(year, 1), new(year, Periods));

    private readonly record struct Group(int? Center, ElementCode? Element, FiscalPeriod? Period, Measure Measure);
}
