namespace CostCenters.Csv.Bulk;

/// <summary>How wide the separators of a file are sought; every width finds the same.</summary>
internal enum ScanWidth
{
    /// <summary>The widest that the machine has.</summary>
    Widest,

    /// <summary>Byte by byte.</summary>
    Plain,

    /// <summary>By vectors of 32 bytes.</summary>
    Bits256,

    /// <summary>By vectors of 64 bytes.</summary>
    Bits512,
}
