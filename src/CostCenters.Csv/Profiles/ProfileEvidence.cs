namespace CostCenters.Csv.Profiles;

/// <summary>What the names and formats of a built-in profile rest on.</summary>
public enum ProfileEvidence
{
    /// <summary>Real files, whose sums come out.</summary>
    RealFile,

    /// <summary>A file of that form, made up or in part.</summary>
    SampleFile,

    /// <summary>Programs that write or read such files.</summary>
    Program,
}
