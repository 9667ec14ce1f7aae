using System.Collections.Immutable;
using CostCenters.Cubes;

namespace CostCenters.Journals;

/// <summary>
/// Everything that is recorded, published in one reference: the entries, arrays that only grow beyond the count given
/// here, and the state of each projection after the last of them.
/// </summary>
internal sealed record JournalState(
    CubeSpace Space, JournalEntry[] Entries, int Count, ImmutableArray<object> Projections)
{
    public JournalPosition Position => new(Count);

    public ReadOnlySpan<JournalEntry> Recorded => Entries.AsSpan(0, Count);

    /// <summary>The latest entry of a kind, or null.</summary>
    public TEntry? LatestOf<TEntry>()
        where TEntry : JournalEntry
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (Entries[i] is TEntry found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Entries and space as of an earlier position; the projections are still those of this state.</summary>
    public JournalState AsOf(JournalPosition position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Position);
        int count = (int)position.Number;
        foreach (JournalEntry later in Recorded[count..])
        {
            if (later is StructureEntry structure)
            {
                return this with { Count = count, Space = structure.Before };
            }
        }

        return this with { Count = count };
    }
}

/// <summary>Where a journal keeps the state of one projection.</summary>
internal readonly record struct JournalSlot<TState>(int Index)
    where TState : class
{
    public TState In(JournalState state) => (TState)state.Projections[Index];
}
