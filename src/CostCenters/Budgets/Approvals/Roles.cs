using System.Collections.Immutable;
using System.Text.Json;
using CostCenters.Journals;
using NodaTime;

namespace CostCenters.Budgets.Approvals;

/// <summary>Who may approve budgets and override rules: the roles of a journal.</summary>
/// <remarks>Commands run one after another with all others of the journal; any number of threads may read meanwhile.
/// Who may set roles is the host's to decide.</remarks>
public sealed class Roles : IJournalProjection
{
    private readonly Journal journal;
    private readonly JournalSlot<Held> slot;

    /// <summary>Starts without roles.</summary>
    /// <param name="journal">A journal without entries and without other roles.</param>
    /// <exception cref="ArgumentNullException"><paramref name="journal"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The journal has entries, or roles.</exception>
    public Roles(Journal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        this.journal = journal;
        slot = journal.Attach(this, new Held([]));
    }

    /// <summary>Sets who holds which role from here on, instead of everything set before.</summary>
    /// <param name="assignments">The roles; copied.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where nothing changes.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An assignment is null.</exception>
    public CommandResult Set(IEnumerable<RoleAssignment> assignments, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        ArgumentNullException.ThrowIfNull(stamp);
        ImmutableArray<RoleAssignment> copy = [.. assignments];
        if (copy.Contains(null!))
        {
            throw new ArgumentException("An assignment is null.", nameof(assignments));
        }

        using (journal.Enter())
        {
            return slot.In(journal.State).All.SequenceEqual(copy)
                ? CommandResult.AcceptedBefore(journal.Position)
                : journal.Publish(new RolesEntry(journal.Next, stamp, copy), slot, new Held(copy));
        }
    }

    /// <summary>Who holds which role now, in the order in which it was set.</summary>
    public ImmutableArray<RoleAssignment> Snapshot() => slot.In(journal.State).All;

    /// <summary>Whether somebody holds a role now.</summary>
    /// <param name="role">The role.</param>
    /// <param name="stamp">Who, and when: the day in Coordinated Universal Time counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    public bool Holds(string role, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        LocalDate day = stamp.At.InUtc().Date;
        return Snapshot().Any(assignment => assignment.Role == role
            && assignment.Actor == stamp.Actor
            && assignment.From <= day
            && day <= assignment.Through);
    }

    bool IJournalProjection.Owns(JsonProperty kind) => kind.NameEquals("roles"u8);

    CommandResult IJournalProjection.Restore(JsonElement entry, JournalReader reader, CommandStamp stamp)
    {
        var assignments = new List<RoleAssignment>();
        while (reader.TryReadLine(out JsonElement line))
        {
            assignments.Add(new RoleAssignment(
                reader.Text(line, "role"),
                reader.Text(line, "actor"),
                reader.Date(line, "from"),
                reader.Date(line, "through")));
        }

        return Set(assignments, stamp);
    }

    private sealed record Held(ImmutableArray<RoleAssignment> All);
}
