using System.Collections.Immutable;

namespace CostCenters.Csv.Imports;

/// <summary>The JSON of a profile has mistakes; all of them are told.</summary>
public sealed class ProfileFormatException : FormatException
{
    internal ProfileFormatException(IEnumerable<ProfileFault> faults)
        : this([.. faults])
    {
    }

    private ProfileFormatException(ImmutableArray<ProfileFault> faults)
        : base(string.Join('\n', faults)) => Faults = faults;

    /// <summary>The mistakes, in the order of the text.</summary>
    public ImmutableArray<ProfileFault> Faults { get; }
}
