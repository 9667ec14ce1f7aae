using CostCenters.Csv;
using CostCenters.Reports.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>
/// One way to look at a comparison, as a table that can be printed for people, for spreadsheets and for programs.
/// </summary>
internal abstract class View
{
    /// <summary>What a cell takes while a table is laid out and drawn, measured at 100,000 rows.</summary>
    private const long BytesOfADrawnCell = 1_000;

    protected abstract string Title { get; }

    public void Write(OutputFormat format, TableCsvFormat csv, Output output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                ReportTableCsv.Write(
                    TableOf(VarianceReportCsv.PercentDigits),
                    output.IsTerminal ? new TerminalText(output.Stream) : output.Stream,
                    Environment.ProcessorCount,
                    csv);
                break;
            case OutputFormat.Json:
                WriteJson(TableOf(VarianceReportCsv.PercentDigits), output.Stream);
                break;
            default:
                ReportTable table = TableOf(FigureTable.PercentDigits);
                MemoryNeed.Require(
                    table.Rows().LongCount() * table.Columns.Length * BytesOfADrawnCell,
                    "The report as a table",
                    "Name --format csv or json, which are written row by row, or report by fewer dimensions.");
                Terminal.Draw(output, new Text($"{Printable.OneLine(Title)}\n"), Draw(table));
                break;
        }
    }

    /// <summary>What is written, with percentages of some decimals.</summary>
    protected abstract ReportTable TableOf(int percentDigits);

    protected abstract IRenderable Draw(ReportTable table);

    private static void WriteJson(ReportTable table, Stream stream) =>
        JsonRows.Write([.. table.Columns.Select(column => column.Name)], table.Texts(), stream);
}
