using System.Text.Encodings.Web;
using System.Text.Json;
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
                WriteJson(output.Stream);
                break;
            default:
                Terminal.Draw(output, new Text($"{Printable.OneLine(Title)}\n"), Draw());
                break;
        }
    }

    protected abstract void WriteCsv(Stream stream);

    protected abstract IRenderable Draw();

    private void WriteJson(Stream stream)
    {
        JsonEncodedText[] names = [.. Columns.Select(name => JsonEncodedText.Encode(name))];
        using var json = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            });
        json.WriteStartArray();
        foreach (IReadOnlyList<string?> cells in Rows)
        {
            json.WriteStartObject();
            for (int i = 0; i < names.Length; i++)
            {
                json.WriteString(names[i], cells[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        stream.Write("\n"u8);
    }
}
