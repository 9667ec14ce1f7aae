using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Samples.Cookbook;

/// <summary>The company of all pages: a support desk and a distribution center.</summary>
internal static class Desk
{
    public static readonly CenterCode Helpdesk = new("SUPPORT");
    public static readonly CenterCode Logistics = new("DIST");
    public static readonly ElementCode Wages = new("6000");
    public static readonly ElementCode Freight = new("6100");

    public static readonly CubeSpace Space = new(
        new CenterHierarchy.Builder()
            .Add(Helpdesk, new CenterValidity("Customer support", CenterKind.Cost))
            .Add(Logistics, new CenterValidity("Distribution", CenterKind.Cost))
            .Build(),
        new ElementChart.Builder()
            .Add(new CostElement(Wages, "Wages", ElementNature.Cost, ElementBehavior.Fixed))
            .Add(new CostElement(Freight, "Freight", ElementNature.Cost, ElementBehavior.Variable, unit: "km"))
            .Build(),
        FiscalCalendar.Months(firstMonth: 1, YearNaming.Start),
        Currency.Eur,
        new DecimalScale(2));

    public static FiscalPeriod Month(int month) => new(2026, month);

    public static CellAddress Cell(CenterCode center, ElementCode element, int month) =>
        new(center, element, Month(month));
}
