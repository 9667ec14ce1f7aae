using System.Collections.Immutable;

namespace CostCenters.Csv.Imports;

/// <summary>What an import took from one file.</summary>
public sealed class ImportedFile
{
    internal ImportedFile(
        string name,
        ImportCounts counts,
        ImmutableArray<RoundingRest> roundingRests,
        ImmutableArray<SetAsideRows> setAside)
    {
        SetAside = setAside;
        Name = name;
        Counts = counts;
        RoundingRests = roundingRests;
    }

    /// <summary>The name of the file, relative with <c>/</c>.</summary>
    public string Name { get; }

    /// <summary>The data rows of the file.</summary>
    public ImportCounts Counts { get; }

    /// <summary>The rejected rows whose faults are not among the issues: those after the first, where a most was named.
    /// </summary>
    public long Untold { get; internal init; }

    /// <summary>The rows that were set aside, by reason in ordinal order; empty where none was.</summary>
    public ImmutableArray<SetAsideRows> SetAside { get; }

    /// <summary>What rounding changed, per column in contract order; empty where nothing was rounded.</summary>
    public ImmutableArray<RoundingRest> RoundingRests { get; }
}
