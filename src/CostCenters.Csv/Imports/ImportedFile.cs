using System.Collections.Immutable;

namespace CostCenters.Csv.Imports;

/// <summary>What an import took from one file.</summary>
public sealed class ImportedFile
{
    internal ImportedFile(string name, ImportCounts counts, ImmutableArray<RoundingRest> roundingRests)
    {
        Name = name;
        Counts = counts;
        RoundingRests = roundingRests;
    }

    /// <summary>The name of the file, relative with <c>/</c>.</summary>
    public string Name { get; }

    /// <summary>The data rows of the file.</summary>
    public ImportCounts Counts { get; }

    /// <summary>What rounding changed, per column in contract order; empty where nothing was rounded.</summary>
    public ImmutableArray<RoundingRest> RoundingRests { get; }
}
