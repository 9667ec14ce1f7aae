using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>Writes a sample book to start from.</summary>
internal sealed class NewCommand : ToolCommand
{
    private const int Done = 0;

    public override string Name => "new";

    public override string Summary => "Writes a sample book to start from, with a README that explains its files.";

    public override IReadOnlyList<string> Subjects => ["folder"];

    public override IReadOnlyList<ToolOption> Options => [];

    public override string Details => "A folder that holds anything already is left as it is.";

    public override IReadOnlyList<(string Line, string Does)> Examples =>
        [("book", "a folder 'book', which costcenters report book reports on")];

    public override Func<int> Prepare(Words words) => () => Run(words.Subjects[0]);

    private static int Run(string folder)
    {
        if (File.Exists(folder))
        {
            throw new RunException($"'{folder}' is a file; name a folder that is not there yet.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new RunException($"The folder '{folder}' holds something already; name another.");
        }

        Directory.CreateDirectory(folder);
        foreach (string name in OwnFiles.BookNames)
        {
            using Stream source = OwnFiles.Book(name);
            using var target = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write);
            source.CopyTo(target);
        }

        Output.WriteText(Printable.OneLine($"Wrote a sample book into '{folder}'. Next:") + "\n"
            + Printable.OneLine($"  costcenters report {folder}") + "\n");
        return Done;
    }
}
