using CostCenters.Csv.Rows;
using CostCenters.Structure;

namespace CostCenters.Csv.Tables;

/// <summary>Remembers the rows of master data, to tell the faults that show only when all rows are there.</summary>
internal sealed class MasterRows(ImportLog log)
{
    private readonly List<(long Line, string? Parent)> wholeRows = [];
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> faultyCodes = new(StringComparer.Ordinal);

    /// <summary>Ends the current row; true when it is whole and goes on to the builder.</summary>
    public bool EndRow(string? code, string? parent)
    {
        bool isWhole = log.EndRow();
        if (isWhole)
        {
            wholeRows.Add((log.RowLine, parent));
            if (codes.Add(code!))
            {
                log.NoteCode(code!, log.RowLine, "code");
            }
        }
        else if (code is not null)
        {
            faultyCodes.Add(code);
        }

        return isWhole;
    }

    /// <summary>Rejects the rows that do not fit together; true when every row of the file holds.</summary>
    /// <remarks>A parent that has a row of its own, though a faulty one, is not unknown.</remarks>
    public bool Check(IEnumerable<StructureFault> faults)
    {
        log.RejectRows(
            faults.Where(fault => fault.Kind != StructureFaultKind.UnknownParent
                || !faultyCodes.Contains(wholeRows[fault.Row].Parent!)),
            row => wholeRows[row].Line);
        return !log.IsStopped && log.RejectedRows == 0;
    }
}
