namespace CostCenters.Reports.Tables;

/// <summary>A cell of a report: a number that its column explains, or nothing.</summary>
/// <remarks>Immutable.</remarks>
public readonly record struct ReportCell
{
    internal ReportCell(Int128 number) => Number = number;

    private ReportCell(bool isAbsent) => IsAbsent = isAbsent;

    /// <summary>An index into <see cref="ReportColumn.Texts"/>, or a count at <see cref="ReportColumn.Digits"/>; 0
    /// where there is nothing. In the columns <c>center</c> and <c>element</c> the index is that of the center or
    /// element in its space.</summary>
    public Int128 Number { get; }

    /// <summary>Whether there is nothing: no budget, no percentage of it, or no code in a row of other
    /// amounts.</summary>
    public bool IsAbsent { get; }

    internal static ReportCell Absent => new(isAbsent: true);
}
