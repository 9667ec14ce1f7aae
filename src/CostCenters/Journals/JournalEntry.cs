namespace CostCenters.Journals;

/// <summary>What a command did: the audit trail has one entry for each position.</summary>
/// <remarks>Immutable.</remarks>
public abstract record JournalEntry
{
    private protected JournalEntry(JournalPosition position, CommandStamp stamp)
    {
        Position = position;
        Stamp = stamp;
    }

    /// <summary>The number that the journal gave.</summary>
    public JournalPosition Position { get; }

    /// <summary>Who, and when by the caller's clock.</summary>
    public CommandStamp Stamp { get; }

    /// <summary>Writes the fields that make the entry what it is, and its further lines.</summary>
    internal abstract void WriteTo(JournalWriter writer);
}
