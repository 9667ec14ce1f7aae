using CostCenters.Csv.Json;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>Prints the JSON Schema of the description of a book.</summary>
internal sealed class SchemaCommand : ToolCommand
{
    private static readonly ToolOption Profile = new(
        "--profile", null, "that of an import profile, with which a book reads files of other systems");

    public override string Name => "schema";

    public override string Summary => "Prints the JSON Schema of book.json, with which editors check and complete it.";

    public override IReadOnlyList<string> Subjects => [];

    public override IReadOnlyList<ToolOption> Options => [Profile, ReportWords.Out];

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("", "to read it"),
        ("--out book.schema.json", "a file that an editor can be pointed to"),
        ("--profile", "what a file of a dialect may say"),
    ];

    public override Func<int> Prepare(Words words) =>
        () => Run(words[ReportWords.Out], words.Has(Profile));

    private static int Run(string? path, bool ofProfile)
    {
        using var outputs = new Outputs(path);
        outputs.WriteReport(output =>
        {
            if (ofProfile)
            {
                output.Write(ImportProfileJson.Schema());
                return;
            }

            using Stream schema = OwnFiles.Schema();
            schema.CopyTo(output.Stream);
        });
        return outputs.ExitCode(rejectedRows: 0);
    }
}
