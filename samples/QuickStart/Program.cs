using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

var support = new CenterCode("SUPPORT");
var salaries = new ElementCode("6000");
var centers = new CenterHierarchy.Builder()
    .Add(support, new CenterValidity("Customer support", CenterKind.Cost))
    .Build();
var elements = new ElementChart.Builder()
    .Add(new CostElement(salaries, "Salaries", ElementNature.Cost))
    .Build();
var calendar = FiscalCalendar.Months(firstMonth: 4, YearNaming.End);
var space = new CubeSpace(centers, elements, calendar, Currency.Eur, new DecimalScale(2));

var budget = new BudgetVersion.Builder(space, "adopted", 1, Phasing.Even(RemainderRule.LargestRemainder))
    .Add(BudgetLine.ForYear(support, salaries, 2026, 1_000_000m))
    .Freeze();

var ledger = new Ledger(space);
var payroll = new Document(new DocumentId("PAY-04"), Currency.Eur,
    [new Posting(new LocalDate(2025, 4, 30), support, salaries, 86_120.75m)]);
ledger.Post(payroll, new CommandStamp("anna", Instant.FromUtc(2025, 5, 2, 9, 0))).GetOrThrow();

var april = new FiscalPeriodRange(new FiscalPeriod(2026, 1), new FiscalPeriod(2026, 1));
var comparison = new Comparison(budget.Cube, ledger.Snapshot().ToCube(), april);
var tree = centers.TreeAsOf(new LocalDate(2025, 4, 30));
foreach (VarianceRow row in VarianceReport.Create(comparison, tree, ReportDimensions.Center).Rows)
{
    Variance variance = row.Variance;
    Console.WriteLine($"{row.Center?.Center} {variance.Measure}: budget {variance.Budget}, actual {variance.Actual}");
    Console.WriteLine($"difference {variance.Difference}, {variance.Outcome}");
}
