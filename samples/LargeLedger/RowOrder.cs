namespace CostCenters.Samples.LargeLedger;

/// <summary>In which order postings stand.</summary>
internal enum RowOrder
{
    /// <summary>By date.</summary>
    Date,

    /// <summary>None.</summary>
    Random,

    /// <summary>By center, and the dates of each in none.</summary>
    Center,
}
