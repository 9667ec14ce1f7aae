using CostCenters.Budgets.Approvals;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using NodaTime;

namespace CostCenters.Csv;

/// <summary>Reads and writes who holds which role: <c>role,actor,from,through</c>, both days inclusive.</summary>
public static class RolesCsv
{
    private const int Role = 0;
    private const int Actor = 1;
    private const int From = 2;
    private const int Through = 3;

    internal static readonly RowSchema Schema = RowSchema.Parse("role,actor,from,through");

    /// <summary>Reads roles.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted roles, in order of the rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<RoleAssignment>> Read(
        CsvInput input, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, default, cancellation);
        return table.ReadAll(ReadRow);
    }

    /// <summary>Writes roles.</summary>
    /// <param name="roles">The roles, in the order of the rows.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A text has a NUL or half of a surrogate pair.</exception>
    public static void Write(IEnumerable<RoleAssignment> roles, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (RoleAssignment role in roles)
        {
            writer.Text(role.Role);
            writer.Text(role.Actor);
            writer.Date(role.From);
            writer.Date(role.Through);
            writer.EndRow();
        }
    }

    private static RoleAssignment? ReadRow(CellReader cells)
    {
        bool isWhole = TryGetName(cells, Role, out string role) & TryGetName(cells, Actor, out string actor);
        bool hasDays = cells.TryGetDate(From, out LocalDate from) & cells.TryGetDate(Through, out LocalDate through);
        if (hasDays && through < from)
        {
            hasDays = cells.Tell(Through, ImportIssueCode.ReversedValidity, "The last day is before the first one.");
        }

        isWhole &= hasDays;

        return isWhole ? new RoleAssignment(role, actor, from, through) : null;
    }

    /// <summary>A name of spaces alone is none.</summary>
    private static bool TryGetName(CellReader cells, int column, out string name) =>
        cells.TryGetText(column, out name)
        && (!string.IsNullOrWhiteSpace(name)
            || cells.Tell(column, ImportIssueCode.MissingValue, "The cell has spaces alone. Fill it."));
}
