using CostCenters.Csv.Rows;
using CostCenters.Reports.Reading;

namespace CostCenters.Csv;

/// <summary>Writes a bridge from budget to actual: <c>step,amount,running</c>.</summary>
/// <remarks>The first row is the budget, the last one the actual; between them each step names its center, element or
/// period. Amounts are in the measure of the bridge.</remarks>
public static class BridgeCsv
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["step", "amount", "running"];

    /// <summary>The cells of all rows, in the order of <see cref="Columns"/>.</summary>
    /// <param name="bridge">The bridge.</param>
    /// <param name="digits">The decimals of its amounts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bridge"/> is null.</exception>
    public static IEnumerable<IReadOnlyList<string?>> Cells(Bridge bridge, int digits)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        return bridge.Steps
            .Select(step => Row(NameOf(step), step.Amount, step.Running))
            .Prepend(Row("budget", bridge.Budget, bridge.Budget))
            .Append(Row("actual", bridge.Actual, bridge.Actual));

        string?[] Row(string name, decimal amount, decimal running) =>
            [name, VarianceReportCsv.Number(amount, digits), VarianceReportCsv.Number(running, digits)];
    }

    /// <summary>Writes a bridge.</summary>
    /// <param name="bridge">The bridge.</param>
    /// <param name="digits">The decimals of its amounts.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(Bridge bridge, int digits, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Columns, leaveOpen: true);
        foreach (IReadOnlyList<string?> cells in Cells(bridge, digits))
        {
            writer.Row(cells);
        }
    }

    private static string NameOf(BridgeStep step) =>
        step.Center?.Code.Value ?? step.Element?.Code.Value ?? step.Period?.ToString() ?? "";
}
