namespace CostCenters.Reports.Tables;

/// <summary>Reads the rows of a whole report from its sums, those of one center a block.</summary>
internal sealed class CenterBlockReader : ReportTableReader
{
    private readonly VarianceReport report;
    private readonly ReportSlots slots;
    private readonly GroupSums sums;
    private readonly FigureCells figures;

    public CenterBlockReader(ReportTable table, VarianceReport report, MidpointRounding rounding)
        : base(table)
    {
        this.report = report;
        slots = report.Sums.Slots;
        sums = new GroupSums(report.Sums);
        figures = new FigureCells(table.Columns[^2].Digits, rounding);
    }

    private protected override void Fill(int block)
    {
        sums.Load(block);
        int center = report.NodeAt(block)?.Center.Index ?? 0;
        foreach (ReportFigure figure in ReportRows.Figures(slots, sums))
        {
            Span<ReportCell> row = NewRow();
            (int column, int group) = slots.PlaceOf(figure.Slot);
            int place = 0;
            if (slots.ByCenter)
            {
                row[place++] = new ReportCell(center);
            }

            if (slots.ByElement)
            {
                row[place++] = new ReportCell(slots.ElementNumberOf(column));
            }

            if (slots.ByPeriod)
            {
                row[place] = new ReportCell(group);
            }

            figures.Fill(row, figure);
        }
    }
}
