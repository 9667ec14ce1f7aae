using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Data;

public sealed partial class SqlSnapshot
{
    /// <summary>Reads centers with their validities. Master data stand or fall as a whole: with one fault there is no
    /// hierarchy, and all faults are told.</summary>
    /// <param name="table">The names of the table.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<SqlResult<CenterHierarchy>> ReadCentersAsync(
        SqlCenterTable table, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = new MasterRows(
            table.Table, table.Code, table.Name, table.Kind, table.Parent, table.ValidFrom, table.ValidTo);
        await rows.ReadAsync(session, table.Order ?? table.Code, cancellation).ConfigureAwait(false);
        var builder = new CenterHierarchy.Builder();
        foreach (MasterRow row in rows.All)
        {
            string? code = row.Required(0);
            string? name = row.Text(1);
            CenterKind? kind = row.Word<CenterKind>(2);
            string? parent = row.Optional(3);
            (LocalDate From, LocalDate Through)? days = row.Days(4, 5);
            if (row.Faults.Count == 0)
            {
                builder.Add(new CenterCode(code!), new CenterValidity(
                    name!,
                    kind!.Value,
                    parent is null ? null : new CenterCode(parent),
                    days!.Value.From,
                    days.Value.Through));
            }
        }

        return rows.ToResult(() => builder.FindFaults(cancellation), () => builder.Build(cancellation));
    }

    /// <summary>Reads elements. Master data stand or fall as a whole: with one fault there is no chart, and all faults
    /// are told.</summary>
    /// <param name="table">The names of the table.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<SqlResult<ElementChart>> ReadElementsAsync(
        SqlElementTable table, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = new MasterRows(
            table.Table, table.Code, table.Name, table.Nature, table.Behavior, table.Parent, table.Category,
            table.ValidFrom, table.ValidTo);
        await rows.ReadAsync(session, table.Order ?? table.Code, cancellation).ConfigureAwait(false);
        var builder = new ElementChart.Builder();
        foreach (MasterRow row in rows.All)
        {
            string? code = row.Required(0);
            string? name = row.Text(1);
            ElementNature? nature = row.Word<ElementNature>(2);
            ElementBehavior? behavior = row.OptionalWord<ElementBehavior>(3);
            string? parent = row.Optional(4);
            ElementCategory? category = row.OptionalWord<ElementCategory>(5);
            (LocalDate From, LocalDate Through)? days = row.Days(6, 7);
            if (row.Faults.Count == 0)
            {
                builder.Add(new CostElement(
                    new ElementCode(code!),
                    name!,
                    nature!.Value,
                    behavior,
                    parent is null ? null : new ElementCode(parent),
                    unit: null,
                    category ?? ElementCategory.Primary,
                    days!.Value.From,
                    days.Value.Through));
            }
        }

        return rows.ToResult(() => builder.FindFaults(cancellation), () => builder.Build(cancellation));
    }
}
