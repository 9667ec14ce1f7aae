using CostCenters.Cubes;

namespace CostCenters.Journals;

/// <summary>The master data grew: centers, elements or validities were added.</summary>
public sealed record StructureEntry : JournalEntry
{
    internal StructureEntry(JournalPosition position, CommandStamp stamp, CubeSpace before, CubeSpace space)
        : base(position, stamp)
    {
        Before = before;
        Space = space;
    }

    /// <summary>The space from here on, which extends the one before.</summary>
    public CubeSpace Space { get; }

    /// <summary>The space up to here.</summary>
    internal CubeSpace Before { get; }

    /// <summary>Whether two entries have the same place and stamp; the spaces of two journals are never the same.
    /// </summary>
    public bool Equals(StructureEntry? other) => other is not null && base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    internal override void WriteTo(JournalWriter writer) => StructureLines.WriteExtension(writer, this, Before);
}
