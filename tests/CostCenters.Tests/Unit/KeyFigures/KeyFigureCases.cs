using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.KeyFigures;

/// <summary>A small support organisation: S over S1 (with S11 and S12) and S2.</summary>
internal static class KeyFigureCases
{
    public static readonly FiscalCalendar Calendar = FiscalCalendar.Months(1, YearNaming.End);

    public static readonly KeyFigureCode Calls = new("contacts");
    public static readonly KeyFigureCode Customers = new("customers");
    public static readonly KeyFigureCode Heads = new("heads");
    public static readonly KeyFigureCode Peak = new("peak");
    public static readonly KeyFigureCode HeadsAtEnd = new("heads at end");
    public static readonly KeyFigureCode Rate = new("contacts per customer");

    public static readonly KeyFigureCatalog Catalog = new(
    [
        KeyFigure.Flow(Calls, "contacts", KeyFigurePreference.MoreIsWorse),
        KeyFigure.Flow(Customers, "customers", KeyFigurePreference.MoreIsBetter),
        KeyFigure.Stock(Heads, "heads", KeyFigurePreference.Neutral, StockRule.Average),
        KeyFigure.Stock(Peak, "heads", KeyFigurePreference.Neutral, StockRule.Maximum),
        KeyFigure.Stock(HeadsAtEnd, "heads", KeyFigurePreference.Neutral, StockRule.Last),
        KeyFigure.Ratio(Rate, "", KeyFigurePreference.MoreIsWorse, Calls, Customers),
    ]);

    public static readonly CenterHierarchy Centers = new CenterHierarchy.Builder()
        .Add(new CenterCode("S"), Below(null))
        .Add(new CenterCode("S1"), Below("S"))
        .Add(new CenterCode("S11"), Below("S1"))
        .Add(new CenterCode("S12"), Below("S1"))
        .Add(new CenterCode("S2"), Below("S"))
        .Build();

    public static readonly CenterTree Tree = Centers.TreeAsOf(new LocalDate(2026, 1, 1));

    public static FiscalPeriod P(int number) => new(2026, number);

    public static FiscalPeriodRange Range(int from, int through) => new(P(from), P(through));

    public static KeyFigureValue Value(KeyFigureCode code, string center, int period, decimal value) =>
        new(P(period), new CenterCode(center), code, value);

    public static KeyFigureTable Table(params IEnumerable<KeyFigureValue> values) => new(Catalog, Calendar, values);

    private static CenterValidity Below(string? parent) =>
        new("", CenterKind.Cost, parent is null ? null : new CenterCode(parent));
}
