using System.Collections.Immutable;

namespace CostCenters.Structure;

/// <summary>Master data that cannot be built into a hierarchy or a chart; tells all faults.</summary>
public sealed class StructureException : InvalidOperationException
{
    internal StructureException(ImmutableArray<StructureFault> faults)
        : base(string.Join("\n", faults.Select(fault => fault.Message))) =>
        Faults = faults;

    /// <summary>All faults, in order of the rows.</summary>
    public ImmutableArray<StructureFault> Faults { get; }
}
