using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples;

/// <summary>Draws tables: with colors on a terminal, unless NO_COLOR is set, and as plain text elsewhere.</summary>
internal static class Terminal
{
    /// <summary>
    /// Wider than any table: one that does not fit would be left out whole, while a terminal wraps its lines.
    /// </summary>
    private const int Width = 10_000;

    public static ColorSystemSupport Colors(bool isTerminal) =>
        isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            ? ColorSystemSupport.Detect
            : ColorSystemSupport.NoColors;

    /// <summary>The text of a file, on one line, as markup that shows it.</summary>
    public static string Escape(string text) => Markup.Escape(Printable.OneLine(text));

    public static void Draw(Output output, params IEnumerable<IRenderable> parts)
    {
        var text = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = Colors(output.IsTerminal),
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        foreach (IRenderable part in parts)
        {
            console.Write(part);
        }

        // Cells are padded to the width of their column; nobody misses the spaces at the ends of lines.
        foreach (string line in text.ToString().TrimEnd('\n').Split('\n'))
        {
            output.Stream.Write(Encoding.UTF8.GetBytes(line.TrimEnd() + "\n"));
        }
    }
}
