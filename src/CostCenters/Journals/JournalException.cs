namespace CostCenters.Journals;

/// <summary>A journal cannot be read back: a line is damaged or missing, or its command is refused.</summary>
public sealed class JournalException : FormatException
{
    internal JournalException(long line, string message, Exception? inner = null)
        : base(FormattableString.Invariant($"Journal line {line}: {message}"), inner) =>
        Line = line;

    /// <summary>The line of the journal, 1 for the first.</summary>
    public long Line { get; }

    /// <summary>Whether the journal ends inside an entry, as after a crash, and is whole up to there.</summary>
    public bool IsTorn { get; internal init; }
}
