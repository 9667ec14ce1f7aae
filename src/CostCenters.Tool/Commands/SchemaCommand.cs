using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>Prints the JSON Schema of the description of a book.</summary>
internal sealed class SchemaCommand : ToolCommand
{
    public override string Name => "schema";

    public override string Summary => "Prints the JSON Schema of book.json, with which editors check and complete it.";

    public override IReadOnlyList<string> Subjects => [];

    public override IReadOnlyList<ToolOption> Options => [ReportWords.Out];

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("", "to read it"),
        ("--out book.schema.json", "a file that an editor can be pointed to"),
    ];

    public override Func<int> Prepare(Words words) => () => Run(words[ReportWords.Out]);

    private static int Run(string? path)
    {
        using var outputs = new Outputs(path);
        outputs.WriteReport(output =>
        {
            using Stream schema = OwnFiles.Schema();
            schema.CopyTo(output.Stream);
        });
        return outputs.ExitCode(rejectedRows: 0);
    }
}
