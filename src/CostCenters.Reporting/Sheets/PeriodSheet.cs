using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Reporting.Lines;
using CostCenters.Reports;

namespace CostCenters.Reporting.Sheets;

/// <summary>The report by period: what it compares with, what is compared and the difference, side by side, each with
/// its total; months fold away behind the totals.</summary>
internal sealed class PeriodSheet
{
    private const int FirstRow = SheetWriter.HeadRow + 1;

    private readonly ReportFacts facts;
    private readonly ReportLines lines;
    private readonly List<(int Group, PeriodSeries Series)> all = [];
    private readonly SumRows sums;
    private readonly int heads;
    private readonly int count;

    public PeriodSheet(ReportFacts facts, VarianceReport periods)
    {
        this.facts = facts;
        lines = PeriodSeries.LinesOf(facts.Document, periods, facts.Cancellation);
        heads = lines.ByCenter ? 3 : 1;
        count = lines.Comparison.Periods.Length;
        sums = new SumRows(ParentsOf(), FirstRow, facts.Comparison.Space.Scale.Digits);
        SheetWriter.RequireRows(all.Count, "The report by period");
    }

    public void Write(Workbook book)
    {
        int depth = lines.Groups.Select(group => group.Depth).DefaultIfEmpty().Max();
        using SheetWriter sheet = book.Add("By period", Columns(), heads, depth);
        sheet.Heads(facts.Document.Title.Book, facts.Summary());
        for (int line = 0; line < all.Count; line++)
        {
            facts.Cancellation.ThrowIfCancellationRequested();
            WriteLine(sheet, line);
        }

        string first = Letters(2, 0);
        string measure = SheetColumn.LettersOf(heads - 1);
        string last = Letters(2, count);
        int lastRow = FirstRow + all.Count - 1;
        sheet.Finish(
            FormattableString.Invariant($"{first}{FirstRow}:{last}{lastRow}"),
            FormattableString.Invariant(
                $"AND({first}{FirstRow}<>0,({first}{FirstRow}>0)<>(${measure}{FirstRow}=\"cost\"))"),
            FormattableString.Invariant(
                $"AND({first}{FirstRow}<>0,({first}{FirstRow}>0)=(${measure}{FirstRow}=\"cost\"))"));
    }

    /// <summary>The letters of a period in a block; the total stands behind the last period.</summary>
    private string Letters(int block, int period) => SheetColumn.LettersOf(heads + (block * (count + 1)) + period);

    private List<SheetColumn> Columns()
    {
        List<SheetColumn> columns = lines.ByCenter
            ? [SheetColumn.Text("Center", 13), SheetColumn.Text("Name", 36), SheetColumn.Text("Measure", 10)]
            : [SheetColumn.Text("Measure", 10)];
        foreach (string block in (ReadOnlySpan<string>)[facts.ReferenceName, facts.SubjectName, facts.Delta])
        {
            foreach (FiscalPeriod period in lines.Comparison.Periods)
            {
                columns.Add(SheetColumn.Number($"{block} {period}", 15, level: 1));
            }

            columns.Add(SheetColumn.Number($"{block} total", 17));
        }

        return columns;
    }

    private int[] ParentsOf()
    {
        var parents = new List<int>();
        int[] starts = new int[lines.Groups.Count + 1];
        for (int index = 0; index < lines.Groups.Count; index++)
        {
            LineGroup group = lines.Groups[index];
            starts[index] = all.Count;
            foreach (PeriodSeries series in PeriodSeries.Of(lines, group))
            {
                int parent = -1;
                for (int above = group.Parent < 0 ? 0 : starts[group.Parent];
                    group.Parent >= 0 && above < starts[group.Parent + 1];
                    above++)
                {
                    parent = all[above].Series.Measure == series.Measure ? above : parent;
                }

                parents.Add(parent);
                all.Add((index, series));
            }

            starts[index + 1] = all.Count;
        }

        return [.. parents];
    }

    private void WriteLine(SheetWriter sheet, int line)
    {
        (int index, PeriodSeries series) = all[line];
        LineGroup group = lines.Groups[index];
        int row = FirstRow + line;
        sheet.Begin(group.Depth);
        if (lines.ByCenter)
        {
            sheet.Text(group.Code);
            string name = group.IsOwn ? $"(own) {group.Name}" : group.Name;
            sheet.Text(name, CellStyles.TextOf(name, group.Depth));
        }

        sheet.Text(ReportFacts.WordOf(series.Measure), CellStyles.Plain);
        WriteBlock(sheet, line, 0, variance => variance.Budget);
        WriteBlock(sheet, line, 1, variance => variance.Actual);
        for (int period = 0; period <= count; period++)
        {
            if ((period == count ? series.Total : series.Periods[period]) is Variance known)
            {
                sheet.Formula(
                    sums.Less(Letters(1, period), row, Letters(0, period), row),
                    known.Difference,
                    CellStyles.Difference);
            }
            else
            {
                sheet.Empty();
            }
        }

        sheet.End();
    }

    private void WriteBlock(SheetWriter sheet, int line, int block, Func<Variance, decimal?> amountOf)
    {
        PeriodSeries series = all[line].Series;
        for (int period = 0; period < count; period++)
        {
            decimal? amount = series.Periods[period] is Variance known ? amountOf(known) : null;
            if (amount is decimal exact && FormulaOf(line, block, period, exact, amountOf) is string formula)
            {
                sheet.Formula(formula, exact, CellStyles.Amount);
            }
            else
            {
                sheet.Number(amount, CellStyles.Amount);
            }
        }

        if (amountOf(series.Total) is decimal total)
        {
            sheet.Formula(
                sums.Across(FirstRow + line, Letters(block, 0), Letters(block, count - 1)),
                total,
                CellStyles.Amount);
        }
        else
        {
            sheet.Empty();
        }
    }

    /// <summary>Revenue less cost, or the sum of the parts where all of them are shown.</summary>
    private string? FormulaOf(
        int line, int block, int period, decimal amount, Func<Variance, decimal?> amountOf)
    {
        string column = Letters(block, period);
        decimal AmountOf(int other) =>
            all[other].Series.Periods[period] is Variance known ? amountOf(known) ?? 0m : 0m;
        if (all[line].Series.Measure == Measure.Margin)
        {
            int row = FirstRow + line;
            return sums.Less(column, row - 1, column, row - 2);
        }

        return sums.HasParts(line) && sums.PartsOf(line).Sum(AmountOf) == amount ? sums.FormulaOf(line, column) : null;
    }
}
