using System.Globalization;
using System.Text;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tool.Views;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Reading;

/// <summary>What does not fit between budget and postings: in short on standard error, and whole in a file.</summary>
internal sealed class BookFindings(Comparison comparison, CenterTree tree)
{
    private readonly int digits = comparison.Space.Scale.Digits;
    private readonly NumberText numbers = new(comparison.Space.Scale.Digits);

    /// <summary>Tells how many findings there are of each kind, their sum and the largest.</summary>
    /// <param name="mostTold">How many of each kind are told, 0 or more.</param>
    /// <param name="isWrittenToo">Whether a file has all of them.</param>
    public void Tell(int mostTold, bool isWrittenToo)
    {
        FindingSummary summary = Messages.WhileShowing("Looking for findings", _ => FindingSearch.Summarize(
            comparison, tree, CenterPeriodSet.Empty, mostTold, Environment.ProcessorCount));
        var text = new StringBuilder();
        foreach (FindingGroup group in summary.Groups)
        {
            string count = group.Count.ToString("N0", CultureInfo.InvariantCulture);
            string largest = mostTold == 0 ? "" : group.Count > mostTold ? $", the {mostTold} largest:" : ":";
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"finding: {Title(group.Kind)} ({count}), sum {Number(group.Sum)}{largest}");
            foreach (Finding finding in group.Largest)
            {
                string element = Printable.Short($"{finding.Element.Code} {finding.Element.Name}");
                string line = $"  center {finding.Center.Code}, element {element}: {Number(finding.Amount)}";
                text.AppendLine(Printable.OneLine(line));
            }
        }

        if (!isWrittenToo && summary.Groups.Any(group => group.Count > group.Largest.Length))
        {
            text.AppendLine("note: --findings FILE writes every finding.");
        }

        Messages.Lines(text.ToString());
    }

    /// <summary>Writes every finding, one a line.</summary>
    public void Write(Stream stream) =>
        FindingsCsv.Write(FindingSearch.Enumerate(comparison, tree, CenterPeriodSet.Empty), digits, stream);

    private string Number(decimal amount) => numbers.Amount(amount);

    private static string Title(FindingKind kind) =>
        kind switch
        {
            FindingKind.PostingWithoutBudget => "postings without any budget in the range",
            FindingKind.BudgetWithoutPosting => "budgets without a posting in the range",
            FindingKind.UnreachableBudget => "budgets that no posting can reach, the center being closed or blocked",
            _ => "postings outside the range",
        };
}
