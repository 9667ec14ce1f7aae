using CostCenters.Csv;
using CostCenters.Reports.Tables;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Views;

/// <summary>
/// One way to look at a comparison, as a table that can be printed for people, for spreadsheets and for programs.
/// </summary>
internal abstract class View(ScreenTitle title)
{
    /// <summary>What a cell takes while a table is laid out and drawn: 275 measured at 300,000 rows, and more than as
    /// much again for what is not collected at once.</summary>
    private const long BytesOfADrawnCell = 700;

    private const MidpointRounding Rounding = MidpointRounding.AwayFromZero;

    protected ScreenTitle Title { get; } = title;

    /// <summary>Writes what is looked at.</summary>
    /// <param name="look">How.</param>
    /// <param name="output">Where to.</param>
    public void Write(ViewLook look, Output output)
    {
        switch (look.Format)
        {
            case OutputFormat.Csv:
                ReportTable named = TableOf(VarianceReportCsv.PercentDigits, look);
                ReportTableCsv.Write(
                    look.WithNames ? named.WithTexts(Title.Facts) : named,
                    output.IsTerminal ? new TerminalText(output.Stream) : output.Stream,
                    Environment.ProcessorCount,
                    look.Csv);
                break;
            case OutputFormat.Json:
                WriteJson(TableOf(VarianceReportCsv.PercentDigits, look), look, output.Stream);
                break;
            default:
                ScreenLine.Write(output, Messages.WhileShowing("Laying out", _ => LaidOut(look)));
                break;
        }
    }

    /// <summary>What is written, with percentages of some decimals.</summary>
    protected abstract ReportTable TableOf(int percentDigits, MidpointRounding rounding);

    /// <summary>The lines of a screen.</summary>
    protected abstract IEnumerable<ScreenLine> Draw(ViewLook look);

    /// <summary>The same table with names, where the look asks for them.</summary>
    protected abstract ReportTable WithNames(ReportTable table);

    /// <summary>How many cells a screen would show.</summary>
    protected virtual long CellCount()
    {
        ReportTable table = TableOf(NumberText.PercentDigits, Rounding);
        return table.Rows().LongCount() * table.Columns.Length;
    }

    private IEnumerable<ScreenLine> LaidOut(ViewLook look)
    {
        MemoryNeed.Require(
            CellCount() * BytesOfADrawnCell,
            "The report as a table",
            "Name --format csv or json, which are written row by row, or report by fewer dimensions.");
        return Draw(look);
    }

    private ReportTable TableOf(int percentDigits, ViewLook look)
    {
        ReportTable table = TableOf(percentDigits, Rounding);
        return look.WithNames ? WithNames(table) : table;
    }

    private void WriteJson(ReportTable table, ViewLook look, Stream stream) =>
        JsonRows.Write(
            [.. table.Columns.Select(column => column.Name)],
            table.Texts(),
            stream,
            look.WithNames ? Title.Facts : null);
}
