namespace CostCenters.DependencyInjection;

/// <summary>What is done about rows of files that cannot be read.</summary>
public enum RejectedRows
{
    /// <summary>The book is not opened.</summary>
    Refuse,

    /// <summary>The book is opened without them, and its issues name them.</summary>
    LeaveOut,
}
