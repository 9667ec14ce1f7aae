using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tables;

/// <summary>Rows that make one document together, by its id: all of them are used, or none.</summary>
/// <param name="log">Told of every row that is not used.</param>
/// <param name="column">The column of the id.</param>
internal sealed class RowGroups<TRow>(ImportLog log, string column)
    where TRow : class
{
    private readonly OrderedDictionary<string, List<(long Line, TRow? Row)>> groups = new(StringComparer.Ordinal);

    /// <summary>Ends the current row.</summary>
    /// <param name="id">The id, or null where the cell is empty.</param>
    /// <param name="row">The row, or null where it is faulty.</param>
    public void EndRow(string? id, TRow? row)
    {
        bool isWhole = log.EndRow();
        if (id is null)
        {
            return;
        }

        if (!groups.TryGetValue(id, out List<(long Line, TRow? Row)>? rows))
        {
            groups.Add(id, rows = []);
        }

        rows.Add((log.RowLine, isWhole ? row : null));
    }

    /// <summary>The rows of each document that is whole, in the order of their first rows.</summary>
    /// <param name="differences">By column, whether a row says something else of the document than the first one.
    /// </param>
    /// <param name="faultsOf">What is wrong with the rows together: with one of them, or with all.</param>
    public IEnumerable<(string Id, IReadOnlyList<TRow> Rows)> Whole(
        Func<TRow, TRow, (bool Differs, string Column)[]> differences,
        Func<string, IReadOnlyList<TRow>, IReadOnlyList<GroupFault>> faultsOf)
    {
        foreach ((string id, List<(long Line, TRow? Row)> rows) in groups)
        {
            if (rows.Exists(row => row.Row is null))
            {
                Reject(id, rows.Where(row => row.Row is not null).Select(row => row.Line));
                continue;
            }

            var mixed = rows
                .SelectMany(row => differences(rows[0].Row!, row.Row!)
                    .Where(column => column.Differs)
                    .Select(column => (row.Line, column.Column)))
                .ToList();
            foreach ((long line, string differing) in mixed)
            {
                log.RejectRow(
                    line,
                    ImportIssueCode.MixedDocument,
                    differing,
                    null,
                    "The first row of this id has something else here. Write the same, or give it another id.");
            }

            List<TRow> whole = [.. rows.Select(row => row.Row!)];
            if (mixed.Count > 0)
            {
                Reject(id, rows.Select(row => row.Line).Except(mixed.Select(row => row.Line)));
            }
            else if (faultsOf(id, whole) is { Count: > 0 } faults)
            {
                Reject(id, rows, faults);
            }
            else
            {
                yield return (id, whole);
            }
        }
    }

    private void Reject(
        string id, List<(long Line, TRow? Row)> rows, IReadOnlyList<GroupFault> faults)
    {
        HashSet<long> faulty = [];
        foreach (GroupFault fault in faults)
        {
            foreach (long line in fault.Row is int row ? [rows[row].Line] : rows.Select(each => each.Line))
            {
                faulty.Add(line);
                log.RejectRow(line, fault.Code, fault.Column, null, fault.Message);
            }
        }

        Reject(id, rows.Select(row => row.Line).Where(line => !faulty.Contains(line)));
    }

    private void Reject(string id, IEnumerable<long> lines)
    {
        foreach (long line in lines)
        {
            log.RejectRow(
                line,
                ImportIssueCode.IncompleteDocument,
                column,
                id,
                "Another row of this id is faulty, so that none of them is used. Correct that one.");
        }
    }
}
