using System.Collections.Immutable;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Cubes;
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
    /// there already. A version of the same name and revision with other lines is refused: give it the next revision;
    /// one over an earlier space is refused where a line is no longer valid in that of the journal.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The version is over another space.</exception>
    public CommandResult Add(BudgetVersion version, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            return AddLocked(version, stamp);
        }
    }

    /// <summary>The versions as they are now, in the order in which they were added.</summary>
    public ImmutableArray<BudgetVersion> Snapshot() => In(journal.State);

    /// <summary>Adds a version while the caller keeps other commands out.</summary>
    internal CommandResult AddLocked(BudgetVersion version, CommandStamp stamp)
    {
        if (!journal.Space.Extends(version.Cube.Space))
        {
            throw new ArgumentException(
                $"Budget '{version.Name}' is over another space than the journal.", nameof(version));
        }

        ImmutableArray<BudgetVersion> versions = In(journal.State);
        BudgetVersion? taken = versions.FirstOrDefault(other => other.Layer == version.Layer);
        if (taken is not null)
        {
            return taken.SaysTheSameAs(version)
                ? CommandResult.AcceptedBefore(PositionOf(taken))
                : CommandResult.Refused(
                    journal.Position,
                    CommandFaultKind.BudgetVersionTaken,
                    $"{version.Layer} is there with other lines; give this one the next revision.");
        }

        ImmutableArray<CommandFault> faults =
            ReferenceEquals(journal.Space, version.Cube.Space) ? [] : FaultsOf(version, journal.Space);
        return faults.IsEmpty
            ? journal.Publish(
                new BudgetEntry(journal.Next, stamp, version), slot, new Versions(versions.Add(version)))
            : CommandResult.Refused(journal.Position, faults);
    }

    internal ImmutableArray<BudgetVersion> In(JournalState state) => slot.In(state).All;

    bool IJournalProjection.Owns(JsonProperty kind) => kind.NameEquals("budget"u8);

    CommandResult IJournalProjection.Restore(JsonElement entry, JournalReader reader, CommandStamp stamp) =>
        Add(BudgetLines.Read(entry, reader, journal.Space), stamp);

    private JournalPosition PositionOf(BudgetVersion version)
    {
        foreach (JournalEntry entry in journal.State.Recorded)
        {
            if (entry is BudgetEntry budget && ReferenceEquals(budget.Version, version))
            {
                return budget.Position;
            }
        }

        return journal.Position;
    }

    /// <summary>The lines of a version over an earlier space that the validities of today no longer take: they could
    /// not be read back.</summary>
    private static ImmutableArray<CommandFault> FaultsOf(BudgetVersion version, CubeSpace space)
    {
        var rules = new BudgetRules(space);
        var faults = ImmutableArray.CreateBuilder<CommandFault>();
        for (int i = 0; i < version.Lines.Length; i++)
        {
            BudgetLine line = version.Lines[i];
            ImmutableArray<FiscalPeriod> periods =
                line.Period is FiscalPeriod one ? [one] : space.Calendar.GetYear(line.Year).Periods;
            int first = space.Calendar.OrdinalOf(periods[0]);
            if (!rules.IsCenterValid(space.Centers.IndexOf(line.Center), first, periods.Length))
            {
                Tell(CommandFaultKind.CenterNotValid, i, $"center '{line.Center}'");
            }

            if (!rules.IsElementValid(space.Elements.IndexOf(line.Element), first, periods.Length))
            {
                Tell(CommandFaultKind.ElementNotValid, i, $"element '{line.Element}'");
            }
        }

        return faults.ToImmutable();

        void Tell(CommandFaultKind kind, int line, string what) => faults.Add(new CommandFault(
            kind,
            line,
            FormattableString.Invariant($"Line {line}: {what} is no longer valid on the last day of its periods.")));
    }

    private sealed record Versions(ImmutableArray<BudgetVersion> All);
}
