namespace CostCenters.Reports;

/// <summary>With which period a report ends when its reader names none.</summary>
public enum ReportEnd
{
    /// <summary>
    /// The last one that has a budget, but not beyond the last one that has a posting. A year's budget against eight
    /// months of postings would show every cost as favorable.
    /// </summary>
    LastPosting,

    /// <summary>The last one that has a budget, posted or not.</summary>
    LastBudget,
}
