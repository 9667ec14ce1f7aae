using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit;

/// <summary>
/// The small company of the unit tests: head office with two plants below it, one of which was opened in March 2026
/// and moved under the other in July; calendar years of months with two adjustment periods.
/// </summary>
internal static class Company
{
    public static readonly CenterCode Head = new("1000");
    public static readonly CenterCode North = new("1100");
    public static readonly CenterCode South = new("1200");
    public static readonly CenterCode Blocked = new("1300");
    public static readonly ElementCode Salaries = new("6000");
    public static readonly ElementCode Freight = new("6100");
    public static readonly ElementCode Sales = new("4000");

    public static readonly CommandStamp Stamp = new("anna", Instant.FromUtc(2026, 4, 1, 8, 30));

    public static readonly FiscalCalendar Calendar =
        FiscalCalendar.Months(1, YearNaming.End).WithAdjustmentPeriods(2);

    public static readonly CubeSpace Space = new(
        Centers().Build(), Elements().Build(), Calendar, Currency.Eur, new DecimalScale(2));

    public static CenterHierarchy.Builder Centers() => new CenterHierarchy.Builder()
        .Add(Head, new CenterValidity("Head office", CenterKind.Profit))
        .Add(South, new CenterValidity("South", CenterKind.Cost, Head, new(2026, 3, 1), new(2026, 6, 30)))
        .Add(South, new CenterValidity("South", CenterKind.Cost, North, new(2026, 7, 1)))
        .Add(North, new CenterValidity("North", CenterKind.Cost, Head))
        .Add(Blocked, new CenterValidity("Old plant", CenterKind.Cost, Head, status: CenterStatus.Blocked));

    public static ElementChart.Builder Elements() => new ElementChart.Builder()
        .Add(new CostElement(Salaries, "Salaries", ElementNature.Cost, ElementBehavior.Fixed))
        .Add(new CostElement(Freight, "Freight", ElementNature.Cost, ElementBehavior.Variable, unit: "km"))
        .Add(new CostElement(Sales, "Sales", ElementNature.Revenue));

    public static FiscalPeriod Period(int number) => new(2026, number);

    public static LocalDate Day(int month, int day = 15) => new(2026, month, day);

    public static Posting Post(int month, CenterCode center, ElementCode element, decimal amount) =>
        new(Day(month), center, element, amount);

    public static Document Document(string id, params Posting[] postings) =>
        new(new DocumentId(id), Currency.Eur, postings);

    public static Cube Cube(params (CenterCode Center, ElementCode Element, int Period, decimal Amount)[] cells)
    {
        var builder = new CubeBuilder(Space);
        foreach (var cell in cells)
        {
            builder.Add(new CellAddress(cell.Center, cell.Element, Period(cell.Period)), cell.Amount);
        }

        return builder.Build();
    }

    public static BudgetVersion.Builder Budget() =>
        new(Space, "adopted", 1, Phasing.Even(RemainderRule.LargestRemainder));
}
