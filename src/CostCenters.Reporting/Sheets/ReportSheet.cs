using CostCenters.Explanations;
using CostCenters.Reporting.Lines;
using CostCenters.Reports;

namespace CostCenters.Reporting.Sheets;

/// <summary>The rows of the report: differences, percentages and outcomes are formulas, and so is every amount that is
/// the sum of rows below it.</summary>
internal sealed class ReportSheet
{
    private const int FirstRow = SheetWriter.HeadRow + 1;

    // As many as the number that a spreadsheet program computes is sure to have.
    private const int ShareDigits = 12;

    private readonly ReportFacts facts;
    private readonly ReportLines lines;
    private readonly List<int> order = [];
    private readonly List<int> groupOf = [];
    private readonly SumRows sums;
    private readonly NameColumns names;
    private readonly IReadOnlyList<(string Name, Variance Variance)> totals;

    public ReportSheet(ReportFacts facts)
    {
        this.facts = facts;
        lines = facts.Lines;
        names = new NameColumns(lines);
        bool hasTotals = !lines.ByCenter || lines.Outermost.Skip(1).Any() || facts.Document.Outline is not null;
        totals =
        [
            .. facts.Others.Select(other => ("Other", other)),
            .. hasTotals ? facts.Totals.Select(total => ("Total", total)) : [],
        ];
        sums = new SumRows(ParentsOf(), FirstRow, facts.Comparison.Space.Scale.Digits);
        SheetWriter.RequireRows(order.Count + totals.Count, "The report");
    }

    public void Write(Workbook book)
    {
        int depth = lines.Groups.Select(group => group.Depth).DefaultIfEmpty().Max();
        using SheetWriter sheet = book.Add("Report", Columns(), names.Frozen, depth);
        sheet.Heads(facts.Document.Title.Book, facts.Summary());
        int last = FirstRow + order.Count + totals.Count - 1;
        (string budget, string actual, string difference, string measure) =
            (Letters(0), Letters(1), Letters(2), Letters(-1));
        SharedFormula[] shared =
        [
            new(0, sums.Less(actual, FirstRow, budget, FirstRow), FirstRow, last),
            new(1, Invariant($"IF({budget}{FirstRow}=0,\"\",ROUND({difference}{FirstRow}/ABS({budget}{FirstRow}),")
                + Invariant($"{ShareDigits}))"), FirstRow, last),
            new(2, Invariant($"IF({difference}{FirstRow}=0,\"neutral\",IF(({difference}{FirstRow}>0)=")
                + Invariant($"({measure}{FirstRow}=\"cost\"),\"unfavorable\",\"favorable\"))"), FirstRow, last),
        ];
        for (int line = 0; line < order.Count; line++)
        {
            if ((line & 0x3FF) == 0)
            {
                facts.Cancellation.ThrowIfCancellationRequested();
            }

            WriteLine(sheet, line, shared);
        }

        WriteTotals(sheet, shared);
        string outcome = Letters(4);
        sheet.Finish(
            Invariant($"{difference}{FirstRow}:{outcome}{last}"),
            Invariant($"${outcome}{FirstRow}=\"favorable\""),
            Invariant($"${outcome}{FirstRow}=\"unfavorable\""));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private string Letters(int figure) => SheetColumn.LettersOf(names.Count + figure);

    private SheetColumn[] Columns() =>
    [
        .. names.Columns,
        SheetColumn.Number(facts.ReferenceName),
        SheetColumn.Number(facts.SubjectName),
        SheetColumn.Number(facts.Delta),
        SheetColumn.Number(facts.Delta + " %", 10),
        SheetColumn.Text("Outcome", 13),
    ];

    /// <summary>Puts the rows in order, and finds for each the row of the center above that it is a part of.</summary>
    private int[] ParentsOf()
    {
        var parents = new List<int>(lines.Rows.Count);
        int[] starts = new int[lines.Groups.Count];
        for (int index = 0; index < lines.Groups.Count; index++)
        {
            LineGroup group = lines.Groups[index];
            starts[index] = order.Count;
            int above = group.Parent < 0 ? 0 : starts[group.Parent];
            int end = group.Parent < 0 ? 0 : above + lines.Groups[group.Parent].Count;
            for (int row = group.Start; row < group.Start + group.Count; row++)
            {
                while (above < end && !IsPart(lines.Rows[row], lines.Rows[order[above]]))
                {
                    above++;
                }

                parents.Add(above < end ? above : -1);
                order.Add(row);
                groupOf.Add(index);
            }
        }

        return [.. parents];
    }

    private static bool IsPart(VarianceRow row, VarianceRow whole) =>
        row.Variance.Measure == whole.Variance.Measure && row.Period == whole.Period
        && ReferenceEquals(row.Element, whole.Element);

    private void WriteLine(SheetWriter sheet, int line, SharedFormula[] shared)
    {
        VarianceRow row = lines.Rows[order[line]];
        names.Begin(sheet, lines.Groups[groupOf[line]], row);
        Variance variance = row.Variance;
        WriteAmount(sheet, line, variance.Budget, isBudget: true);
        WriteAmount(sheet, line, variance.Actual, isBudget: false);
        WriteDifferences(sheet, variance, shared, CellStyles.Difference, CellStyles.Percent, CellStyles.Plain);
        sheet.End();
    }

    private void WriteAmount(SheetWriter sheet, int line, decimal? amount, bool isBudget)
    {
        if (amount is decimal known && FormulaOf(line, known, isBudget) is string formula)
        {
            sheet.Formula(formula, known, CellStyles.Amount);
        }
        else
        {
            sheet.Number(amount, CellStyles.Amount);
        }
    }

    /// <summary>The formula that gives an amount: revenue less cost, or the sum of the parts where all of them are
    /// shown.</summary>
    private string? FormulaOf(int line, decimal amount, bool isBudget)
    {
        string column = Letters(isBudget ? 0 : 1);
        Variance Of(int other) => lines.Rows[order[other]].Variance;
        decimal AmountOf(int other) => isBudget ? Of(other).Budget ?? 0m : Of(other).Actual;
        if (Of(line).Measure == Measure.Margin && line >= 2 && groupOf[line - 2] == groupOf[line]
            && Of(line - 2).Measure == Measure.Cost && AmountOf(line - 1) - AmountOf(line - 2) == amount)
        {
            return sums.Less(column, FirstRow + line - 1, column, FirstRow + line - 2);
        }

        return sums.HasParts(line) && sums.PartsOf(line).Sum(AmountOf) == amount ? sums.FormulaOf(line, column) : null;
    }

    private static void WriteDifferences(
        SheetWriter sheet, Variance variance, SharedFormula[] shared, int difference, int percent, int outcome)
    {
        sheet.Shared(shared[0], variance.Difference, difference);
        decimal? share = variance.Budget is null or 0m
            ? null
            : decimal.Round(
                variance.Difference / Math.Abs(variance.Budget.Value), ShareDigits, MidpointRounding.AwayFromZero);
        sheet.Shared(shared[1], share, percent);
        sheet.Shared(
            shared[2],
            variance.Outcome switch
            {
                Outcome.Favorable => "favorable"u8,
                Outcome.Unfavorable => "unfavorable"u8,
                _ => "neutral"u8,
            },
            outcome);
    }

    private void WriteTotals(SheetWriter sheet, SharedFormula[] shared)
    {
        for (int index = 0; index < totals.Count; index++)
        {
            (string name, Variance total) = totals[index];
            sheet.Begin(0);
            sheet.Text(name, CellStyles.TotalText);
            for (int column = 1; column < names.Count - 1; column++)
            {
                sheet.Empty();
            }

            sheet.Text(ReportFacts.WordOf(total.Measure), CellStyles.TotalText);
            WriteTotal(sheet, index, total.Budget, isBudget: true);
            WriteTotal(sheet, index, total.Actual, isBudget: false);
            WriteDifferences(
                sheet,
                total,
                shared,
                CellStyles.TotalDifference,
                CellStyles.TotalPercent,
                CellStyles.TotalText);
            sheet.End();
        }
    }

    private void WriteTotal(SheetWriter sheet, int index, decimal? amount, bool isBudget)
    {
        Measure measure = totals[index].Variance.Measure;
        string column = Letters(isBudget ? 0 : 1);
        int row = FirstRow + order.Count + index;
        int[] parts = totals[index].Name == "Other"
            ? []
            :
        [
            .. Enumerable.Range(0, order.Count)
                .Where(line => lines.Groups[groupOf[line]].Parent < 0)
                .Where(line => lines.Rows[order[line]].Variance.Measure == measure),
        ];
        decimal sum = parts.Select(line => lines.Rows[order[line]].Variance)
            .Sum(variance => isBudget ? variance.Budget ?? 0m : variance.Actual);
        string? formula = measure == Measure.Margin && index >= 2 && totals[index - 2].Variance.Measure == Measure.Cost
            && totals[index - 1].Variance.Measure == Measure.Revenue
            ? sums.Less(column, row - 1, column, row - 2)
            : sum == amount ? sums.FormulaOf(parts, column)
            : null;
        if (amount is decimal known && formula is not null)
        {
            sheet.Formula(formula, known, CellStyles.TotalAmount);
        }
        else
        {
            sheet.Number(amount, CellStyles.TotalAmount);
        }
    }
}
