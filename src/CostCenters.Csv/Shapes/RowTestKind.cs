namespace CostCenters.Csv.Shapes;

/// <summary>What a <see cref="RowTest"/> asks.</summary>
public enum RowTestKind
{
    /// <summary>Whether the text is one of some.</summary>
    Is,

    /// <summary>Whether the text starts with one of some.</summary>
    StartsWith,

    /// <summary>Whether one of some stands in the text.</summary>
    Contains,

    /// <summary>Whether there is no text.</summary>
    IsEmpty,

    /// <summary>Whether two tests say yes.</summary>
    And,

    /// <summary>Whether one of two tests says yes.</summary>
    Or,

    /// <summary>Whether another test says no.</summary>
    Not,

    /// <summary>Whether the text is a whole number between two others.</summary>
    Between,
}
