using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Reports;
using NodaTime;

string folder = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "Book");
var stamp = new CommandStamp("controller", SystemClock.Instance.GetCurrentInstant());
Book book = BookFolder.Read(folder, stamp).GetOrThrow();
BookSnapshot snapshot = book.Snapshot();
CubeLayers layers = snapshot.ToLayers();
LayerKey budget = snapshot.Budgets[0].Layer;
var range = ReportRange.Choose(layers, budget, LayerKey.Actual, ReportEnd.LastPosting)!.Value;
var comparison = new Comparison(layers, budget, LayerKey.Actual, range);
var tree = book.Space.Centers.TreeAsOf(book.Space.Calendar.DatesOf(range.Through).Last);
VarianceReport report = VarianceReport.Create(comparison, tree, ReportDimensions.Center);
VarianceReportCsv.Write(report, Console.OpenStandardOutput());
Console.WriteLine(Pages.Write(report));
