using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Csv.Rows;

/// <summary>The cells of a report that recur in many rows, each with the comma or line end behind it.</summary>
/// <remarks>Immutable; all threads share it.</remarks>
internal sealed class ReportCells
{
    private static readonly byte[][] Measures = WithEnd(Names<Measure>(), ',');
    private static readonly byte[][] Outcomes = WithEnd(Names<Outcome>(), '\n');

    private readonly byte[][] centers;
    private readonly byte[][] elements;
    private readonly byte[][] periods;

    public ReportCells(VarianceReport report)
    {
        centers = WithEnd(report.Comparison.Space.Centers.Centers.Select(center => center.Code.Value), ',');
        elements = WithEnd(report.Comparison.Space.Elements.Elements.Select(element => element.Code.Value), ',');
        periods = WithEnd(report.Comparison.Periods.Select(period => period.ToString()), ',');
    }

    public static ReadOnlySpan<byte> Of(Measure measure) => Measures[(int)measure];

    public static ReadOnlySpan<byte> Of(Outcome outcome) => Outcomes[(int)outcome];

    public ReadOnlySpan<byte> Of(Center center) => centers[center.Index];

    /// <summary>An element by its number in the chart.</summary>
    public ReadOnlySpan<byte> OfElement(int element) => elements[element];

    /// <summary>A period by its number in the range.</summary>
    public ReadOnlySpan<byte> OfPeriod(int index) => periods[index];

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => name.ToLowerInvariant());

    private static byte[][] WithEnd(IEnumerable<string> texts, char end)
    {
        byte[][] cells = RowWriter.CellsOf(texts);
        foreach (byte[] cell in cells)
        {
            cell[^1] = (byte)end;
        }

        return cells;
    }
}
