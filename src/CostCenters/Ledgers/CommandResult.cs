using System.Collections.Immutable;

namespace CostCenters.Ledgers;

/// <summary>What a ledger did with a command, and why if it refused it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class CommandResult
{
    private CommandResult(CommandOutcome outcome, Moment moment, ImmutableArray<PostingFault> faults)
    {
        Outcome = outcome;
        Moment = moment;
        Faults = faults;
    }

    /// <summary>What the ledger did.</summary>
    public CommandOutcome Outcome { get; }

    /// <summary>The moment of the command, or of the earlier one that did the same; for a refusal the ledger's last
    /// moment.</summary>
    public Moment Moment { get; }

    /// <summary>The reasons of a refusal, in order of the postings; else empty. Of a document with very many faults the
    /// first 10,000 or so are told.</summary>
    public ImmutableArray<PostingFault> Faults { get; }

    /// <summary>The moment, for callers who expect no refusal.</summary>
    /// <exception cref="LedgerRefusalException">The command was refused; tells all reasons.</exception>
    public Moment GetOrThrow() =>
        Outcome == CommandOutcome.Refused ? throw new LedgerRefusalException(Faults) : Moment;

    internal static CommandResult Taken(Moment moment) => new(CommandOutcome.Taken, moment, []);

    internal static CommandResult TakenBefore(Moment moment) => new(CommandOutcome.TakenBefore, moment, []);

    internal static CommandResult Refused(Moment last, ImmutableArray<PostingFault> faults) =>
        new(CommandOutcome.Refused, last, faults);
}
