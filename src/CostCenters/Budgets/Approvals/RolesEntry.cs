using System.Collections.Immutable;
using CostCenters.Journals;
using NodaTime.Text;

namespace CostCenters.Budgets.Approvals;

/// <summary>It was set who holds which role.</summary>
public sealed record RolesEntry : JournalEntry
{
    internal RolesEntry(
        JournalPosition position, CommandStamp stamp, ImmutableArray<RoleAssignment> assignments)
        : base(position, stamp) =>
        Assignments = assignments;

    /// <summary>Who holds which role from here on.</summary>
    public ImmutableArray<RoleAssignment> Assignments { get; }

    /// <summary>Whether two entries have the same place, stamp and roles.</summary>
    public bool Equals(RolesEntry? other) =>
        other is not null && base.Equals(other) && Assignments.SequenceEqual(other.Assignments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Assignments.Length);

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this).Number("roles"u8, Assignments.Length);
        writer.EndLine();
        foreach (RoleAssignment assignment in Assignments)
        {
            writer.BeginLine()
                .Text("role"u8, assignment.Role)
                .Text("actor"u8, assignment.Actor)
                .Text("from"u8, LocalDatePattern.Iso.Format(assignment.From))
                .Text("through"u8, LocalDatePattern.Iso.Format(assignment.Through));
            writer.EndLine();
        }
    }
}
