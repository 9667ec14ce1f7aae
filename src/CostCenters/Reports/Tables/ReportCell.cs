namespace CostCenters.Reports.Tables;

/// <summary>A cell of a report: a number that its column explains, or nothing.</summary>
/// <remarks>Immutable.</remarks>
public readonly record struct ReportCell
{
    internal ReportCell(Int128 number, bool isAbsent)
    {
        Number = number;
        IsAbsent = isAbsent;
    }

    /// <summary>An index into <see cref="ReportColumn.Texts"/>, or a count at <see cref="ReportColumn.Digits"/>; 0
    /// where there is nothing.</summary>
    public Int128 Number { get; }

    /// <summary>Whether there is nothing: no budget, or no percentage of it.</summary>
    public bool IsAbsent { get; }
}
