namespace CostCenters.Ledgers;

/// <summary>One reason why a ledger refused a command.</summary>
public sealed record PostingFault
{
    internal PostingFault(PostingFaultKind kind, int? line, string message)
    {
        Kind = kind;
        Line = line;
        Message = message;
    }

    /// <summary>What is wrong.</summary>
    public PostingFaultKind Kind { get; }

    /// <summary>
    /// Which posting of the document, 0 for the first; null when the document as a whole is at fault.
    /// </summary>
    public int? Line { get; }

    /// <summary>What was expected, what came and what to do.</summary>
    public string Message { get; }
}
