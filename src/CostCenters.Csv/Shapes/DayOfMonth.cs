namespace CostCenters.Csv.Shapes;

/// <summary>Which day stands for a month of which the file names no day.</summary>
public enum DayOfMonth
{
    /// <summary>The first day.</summary>
    First,

    /// <summary>The last day.</summary>
    Last,
}
