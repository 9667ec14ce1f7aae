using System.Collections.Immutable;

namespace CostCenters.Journals;

/// <summary>A command was refused whose caller expected no refusal; reports all reasons.</summary>
public sealed class CommandRefusedException : InvalidOperationException
{
    internal CommandRefusedException(ImmutableArray<CommandFault> faults)
        : base(string.Join("\n", faults.Select(fault => fault.Message))) =>
        Faults = faults;

    /// <summary>All reasons, in order of the lines of the command.</summary>
    public ImmutableArray<CommandFault> Faults { get; }
}
