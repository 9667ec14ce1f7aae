using CostCenters.Reports.Reading;

namespace CostCenters.Reports.Tables;

/// <summary>Reads the rows of a bridge, all in one block.</summary>
internal sealed class BridgeReader(ReportTable table, Bridge bridge) : ReportTableReader(table)
{
    private protected override void Fill(int block)
    {
        Add(0, bridge.Budget, bridge.Budget);
        for (int step = 0; step < bridge.Steps.Length; step++)
        {
            Add(step + 1, bridge.Steps[step].Amount, bridge.Steps[step].Running);
        }

        Add(bridge.Steps.Length + 1, bridge.Actual, bridge.Actual);
    }

    private void Add(int name, decimal amount, decimal running)
    {
        Span<ReportCell> row = NewRow();
        row[0] = new ReportCell(name);
        row[1] = new ReportCell(bridge.Scale.ToWideCount(amount));
        row[2] = new ReportCell(bridge.Scale.ToWideCount(running));
    }
}
