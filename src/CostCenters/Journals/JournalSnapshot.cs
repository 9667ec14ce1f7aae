using CostCenters.Cubes;

namespace CostCenters.Journals;

/// <summary>A journal as it stood at one position.</summary>
/// <remarks>Immutable; made in constant time, and safe to read from any thread while the journal goes on.</remarks>
public sealed class JournalSnapshot
{
    private readonly Journal journal;
    private readonly JournalState state;

    internal JournalSnapshot(Journal journal, JournalState state)
    {
        this.journal = journal;
        this.state = state;
    }

    /// <summary>The space after the last entry.</summary>
    public CubeSpace Space => state.Space;

    /// <summary>The last command that this snapshot knows.</summary>
    public JournalPosition Position => state.Position;

    /// <summary>The hash of the last entry: kept elsewhere, it proves later that nothing was altered or cut
    /// off.</summary>
    /// <remarks>Computed when it is first asked for, in proportion to what has been recorded since the last time.
    /// </remarks>
    public JournalHash Head => HashAt(Position);

    /// <summary>The audit trail: one entry for each command, in order.</summary>
    public IEnumerable<JournalEntry> Entries()
    {
        for (int i = 0; i < state.Count; i++)
        {
            yield return state.Entries[i];
        }
    }

    /// <summary>The hash of an entry; see <see cref="Head"/>.</summary>
    /// <param name="position">A position up to this snapshot's; the default one for what the journal starts
    /// from.</param>
    /// <param name="cancellation">Ends the work; what was computed is kept for the next time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is later than this snapshot's.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public JournalHash HashAt(JournalPosition position, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Position);
        return journal.HashAt(state, position, cancellation);
    }

    /// <summary>Writes the journal; see <see cref="Journal"/> for the form.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellation">Ends the writing after some whole entries.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public void WriteTo(Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        var writer = new JournalWriter(stream, default);
        writer.WriteStart(journal.Name, journal.Start);
        foreach (JournalEntry entry in Entries())
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Append(entry);
        }
    }
}
