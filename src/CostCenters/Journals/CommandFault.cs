namespace CostCenters.Journals;

/// <summary>One reason why a command was refused.</summary>
public sealed record CommandFault
{
    internal CommandFault(CommandFaultKind kind, int? line, string message)
    {
        Kind = kind;
        Line = line;
        Message = message;
    }

    /// <summary>What is wrong.</summary>
    public CommandFaultKind Kind { get; }

    /// <summary>
    /// Which line of the command (a posting of a document, a line of a budget version), 0 for the first; null when the
    /// command as a whole is at fault.
    /// </summary>
    public int? Line { get; }

    /// <summary>What was expected, what came and what to do.</summary>
    public string Message { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CommandFault), (nameof(Kind), Kind), (nameof(Line), Line), (nameof(Message), Message));
}
