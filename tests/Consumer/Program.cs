using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Reports;
using NodaTime;

string folder = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "Book");
var stamp = new CommandStamp("controller", SystemClock.Instance.GetCurrentInstant());
Book book = BookFolder.Read(folder, stamp).GetOrThrow();
Cube budget = book.Snapshot().Budgets[0].Cube;
Cube actual = book.Ledger.Snapshot().ToCube();
var range = ReportRange.Choose(budget, actual, ReportEnd.LastPosting)!.Value;
var comparison = new Comparison(budget, actual, range);
var tree = book.Space.Centers.TreeAsOf(book.Space.Calendar.DatesOf(range.Through).Last);
VarianceReport report = VarianceReport.Create(comparison, tree, ReportDimensions.Center);
VarianceReportCsv.Write(report, Console.OpenStandardOutput());
