using CostCenters.Csv.Imports;
using CostCenters.Cubes;

namespace CostCenters.Samples.ReportPage;

/// <summary>What a report is made of.</summary>
internal sealed record ReportBook(
    string Name, string Version, Cube Budget, Cube Actual, IReadOnlyList<ImportIssue> Issues);
