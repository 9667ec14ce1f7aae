using System.Globalization;
using CostCenters.Journals;

namespace CostCenters.Simulation.Tests;

/// <summary>What became of a command: the faults as <c>line kind</c>, in order.</summary>
internal sealed record Answer(CommandOutcome Outcome, long Position, string Faults)
{
    public static Answer Of(CommandResult result) => Of(
        result.Outcome, result.Position.Number, result.Faults.Select(fault => (fault.Line, fault.Kind)));

    public static Answer Of(
        CommandOutcome outcome, long position, IEnumerable<(int? Line, CommandFaultKind Kind)> faults) =>
        new(outcome, position, string.Join("; ", faults
            .OrderBy(fault => fault.Line)
            .ThenBy(fault => fault.Kind)
            .Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Line} {fault.Kind}"))));
}

/// <summary>What became of a file: the rejected rows as <c>line code</c>, and the document, if any.</summary>
internal sealed record ImportAnswer(long Accepted, long Rejected, string Issues, long? Position, bool WasKnown);
