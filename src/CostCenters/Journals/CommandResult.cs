using System.Collections.Immutable;

namespace CostCenters.Journals;

/// <summary>What became of a command, and why if it was refused: the one answer of ledger, budgets and books.</summary>
/// <remarks>Immutable.</remarks>
public sealed class CommandResult
{
    private CommandResult(CommandOutcome outcome, JournalPosition position, ImmutableArray<CommandFault> faults)
    {
        Outcome = outcome;
        Position = position;
        Faults = faults;
    }

    /// <summary>What became of the command.</summary>
    public CommandOutcome Outcome { get; }

    /// <summary>The position of the command in its journal, or of the earlier one that did the same; for a refusal the
    /// last position of the journal.</summary>
    public JournalPosition Position { get; }

    /// <summary>The reasons of a refusal, in order of the lines of the command; else empty. Of a document with very
    /// many faults the first 10,000 or so are reported.</summary>
    public ImmutableArray<CommandFault> Faults { get; }

    /// <summary>The position, for callers who expect no refusal.</summary>
    /// <exception cref="CommandRefusedException">The command was refused; reports all reasons.</exception>
    public JournalPosition GetOrThrow() =>
        Outcome == CommandOutcome.Refused ? throw new CommandRefusedException(Faults) : Position;

    internal static CommandResult Accepted(JournalPosition position) => new(CommandOutcome.Accepted, position, []);

    internal static CommandResult AcceptedBefore(JournalPosition position) =>
        new(CommandOutcome.AcceptedBefore, position, []);

    internal static CommandResult Refused(JournalPosition last, ImmutableArray<CommandFault> faults) =>
        new(CommandOutcome.Refused, last, faults);

    internal static CommandResult Refused(JournalPosition last, CommandFaultKind kind, string message) =>
        Refused(last, [new CommandFault(kind, null, message)]);
}
