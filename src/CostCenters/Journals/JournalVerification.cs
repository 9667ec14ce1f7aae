namespace CostCenters.Journals;

/// <summary>What <see cref="Journal.Verify"/> found.</summary>
/// <remarks>Immutable.</remarks>
public sealed record JournalVerification
{
    internal JournalVerification(long position, JournalHash head, long? firstBroken, string? message)
    {
        Position = new JournalPosition(Math.Max(position, 0));
        Head = head;
        FirstBroken = firstBroken is long number ? new JournalPosition(Math.Max(number, 0)) : null;
        Message = message;
    }

    /// <summary>Whether everything is as it was written.</summary>
    public bool IsIntact => FirstBroken is null;

    /// <summary>The last entry that is as it was written.</summary>
    public JournalPosition Position { get; }

    /// <summary>Its hash.</summary>
    public JournalHash Head { get; }

    /// <summary>The first entry that was altered, dropped, inserted, moved or cut off; 0 is what the journal starts
    /// from; null where everything is as it was written.</summary>
    public JournalPosition? FirstBroken { get; }

    /// <summary>What was expected and what came, or null.</summary>
    public string? Message { get; }
}
