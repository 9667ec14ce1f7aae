using CostCenters.Csv;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Views;

/// <summary>How a view is written.</summary>
/// <param name="Format">For people or for programs.</param>
/// <param name="Csv">For whom CSV is.</param>
/// <param name="WithNames">Whether files hold names beside codes, and the facts of the title.</param>
/// <param name="Numbers">How a table shows numbers.</param>
/// <param name="Width">The columns of the screen.</param>
internal sealed record ViewLook(
    OutputFormat Format, TableCsvFormat Csv, bool WithNames, NumberText Numbers, int Width);
