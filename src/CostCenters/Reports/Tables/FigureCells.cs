namespace CostCenters.Reports.Tables;

/// <summary>Puts the figures of a row behind its dimensions.</summary>
/// <param name="digits">Decimals of percentages.</param>
/// <param name="rounding">Where a percentage halfway between two goes.</param>
internal readonly struct FigureCells(int digits, MidpointRounding rounding)
{
    /// <summary>How many columns of figures there are.</summary>
    public const int Count = 6;

    public void Fill(Span<ReportCell> row, in ReportFigure figure)
    {
        Span<ReportCell> figures = row[^Count..];
        figures[0] = new ReportCell((int)figure.Measure);
        figures[1] = figure.HasBudget ? new ReportCell(figure.Budget) : ReportCell.Absent;
        figures[2] = new ReportCell(figure.Actual);
        figures[3] = new ReportCell(figure.Difference);
        figures[4] = figure.Budget == 0 ? ReportCell.Absent : new ReportCell(figure.Percent(digits, rounding));
        figures[5] = new ReportCell((int)figure.Outcome);
    }
}
