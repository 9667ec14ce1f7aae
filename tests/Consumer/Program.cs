using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Reports;
using NodaTime;

string folder = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "Book");
var stamp = new CommandStamp("controller", SystemClock.Instance.GetCurrentInstant());
Book book = BookFolder.Read(folder, stamp).GetOrThrow();
Cube budget = book.Budgets[0].Cube;
Cube actual = book.Ledger.Snapshot().ToCube();
var comparison = new Comparison(budget, actual, budget.Periods!.Value);
var lastDay = book.Space.Calendar.DatesOf(comparison.Periods[^1]).Last;
var tree = book.Space.Centers.TreeAsOf(lastDay);
VarianceReport report = VarianceReport.Create(comparison, tree, ReportDimensions.Center);
VarianceReportCsv.Write(report, Console.OpenStandardOutput());
