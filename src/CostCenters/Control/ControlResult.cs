using CostCenters.Control.Checks;
using CostCenters.Journals;

namespace CostCenters.Control;

/// <summary>What became of a document, and what the rules said of it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ControlResult
{
    internal ControlResult(CommandResult command, AvailabilityCheck check)
    {
        Command = command;
        Check = check;
    }

    /// <summary>Whether it was accepted, and at which position.</summary>
    public CommandResult Command { get; }

    /// <summary>What the rules said before it was accepted or refused; of a document that was accepted before, the
    /// verdict it had then.</summary>
    public AvailabilityCheck Check { get; }

    /// <summary>The position, for callers who expect no refusal.</summary>
    /// <exception cref="CommandRefusedException">The document was refused; reports all reasons.</exception>
    public JournalPosition GetOrThrow() => Command.GetOrThrow();
}
