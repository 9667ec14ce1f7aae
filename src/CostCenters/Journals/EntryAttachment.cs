namespace CostCenters.Journals;

/// <summary>What a projection adds to the entry of another, such as what a document takes over from orders.</summary>
/// <remarks>An entry with an attachment is read back by the projection that attached it. Immutable.</remarks>
internal abstract record EntryAttachment
{
    /// <summary>Adds fields to the first line of the entry.</summary>
    public abstract void WriteFields(CanonicalJson json);

    /// <summary>Writes the lines that come before those of the entry itself.</summary>
    public abstract void WriteLines(JournalWriter writer);
}
