using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using CostCenters.Structure;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Reporting.Tests.Properties;

/// <summary>A center under one before it, with cells of cost and revenue in three months, in cents.</summary>
public sealed record AnyCell(int Center, bool IsRevenue, int Month, bool IsBudget, long Cents);

/// <summary>A small book of any shape: for each center the number of its parent, or itself for a root.</summary>
public sealed record AnyBook(int[] Parents, AnyCell[] Cells)
{
    internal const int Months = 3;

    internal Comparison Compare()
    {
        var centers = new CenterHierarchy.Builder();
        for (int i = 0; i < Parents.Length; i++)
        {
            centers.Add(CodeOf(i), new CenterValidity(
                $"Center {i}", CenterKind.Profit, Parents[i] == i ? null : CodeOf(Parents[i])));
        }

        var elements = new ElementChart.Builder();
        elements.Add(new CostElement(new ElementCode("K"), "Costs", ElementNature.Cost));
        elements.Add(new CostElement(new ElementCode("S"), "Sales", ElementNature.Revenue));
        var space = new CubeSpace(
            centers.Build(),
            elements.Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
        var budget = new CubeBuilder(space);
        var actual = new CubeBuilder(space);
        int first = space.Calendar.OrdinalOf(new FiscalPeriod(2026, 1));
        foreach (AnyCell cell in Cells)
        {
            CubeBuilder cube = cell.IsBudget ? budget : actual;
            cube.AddCounts(cell.Center, cell.IsRevenue ? 1 : 0, first + cell.Month, cell.Cents);
        }

        return new Comparison(
            budget.Build(),
            actual.Build(),
            new FiscalPeriodRange(new FiscalPeriod(2026, 1), new FiscalPeriod(2026, Months)));
    }

    internal ReportDocument Document()
    {
        Comparison comparison = Compare();
        CenterTree tree = comparison.Space.Centers.TreeAsOf(new NodaTime.LocalDate(2026, 3, 31));
        return new ReportDocument(
                SmallBook.Title(), VarianceReport.Create(comparison, tree, ReportDimensions.Center))
            .WithPeriods(VarianceReport.Create(
                comparison, tree, ReportDimensions.Center | ReportDimensions.Period));
    }

    public override string ToString() =>
        $"parents {string.Join(' ', Parents)}; {string.Join("; ", Cells.Select(cell => cell.ToString()))}";

    private static CenterCode CodeOf(int number) => new($"C{number}");
}

public static class AnyBookGenerators
{
    public static Arbitrary<AnyBook> Books() => Arb.From(
        from count in Gen.Choose(1, 7)
        from shape in Gen.Choose(0, 1_000_000).ArrayOf(count)
        from cells in Cell(count).ListOf()
        select new AnyBook([.. shape.Select((draw, i) => draw % (i + 1))], [.. cells]));

    private static Gen<AnyCell> Cell(int centers) =>
        from center in Gen.Choose(0, centers - 1)
        from isRevenue in Gen.Elements(false, true)
        from month in Gen.Choose(0, AnyBook.Months - 1)
        from isBudget in Gen.Elements(false, true)
        from cents in Gen.OneOf(
            Gen.Elements(0L, 1L, -1L, 5L, 999_999_999_999L), Gen.Choose(-999_999, 999_999).Select(cents => (long)cents))
        select new AnyCell(center, isRevenue, month, isBudget, cents);
}
