using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CostCenters.Cubes;
using CostCenters.Reports;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Tells what does not fit between budget and postings, on standard error.</summary>
internal static class FindingMessages
{
    public static void Tell(ImmutableArray<Finding> findings, CubeSpace space)
    {
        // There may be a line for every cell of a book, so they are not told one by one.
        var text = new StringBuilder();
        foreach (IGrouping<FindingKind, Finding> kind in findings.GroupBy(finding => finding.Kind).OrderBy(g => g.Key))
        {
            string count = kind.Count().ToString(CultureInfo.InvariantCulture);
            text.AppendLine(CultureInfo.InvariantCulture, $"finding: {Title(kind.Key)} ({count})");
            foreach (Finding finding in kind)
            {
                string amount = finding.Amount.ToString($"N{space.Scale.Digits}", CultureInfo.InvariantCulture);
                string element = Printable.Short($"{finding.Element.Code} {finding.Element.Name}");
                text.AppendLine(Printable.OneLine($"  center {finding.Center.Code}, element {element}: {amount}"));
            }
        }

        Messages.Lines(text.ToString());
    }

    private static string Title(FindingKind kind) =>
        kind switch
        {
            FindingKind.PostingWithoutBudget => "postings without any budget in the range",
            FindingKind.BudgetWithoutPosting => "budgets without a posting in the range",
            FindingKind.UnreachableBudget => "budgets that no posting can reach, the center being closed or blocked",
            _ => "postings outside the range",
        };
}
