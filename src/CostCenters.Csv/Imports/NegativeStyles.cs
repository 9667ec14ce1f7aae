namespace CostCenters.Csv.Imports;

/// <summary>The ways in which a file may write a negative number; one number uses one of them.</summary>
[Flags]
public enum NegativeStyles
{
    /// <summary>No negative numbers.</summary>
    None = 0,

    /// <summary><c>-987.65</c>.</summary>
    LeadingMinus = 1,

    /// <summary><c>987.65-</c>, as SAP lists print it.</summary>
    TrailingMinus = 2,

    /// <summary><c>(987.65)</c>, as accountants write it.</summary>
    Parentheses = 4,
}
