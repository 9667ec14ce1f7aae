using CostCenters.Budgets;
using CostCenters.Cubes;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;

namespace CostCenters.Data;

public sealed partial class SqlSnapshot
{
    /// <summary>Reads the cubes of a table of budget lines, one for each version.</summary>
    /// <remarks>
    /// The engine adds up lines for periods, and counts lines for whole years that are alike. A line for a whole year
    /// is spread evenly over its periods, each line by itself: largest remainder on the magnitude, then signed, the
    /// earlier period first. A line is valid by <see cref="BudgetRules"/>.
    /// </remarks>
    /// <param name="space">Centers, elements, calendar and scale.</param>
    /// <param name="table">The names of the table.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>Each version under <see cref="LayerKey.Budget"/> with revision 1.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="SqlColumnException">A column cannot give exact figures.</exception>
    /// <exception cref="SqlReadException">The engine failed, or the table changed.</exception>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<SqlResult<CubeLayers>> ReadBudgetsAsync(
        CubeSpace space, SqlBudgetTable table, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(table);
        BudgetQuery query = await BudgetQuery.PrepareAsync(session, space, table, cancellation).ConfigureAwait(false);
        long? before = await CountAsync(table.Table, [], cancellation).ConfigureAwait(false);
        var sums = new BudgetSums(space, table);
        await session.ReadAsync(query.Groups(), table.Table, row => sums.Add(query.Read(row)), cancellation)
            .ConfigureAwait(false);
        RequireUnchanged(
            table.Table,
            before,
            sums.RowsRead,
            before is null ? null : await CountAsync(table.Table, [], cancellation).ConfigureAwait(false));
        return sums.ToResult(cancellation);
    }
}
