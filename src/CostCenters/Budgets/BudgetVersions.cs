using System.Collections.Immutable;
using System.Text.Json;
using CostCenters.Journals;

namespace CostCenters.Budgets;

/// <summary>The budget versions of a journal, each under its name and revision; added, and never changed.</summary>
/// <remarks>Commands run one after another with all others of the journal; any number of threads may read meanwhile.
/// </remarks>
public sealed class BudgetVersions : IJournalProjection
{
    private readonly Journal journal;
    private readonly JournalSlot<Versions> slot;

    /// <summary>Starts without versions.</summary>
    /// <param name="journal">A journal without entries and without other budget versions.</param>
    /// <exception cref="ArgumentNullException"><paramref name="journal"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The journal has entries, or budget versions.</exception>
    public BudgetVersions(Journal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        this.journal = journal;
        slot = journal.Attach(this, new Versions([]));
    }

    /// <summary>Adds a version.</summary>
    /// <param name="version">The version, over the space of the journal or over one that it extends.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where the same version with the same lines is
    /// there already. A version of the same name and revision with other lines is refused: give it the next revision.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The version is over another space.</exception>
    public CommandResult Add(BudgetVersion version, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            if (!journal.Space.Extends(version.Cube.Space))
            {
                throw new ArgumentException(
                    $"Budget '{version.Name}' is over another space than the journal.", nameof(version));
            }

            ImmutableArray<BudgetVersion> versions = In(journal.State);
            BudgetVersion? taken = versions.FirstOrDefault(other => other.Layer == version.Layer);
            return taken is null
                ? journal.Publish(
                    new BudgetEntry(journal.Next, stamp, version), slot, new Versions(versions.Add(version)))
                : taken.SaysTheSameAs(version)
                    ? CommandResult.AcceptedBefore(journal.Position)
                    : CommandResult.Refused(
                        journal.Position,
                        CommandFaultKind.BudgetVersionTaken,
                        $"{version.Layer} is there with other lines; give this one the next revision.");
        }
    }

    /// <summary>The versions as they are now, in the order in which they were added.</summary>
    public ImmutableArray<BudgetVersion> Snapshot() => In(journal.State);

    internal ImmutableArray<BudgetVersion> In(JournalState state) => slot.In(state).All;

    bool IJournalProjection.Owns(JsonElement entry) => entry.TryGetProperty("budget"u8, out _);

    CommandResult IJournalProjection.Restore(JsonElement entry, JournalReader reader, CommandStamp stamp) =>
        Add(BudgetLines.Read(entry, reader, journal.Space), stamp);

    private sealed record Versions(ImmutableArray<BudgetVersion> All);
}
