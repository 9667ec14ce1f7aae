using System.Collections.Immutable;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Structure;

namespace CostCenters.Data.Statements;

/// <summary>The rows of a table of master data: all of them are read first, since they stand or fall
/// together.</summary>
internal sealed class MasterRows(SqlTableName table, params string?[] columns)
{
    private readonly List<MasterRow> rows = [];
    private readonly RejectionTally<string> rejected = new();

    /// <summary>The rows in order; who asks for the next one has dealt with the last.</summary>
    public IEnumerable<MasterRow> All
    {
        get
        {
            foreach (MasterRow row in rows)
            {
                yield return row;

                if (row.Faults.Count > 0)
                {
                    rejected.Add(row.Faults, 1, row.Sample);
                }
            }
        }
    }

    public async Task ReadAsync(SqlSession session, string order, CancellationToken cancellation)
    {
        var text = new SqlText(session.Dialect);
        text.Append("SELECT ")
            .Append(string.Join(", ", columns.Select(column => column is null ? "NULL" : text.Column(column))))
            .Append($" FROM {session.Dialect.Quote(table)} AS t ORDER BY {text.Column(order)}");
        await session.ReadAsync(
            text,
            table,
            row => rows.Add(new MasterRow(
                columns, [.. columns.Select((_, i) => row.IsDBNull(i) ? null : row.GetValue(i))])),
            cancellation).ConfigureAwait(false);
    }

    public SqlResult<T> ToResult<T>(Func<ImmutableArray<StructureFault>> findFaults, Func<T> build)
        where T : class
    {
        if (rejected.RowsRejected == 0)
        {
            foreach (IGrouping<int, StructureFault> row in findFaults().GroupBy(fault => fault.Row))
            {
                rejected.Add([(SqlRejectionReason.BadStructure, columns[0]!)], 1, row.First().Message);
            }
        }

        bool isSound = rejected.RowsRejected == 0;
        return new SqlResult<T>(
            isSound ? build() : null,
            rows.Count,
            isSound ? 0 : rows.Count,
            rejected.All.Select(fault => new SqlRejection(fault.Reason, fault.Column, fault.Rows, fault.Place)));
    }
}
