using System.Text;

namespace CostCenters.Tool.Commands;

/// <summary>What the program or a command of it can be told, as text for 80 columns.</summary>
internal static class HelpPage
{
    private const int Width = 80;
    private const int WidestName = 26;
    private const string Rows =
        "Exit codes: 0 all rows used, 1 could not run, 2 wrong usage, 3 some rows rejected.";

    /// <summary>The help of the program.</summary>
    public static string Of(IReadOnlyList<ToolCommand> commands, string name)
    {
        var text = new StringBuilder();
        Line(text, $"Usage: {name} COMMAND [options]");
        Line(text, "");
        Line(text, "Budget against actuals by cost center, from a book: a folder of CSV files.");
        Line(text, "");
        foreach (ToolCommand command in commands)
        {
            Entry(text, command.Name, command.Summary);
        }

        Line(text, "");
        Entry(text, "--help", "this text; after a command its options and examples");
        Entry(text, "--version", "the version of the program");
        Line(text, "");
        Line(text, "Begin with:");
        Line(text, $"  {name} new book");
        Line(text, $"  {name} report book");
        Line(text, "");
        Line(text, Rows);
        return text.ToString();
    }

    /// <summary>The help of a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="shown">How it is called: the name of the program, and its own where there are several.</param>
    public static string Of(ToolCommand command, string shown)
    {
        var text = new StringBuilder();
        int needed = command.Subjects.Count - command.OptionalSubjects;
        IEnumerable<string> subjects = command.Subjects
            .Select(subject => subject.ToUpperInvariant())
            .Select((subject, place) => place < needed ? subject : $"[{subject}]");
        Line(text, string.Join(' ', [$"Usage: {shown}", .. subjects, "[options]"]));
        Line(text, "");
        Paragraph(text, command.Summary, 0);
        if (command.Details.Length > 0)
        {
            Line(text, "");
            foreach (string paragraph in command.Details.Split('\n'))
            {
                Paragraph(text, paragraph, 0);
            }
        }

        Line(text, "");
        foreach (ToolOption option in command.Options)
        {
            Entry(text, option.Shown, option.Description);
        }

        Entry(text, "--help", "this text");
        Line(text, "");
        Line(text, "Examples:");
        foreach ((string line, string does) in command.Examples)
        {
            Line(text, $"  {shown} {line}".TrimEnd());
            Paragraph(text, does, 6);
        }

        Line(text, "");
        Line(text, Rows);
        return text.ToString();
    }

    private static void Entry(StringBuilder text, string name, string description)
    {
        string head = $"  {name}".PadRight(WidestName);
        if (head.Length > WidestName || head[^1] != ' ')
        {
            Line(text, head);
            head = new string(' ', WidestName);
        }

        int start = text.Length;
        Paragraph(text, description, WidestName);
        text.Remove(start, WidestName).Insert(start, head);
    }

    /// <summary>Words in lines that fit, each with an indent.</summary>
    private static void Paragraph(StringBuilder text, string words, int indent)
    {
        var line = new StringBuilder(new string(' ', indent));
        foreach (string word in words.Split(' '))
        {
            if (line.Length > indent && line.Length + 1 + word.Length > Width)
            {
                Line(text, line.ToString());
                line.Clear().Append(' ', indent);
            }

            line.Append(line.Length > indent ? " " : "").Append(word);
        }

        Line(text, line.ToString());
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
