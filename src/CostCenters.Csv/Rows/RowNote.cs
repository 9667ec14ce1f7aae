using System.Globalization;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>Something to be told of accepted rows: once for a file, with their number and the first line.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Column">The column's name in the contract.</param>
/// <param name="Fact">What is told, without a full stop.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Line">The line of the first row.</param>
/// <param name="Rows">How many rows there are.</param>
internal sealed record RowNote(string Code, string Column, string Fact, string Advice, long Line, long Rows)
{
    /// <summary>Adds a note to others of its file; those of the same kind become one.</summary>
    public static void Add(List<RowNote> notes, RowNote note)
    {
        int place = notes.FindIndex(each => each with { Line = note.Line, Rows = note.Rows } == note);
        if (place < 0)
        {
            notes.Add(note);
            return;
        }

        RowNote known = notes[place];
        notes[place] = known with { Line = Math.Min(known.Line, note.Line), Rows = known.Rows + note.Rows };
    }

    public ImportIssue ToIssue(string file) => new(
        Code,
        ImportSeverity.Note,
        file,
        Line,
        Column,
        null,
        string.Create(CultureInfo.InvariantCulture, $"{Fact}; {Rows} rows, the first on this line. {Advice}"));
}
