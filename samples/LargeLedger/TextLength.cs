namespace CostCenters.Samples.LargeLedger;

/// <summary>How long the texts of postings are.</summary>
internal enum TextLength
{
    /// <summary>No documents and texts.</summary>
    None,

    /// <summary>Some words, few of them quoted.</summary>
    Usual,

    /// <summary>200 bytes in quotes, with line ends.</summary>
    Long,
}
