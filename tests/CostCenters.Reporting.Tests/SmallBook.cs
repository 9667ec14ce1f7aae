using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Reporting.Tests;

/// <summary>A book of a root with two children, one cost and one revenue element, two months. By hand, in EUR:
/// <code>
///            January              February             both
///            budget   actual      budget   actual      budget   actual
/// A   cost   100.00   110.00      100.00    95.50      200.00   205.50
/// A   rev.   300.00   280.00      300.00   310.00      600.00   590.00
/// B   cost    50.00    50.00                7.25        50.00    57.25
/// R   cost    10.00               10.00    12.00        20.00    12.00   (own)
/// </code></summary>
internal static class SmallBook
{
    public static readonly FiscalPeriod January = new(2026, 1);
    public static readonly FiscalPeriod February = new(2026, 2);

    public static CubeSpace Space(string name = "Root center", string code = "R", string element = "Wages")
    {
        var centers = new CenterHierarchy.Builder();
        var root = new CenterCode(code);
        centers.Add(root, new CenterValidity(name, CenterKind.Profit, null));
        centers.Add(new CenterCode(code + "A"), new CenterValidity("Alpha", CenterKind.Profit, root));
        centers.Add(new CenterCode(code + "B"), new CenterValidity("Beta", CenterKind.Cost, root));
        var elements = new ElementChart.Builder();
        elements.Add(new CostElement(new ElementCode("K"), element, ElementNature.Cost));
        elements.Add(new CostElement(new ElementCode("S"), "Sales", ElementNature.Revenue));
        return new CubeSpace(
            centers.Build(),
            elements.Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
    }

    public static Comparison Compare(CubeSpace space)
    {
        string root = space.Centers.Centers[0].Code.Value;
        var budget = new CubeBuilder(space);
        var actual = new CubeBuilder(space);
        void Add(CubeBuilder cube, string center, string element, FiscalPeriod period, decimal amount) =>
            cube.Add(new CellAddress(new CenterCode(root + center), new ElementCode(element), period), amount);

        Add(budget, "A", "K", January, 100m);
        Add(budget, "A", "K", February, 100m);
        Add(budget, "A", "S", January, 300m);
        Add(budget, "A", "S", February, 300m);
        Add(budget, "B", "K", January, 50m);
        Add(budget, "", "K", January, 10m);
        Add(budget, "", "K", February, 10m);
        Add(actual, "A", "K", January, 110m);
        Add(actual, "A", "K", February, 95.50m);
        Add(actual, "A", "S", January, 280m);
        Add(actual, "A", "S", February, 310m);
        Add(actual, "B", "K", January, 50m);
        Add(actual, "B", "K", February, 7.25m);
        Add(actual, "", "K", February, 12m);
        return new Comparison(budget.Build(), actual.Build(), new FiscalPeriodRange(January, February));
    }

    public static VarianceReport Report(ReportDimensions dimensions = ReportDimensions.Center, CubeSpace? space = null)
    {
        Comparison comparison = Compare(space ?? Space());
        return VarianceReport.Create(
            comparison, comparison.Space.Centers.TreeAsOf(new NodaTime.LocalDate(2026, 2, 28)), dimensions);
    }

    public static ReportTitle Title(string book = "Small book") => new(book, "V1", new NodaTime.LocalDate(2026, 2, 28));

    public static ReportDocument Document(CubeSpace? space = null)
    {
        VarianceReport report = Report(space: space);
        return new ReportDocument(Title(), report)
            .WithPeriods(VarianceReport.Create(
                report.Comparison, report.Tree, ReportDimensions.Center | ReportDimensions.Period));
    }
}
