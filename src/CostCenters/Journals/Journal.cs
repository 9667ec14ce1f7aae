using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime.Text;

namespace CostCenters.Journals;

/// <summary>
/// The one record of a book: every accepted command as an entry, with who and when, appended and never changed.
/// </summary>
/// <remarks>
/// <para>Ledger, budgets and key figures are projections of a journal: a command is checked by one of them and appended
/// here, and a snapshot of the journal is a consistent cut through all of them.</para>
/// <para>Written form: one JSON object a line, UTF-8, LF, each always the same bytes for the same contents. First comes
/// what the journal starts from: a line with its name, currency, digits and calendar, and the master data. Then come
/// the entries: a line with position, instant, actor and what was done, and further lines such as the postings of a
/// document. The start and every entry end with a line <c>{"hash":"..."}</c>: the SHA-256 of the hash before it (32
/// bytes, all 0 at the start) followed by the lines of the entry. So every change of a written journal is found by
/// <see cref="Verify"/>, and a hash that is kept elsewhere proves that nothing was cut off.</para>
/// <para>Thread safety: commands run one after another, over everything that a book holds; any number of threads may
/// take and read snapshots meanwhile without waiting.</para>
/// </remarks>
public sealed partial class Journal
{
    private readonly Lock writing = new();
    private readonly JournalChain chain;
    private readonly List<IJournalProjection> projections = [];
    private JournalState state;

    /// <summary>Creates an empty journal.</summary>
    /// <param name="name">What it is the journal of, such as the name of a company; may be empty.</param>
    /// <param name="space">The master data that it starts from.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has a NUL or half of a surrogate pair.</exception>
    public Journal(string name, CubeSpace space)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(space);
        Name = WholeText.Require(name);
        Start = space;
        chain = new JournalChain(name, space);
        state = new JournalState(space, [], 0, []);
    }

    /// <summary>What it is the journal of.</summary>
    public string Name { get; }

    /// <summary>The master data as it is now.</summary>
    public CubeSpace Space => State.Space;

    /// <summary>The last command.</summary>
    public JournalPosition Position => State.Position;

    /// <summary>The master data that the journal started from.</summary>
    internal CubeSpace Start { get; }

    internal JournalState State => Volatile.Read(ref state);

    /// <summary>The journal as it is now; in constant time, and never changed by later commands.</summary>
    public JournalSnapshot Snapshot() => new(this, State);

    /// <summary>Lets the master data grow: everything recorded goes on in the extended space.</summary>
    /// <param name="centers">All centers so far, in the same places, and perhaps more or with other validities; see
    /// <see cref="CenterHierarchy.ToBuilder"/>.</param>
    /// <param name="elements">All elements so far, in the same places, and perhaps more.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where nothing is new. Postings and budgets
    /// accepted under an earlier validity stay.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The master data is no extension; see <see cref="CubeSpace.Extend"/>.
    /// </exception>
    public CommandResult Extend(CenterHierarchy centers, ElementChart elements, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        using (Enter())
        {
            return ExtendLocked(state.Space.Extend(centers, elements), stamp);
        }
    }

    internal JournalHash HashAt(JournalState known, JournalPosition position, CancellationToken cancellation) =>
        chain.HashAt(known, position, cancellation);

    /// <summary>Makes room for the state of a projection; before any command.</summary>
    internal JournalSlot<TState> Attach<TState>(IJournalProjection projection, TState empty)
        where TState : class
    {
        using (Enter())
        {
            if (state.Count > 0 || projections.Exists(other => other.GetType() == projection.GetType()))
            {
                throw new InvalidOperationException("A journal has one projection of a kind, from its start on.");
            }

            projections.Add(projection);
            Volatile.Write(ref state, state with { Projections = state.Projections.Add(empty) });
            return new JournalSlot<TState>(projections.Count - 1);
        }
    }

    /// <summary>Makes room for a projection whose state follows the entries, and is told of none by itself.</summary>
    internal void Attach(IJournalProjection projection) => Attach(projection, empty: projection);

    /// <summary>
    /// Commands run one after another; one that came out of the lines of another would write to the same places.
    /// </summary>
    internal Lock.Scope Enter()
    {
        if (writing.IsHeldByCurrentThread)
        {
            throw new InvalidOperationException("The lines of a command gave another command to the same journal.");
        }

        // Looked at inside: while another command is being written, the chain is not whole yet.
        Lock.Scope scope = writing.EnterScope();
        try
        {
            chain.RequireWhole();
            return scope;
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    /// <summary>The number of the entry that is accepted next; inside <see cref="Enter"/>.</summary>
    internal JournalPosition Next => new(state.Count + 1);

    internal CommandResult Publish<TState>(JournalEntry entry, JournalSlot<TState> slot, TState next)
        where TState : class =>
        Publish(entry, state with { Projections = state.Projections.SetItem(slot.Index, next) });

    /// <summary>Publishes an entry that its projection keeps no state of its own for.</summary>
    internal CommandResult Publish(JournalEntry entry) => Publish(entry, state);

    private CommandResult ExtendLocked(CubeSpace space, CommandStamp stamp) =>
        HasNews(state.Space, space)
            ? Publish(new StructureEntry(Next, stamp, state.Space, space), state with { Space = space })
            : CommandResult.AcceptedBefore(state.Position);

    /// <summary>Readers see the new state whole or not at all: it is one reference, written last.</summary>
    private CommandResult Publish(JournalEntry entry, JournalState next)
    {
        if (state.Count > 0 && state.Entries[state.Count - 1].Stamp is { } last && entry.Stamp.At < last.At)
        {
            return CommandResult.Refused(
                state.Position,
                CommandFaultKind.InstantBeforeLast,
                $"The command is of {InstantPattern.ExtendedIso.Format(entry.Stamp.At)}, which is before the "
                    + $"last entry, of {InstantPattern.ExtendedIso.Format(last.At)}; hand in the same or a later one.");
        }

        chain.Append(entry);
        JournalEntry[] entries = next.Entries;
        if (next.Count == entries.Length)
        {
            Array.Resize(ref entries, Math.Max(16, entries.Length * 2));
        }

        entries[next.Count] = entry;
        Volatile.Write(ref state, next with { Entries = entries, Count = next.Count + 1 });
        foreach (IJournalProjection projection in projections)
        {
            projection.Follow(entry);
        }

        return CommandResult.Accepted(entry.Position);
    }

    private static bool HasNews(CubeSpace before, CubeSpace space) =>
        before.Elements.Elements.Length != space.Elements.Elements.Length
        || before.Centers.Centers.Length != space.Centers.Centers.Length
        || !before.Elements.Elements.SequenceEqual(space.Elements.Elements)
        || before.Centers.Centers.Zip(space.Centers.Centers)
            .Any(pair => !pair.First.Validities.SequenceEqual(pair.Second.Validities));
}
