using System.Text;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Reports;

namespace CostCenters.Data.Tests.Books;

/// <summary>Reports and cubes as text, to be compared.</summary>
internal static class BookReport
{
    public static readonly ReportDimensions[] Dimensions =
    [
        ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Center | ReportDimensions.Element,
        ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period,
    ];

    /// <summary>The reports of one version by several dimensions, as the contract writes them.</summary>
    public static string Of(Cube budget, Cube actual)
    {
        if (ReportRange.Choose(budget, actual, ReportEnd.LastBudget, null, null) is not FiscalPeriodRange range)
        {
            return "nothing";
        }

        CubeSpace space = actual.Space;
        var tree = space.Centers.TreeAsOf(space.Calendar.DatesOf(range.Through).Last);
        var text = new StringBuilder();
        foreach (ReportDimensions by in Dimensions)
        {
            using var stream = new MemoryStream();
            VarianceReportCsv.Write(VarianceReport.Create(new Comparison(budget, actual, range), tree, by), stream);
            text.Append(Encoding.UTF8.GetString(stream.ToArray()));
        }

        return text.ToString();
    }

    public static string Of(CubeLayers layers) => string.Join('\n', layers.Keys
        .Where(key => key.Kind == LayerKind.Budget)
        .Select(key => $"{key}\n{Of(layers[key], layers[LayerKey.Actual])}")
        .Prepend(Cells(layers[LayerKey.Actual])));

    public static string Cells(Cube cube) => string.Join('\n', cube.Cells().Select(cell => cell.ToString()));
}
