using CostCenters.Explanations;
using CostCenters.Reporting.Lines;

namespace CostCenters.Reporting.Sheets;

/// <summary>The trees that explain a difference, one below the other: each part below its whole.</summary>
internal sealed class ExplanationSheet(ReportFacts facts)
{
    private const int MostParts = SheetWriter.MostRows - SheetWriter.HeadRow;

    private readonly int digits = facts.Comparison.Space.Scale.Digits;

    /// <summary>Writes the sheet, if there is something to explain.</summary>
    public void Write(Workbook book)
    {
        if (facts.Document.Explanations.IsEmpty)
        {
            return;
        }

        SheetColumn[] columns =
        [
            SheetColumn.Text("Part", 60),
            SheetColumn.Text("Basis", 10),
            SheetColumn.Number("Amount"),
            SheetColumn.Text("Outcome", 13),
            SheetColumn.Text("Formula", 60),
        ];
        using SheetWriter sheet = book.Add("Why", columns, 1, CellStyles.MaxIndent);
        sheet.Heads("Why", "Where differences come from; the parts of each whole add up to it");
        foreach ((VarianceNode part, int depth) in Parts().Take(MostParts))
        {
            facts.Cancellation.ThrowIfCancellationRequested();
            sheet.Begin(depth);
            sheet.Text(part.Name, CellStyles.TextOf(part.Name, depth));
            sheet.Text(part.Basis == VarianceBasis.Cost ? "cost" : "profit", CellStyles.Plain);
            sheet.Number(part.Amount.RoundTo(digits, facts.Format.Rounding), CellStyles.Difference);
            sheet.Text(part.Outcome.ToString().ToLowerInvariant(), CellStyles.Plain);
            sheet.Text(part.Formula);
            sheet.End();
        }

        sheet.Finish();
    }

    /// <summary>Each whole before its parts, however deep they go.</summary>
    private IEnumerable<(VarianceNode Part, int Depth)> Parts()
    {
        var left = new Stack<(VarianceNode Part, int Depth)>();
        foreach (VarianceNode tree in facts.Document.Explanations)
        {
            left.Push((tree, 0));
            while (left.TryPop(out (VarianceNode Part, int Depth) next))
            {
                yield return next;
                foreach (VarianceNode part in next.Part.Children.Reverse())
                {
                    left.Push((part, next.Depth + 1));
                }
            }
        }
    }
}
