using CostCenters.Tool.Importing;

namespace CostCenters.Tool.Commands;

/// <summary>Finds out how an export of another system is written, and makes a profile and a book of it.</summary>
internal class ImportCommand : ToolCommand
{
    public override string Name => "import";

    public override string Summary =>
        "Finds out how an export of another system is written, shows how it would be read, and writes the profile and "
            + "a book that takes it.";

    public override IReadOnlyList<string> Subjects => ["file"];

    public override IReadOnlyList<ToolOption> Options => ImportWords.All;

    public override string Details =>
        "Nothing that figures depend on is guessed: what the file does not decide is asked on a terminal, and "
            + "elsewhere must be told by a switch; while something is open the exit code is 1 and no profile and no "
            + "book is written. A folder that holds anything already is left as it is.";

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("export.csv", "what was found, the first rows and the control totals"),
        ("export.csv --choose dates=dd/MM/yyyy --profile sap.json", "with a doubt decided; the profile as JSON"),
        ("export.csv --book book --revenue 4 --cost 5,6,7", "a book with the centers and elements in use"),
        ("export.csv --add-to book --cost 5,6,7", "the centers and elements that a book lacks, added to it"),
        ("plan.csv --table budget --constant version=plan", "a file of budgets, as it would be read"),
        ("export.csv --map center=Department;element=4 --no-questions", "for scripts: columns by heading and place"),
    ];

    public override Func<int> Prepare(Words words)
    {
        ImportOptions options = ImportWords.Read(words, FileOf(words));
        return new ImportRun(options).Run;
    }

    /// <summary>The file that is imported.</summary>
    protected virtual string FileOf(Words words) => words.Subjects[0];
}
