using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Tool.Writing;

/// <summary>Draws tables: with colors on a terminal, unless NO_COLOR is set, and as plain text elsewhere.</summary>
internal static class Terminal
{
    /// <summary>
    /// Wider than any table: one that does not fit would be left out whole, while a terminal wraps its lines.
    /// </summary>
    private const int Width = 10_000;

    private const int NarrowestTerminal = 40;

    public static ColorSystemSupport Colors(bool isTerminal) =>
        isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            ? ColorSystemSupport.Detect
            : ColorSystemSupport.NoColors;

    /// <summary>The text of a file, on one line, as markup that shows it.</summary>
    public static string Escape(string text) => Markup.Escape(Printable.OneLine(text));

    /// <summary>The columns of a person's terminal; of files and pipes no limit.</summary>
    public static int WidthOf(Output output)
    {
        if (!output.IsTerminal)
        {
            return Width;
        }

        int columns = AnsiConsole.Console.Profile.Width;
        return columns > 0 ? Math.Max(columns, NarrowestTerminal) : Width;
    }

    public static void Draw(Output output, params IEnumerable<IRenderable> parts)
    {
        StringWriter text = NewText(output, out IAnsiConsole console);
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

    /// <summary>Draws parts that are one line each, without keeping what is drawn.</summary>
    public static void DrawLines(Output output, IEnumerable<IRenderable> lines)
    {
        StringWriter text = NewText(output, out IAnsiConsole console);
        foreach (IRenderable line in lines)
        {
            console.Write(line);
            output.Stream.Write(Encoding.UTF8.GetBytes(text.ToString().TrimEnd() + "\n"));
            text.GetStringBuilder().Clear();
        }
    }

    private static StringWriter NewText(Output output, out IAnsiConsole console)
    {
        var text = new StringWriter { NewLine = "\n" };
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = Colors(output.IsTerminal),
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return text;
    }
}
