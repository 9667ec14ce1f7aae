using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>
/// One way to look at a comparison, which can be printed for people, for spreadsheets and for programs.
/// </summary>
internal abstract class View
{
    /// <summary>What a cell takes while a table is laid out and drawn, measured at 100,000 rows.</summary>
    private const long BytesOfADrawnCell = 1_000;

    protected abstract string Title { get; }

    protected abstract IReadOnlyList<string> Columns { get; }

    protected abstract IEnumerable<IReadOnlyList<string?>> Rows { get; }

    public void Write(OutputFormat format, Output output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                WriteCsv(output.IsTerminal ? new TerminalText(output.Stream) : output.Stream);
                break;
            case OutputFormat.Json:
                JsonRows.Write(Columns, Rows, output.Stream);
                break;
            default:
                MemoryNeed.Require(
                    Rows.LongCount() * Columns.Count * BytesOfADrawnCell,
                    "The report as a table",
                    "Name --format csv or json, which are written row by row, or report by fewer dimensions.");
                Terminal.Draw(output, new Text($"{Printable.OneLine(Title)}\n"), Draw());
                break;
        }
    }

    protected abstract void WriteCsv(Stream stream);

    protected abstract IRenderable Draw();
}
