using System.Globalization;
using System.Text;
using CostCenters.Monetary;

namespace CostCenters.Samples;

/// <summary>Sections of figures, printed as a page for people or as rows for programs.</summary>
/// <param name="nameWidth">How many characters of a line its name takes.</param>
internal sealed class Page(int nameWidth = 36)
{
    private const int AmountWidth = 16;

    private readonly StringBuilder text = new();
    private readonly List<string?[]> rows = [];
    private string section = "";
    private string[] measures = [];

    public static IReadOnlyList<string> Columns { get; } = ["section", "item", "measure", "value"];

    public IReadOnlyList<IReadOnlyList<string?>> Rows => rows;

    /// <summary>Begins a section.</summary>
    /// <param name="key">Its name for programs.</param>
    /// <param name="title">Its title for people.</param>
    /// <param name="columns">What its figures are.</param>
    public void Section(string key, string title, params string[] columns)
    {
        (section, measures) = (key, columns);
        _ = text.Append(text.Length == 0 ? "" : "\n").Append(title).Append('\n');
        Print("", columns);
    }

    /// <summary>Figures to two decimals; null for an absent one.</summary>
    public void Line(string name, params decimal?[] figures) => Line(name, 0, figures);

    /// <summary>Figures of an item below others.</summary>
    public void Line(string name, int depth, params decimal?[] figures)
    {
        Print(
            new string(' ', 2 * depth) + name,
            figures.Select((figure, index) => Text(figure, IsCount(index) ? "N0" : "N2") ?? ""));
        rows.AddRange(figures.Select((figure, index) =>
            (string?[])[section, name, measures[index], Text(figure, IsCount(index) ? "0" : "0.00")]));
    }

    /// <summary>A sentence; programs get it as a row without a value.</summary>
    public void Note(string name, string sentence)
    {
        _ = text.Append(sentence).Append('\n');
        rows.Add([section, name, sentence, null]);
    }

    public static decimal Amount(Fraction value) => value.RoundTo(2, MidpointRounding.AwayFromZero);

    public string ToText() => text.ToString();

    public string ToCsv() => string.Concat(rows.Prepend([.. Columns]).Select(row =>
        string.Join(',', row.Select(Quoted)) + "\n"));

    private static string? Text(decimal? figure, string format) =>
        figure?.ToString(format, CultureInfo.InvariantCulture);

    private static string Quoted(string? cell) =>
        cell is null ? ""
        : cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private bool IsCount(int index) => measures[index] is "cells" or "postings";

    private void Print(string name, IEnumerable<string> cells)
    {
        string line = name.PadRight(nameWidth) + string.Concat(cells.Select(cell => cell.PadLeft(AmountWidth)));
        _ = text.Append(line.TrimEnd()).Append(line.Trim().Length == 0 ? "" : "\n");
    }
}
