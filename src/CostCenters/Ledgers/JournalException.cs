namespace CostCenters.Ledgers;

/// <summary>A journal cannot be read back: a line is damaged or missing, or the ledger refuses its command.</summary>
public sealed class JournalException : FormatException
{
    internal JournalException(long line, string message, Exception? inner = null)
        : base(FormattableString.Invariant($"Journal line {line}: {message}"), inner) =>
        Line = line;

    /// <summary>The line of the journal, 1 for the first.</summary>
    public long Line { get; }
}
