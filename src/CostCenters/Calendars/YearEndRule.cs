namespace CostCenters.Calendars;

/// <summary>Which weekday ends a fiscal year of weeks.</summary>
public enum YearEndRule
{
    /// <summary>The last such weekday of the month.</summary>
    Last,

    /// <summary>The weekday nearest to the month's last day, which may lie up to three days after it.</summary>
    Nearest,
}
