using CostCenters.Csv.Rows;
using CostCenters.Reports;

namespace CostCenters.Csv;

/// <summary>Writes findings, one a line: <c>kind,center,element,amount</c>.</summary>
/// <remarks>
/// In the order in which they come, which is that of the report. UTF-8 without byte order mark, LF; without a finding
/// the header stands alone.
/// </remarks>
public static class FindingsCsv
{
    private static readonly string[] Columns = ["kind", "center", "element", "amount"];

    /// <summary>Writes findings while they are found; no list of them is made.</summary>
    /// <param name="findings">The findings, such as <see cref="FindingSearch.Enumerate"/> gives them.</param>
    /// <param name="digits">The decimals of their amounts.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(IEnumerable<Finding> findings, int digits, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Columns, leaveOpen: true);
        foreach (Finding finding in findings)
        {
            writer.Code(CodeOf(finding.Kind));
            writer.Code(finding.Center.Code.Value);
            writer.Code(finding.Element.Code.Value);
            writer.Amount(finding.Amount, digits);
            writer.EndRow();
        }
    }

    /// <summary>The stable name of a kind in files, such as <c>posting-without-budget</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of its values.</exception>
    public static string CodeOf(FindingKind kind) =>
        kind switch
        {
            FindingKind.PostingWithoutBudget => "posting-without-budget",
            FindingKind.BudgetWithoutPosting => "budget-without-posting",
            FindingKind.UnreachableBudget => "unreachable-budget",
            FindingKind.PostingOutsideRange => "posting-outside-range",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of finding."),
        };
}
