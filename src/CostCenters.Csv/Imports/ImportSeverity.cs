namespace CostCenters.Csv.Imports;

/// <summary>What an import issue did to the import.</summary>
public enum ImportSeverity
{
    /// <summary>Nothing was rejected; something is told, such as a column that was ignored.</summary>
    Note = 0,

    /// <summary>The row was rejected whole.</summary>
    RowRejected = 1,

    /// <summary>The file was not read, or not to its end; nothing of it counts.</summary>
    FileStopped = 2,
}
