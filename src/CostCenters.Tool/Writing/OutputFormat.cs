namespace CostCenters.Tool.Writing;

/// <summary>How the report is printed.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For spreadsheets and programs.</summary>
    Csv,

    /// <summary>For programs.</summary>
    Json,
}
