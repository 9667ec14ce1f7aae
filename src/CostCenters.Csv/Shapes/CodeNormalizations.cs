namespace CostCenters.Csv.Shapes;

/// <summary>The ways to bring codes into one form.</summary>
[Flags]
public enum CodeNormalizations
{
    /// <summary>As they stand.</summary>
    None = 0,

    /// <summary>No-break and other unusual spaces become plain ones, and characters without width are taken off.
    /// </summary>
    Spaces = 1,

    /// <summary>White space around the code is taken off.</summary>
    Trim = 2,

    /// <summary>One composed form for letters with accents (NFC).</summary>
    Compose = 4,

    /// <summary>Capital letters, by the rules of no language.</summary>
    UpperCase = 8,

    /// <summary>Leading zeros are taken off; of zeros alone one is left.</summary>
    WithoutLeadingZeros = 16,
}
