using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>
/// One way to look at a comparison, which can be printed for people, for spreadsheets and for programs.
/// </summary>
internal abstract class View
{
    protected abstract string Title { get; }

    protected abstract IReadOnlyList<string> Columns { get; }

    protected abstract IEnumerable<IReadOnlyList<string?>> Rows { get; }

    public void Write(OutputFormat format, Output output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                WriteCsv(output.Stream);
                break;
            case OutputFormat.Json:
                JsonRows.Write(Columns, Rows, output.Stream);
                break;
            default:
                Terminal.Draw(output, new Text($"{Printable.OneLine(Title)}\n"), Draw());
                break;
        }
    }

    protected abstract void WriteCsv(Stream stream);

    protected abstract IRenderable Draw();
}
