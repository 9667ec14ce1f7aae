using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Data.Tests.Engines;

/// <summary>Centers a, A, "a " and short (March through May 2026), elements rent and sales, months, euro.</summary>
internal static class TestSpace
{
    public static CubeSpace Create(int adjustmentPeriods = 0)
    {
        var centers = new CenterHierarchy.Builder();
        foreach (string code in new[] { "a", "A", "a ", "'; DROP TABLE postings; --" })
        {
            centers.Add(new CenterCode(code), new CenterValidity("", CenterKind.Cost));
        }

        centers.Add(new CenterCode("short"), new CenterValidity(
            "", CenterKind.Cost, null, new LocalDate(2026, 3, 10), new LocalDate(2026, 5, 20)));
        return new CubeSpace(
            centers.Build(),
            new ElementChart.Builder()
                .Add(new CostElement(new ElementCode("rent"), "", ElementNature.Cost))
                .Add(new CostElement(new ElementCode("sales"), "", ElementNature.Revenue))
                .Build(),
            FiscalCalendar.Months(1, YearNaming.Start).WithAdjustmentPeriods(adjustmentPeriods),
            Currency.Eur,
            new DecimalScale(2));
    }

    public static decimal? Amount(Cube cube, string center, string period, string element = "rent") =>
        cube.TryGet(
            new CellAddress(new CenterCode(center), new ElementCode(element), FiscalPeriod.Parse(period)),
            out CubeCell cell)
            ? cell.Amount
            : null;
}
