using CostCenters.Tool.Commands;

namespace CostCenters.Samples.ImportWizard;

/// <summary>The import of the command <c>costcenters</c>, by default of the export that comes with it.</summary>
internal sealed class SampleImport : ImportCommand
{
    public override string Summary => base.Summary + " Without FILE it looks at the export that comes with it.";

    public override int OptionalSubjects => 1;

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("", "the export that comes with it"),
        .. base.Examples,
    ];

    protected override string FileOf(Words words) =>
        words.Subjects.Count > 0
            ? words.Subjects[0]
            : Path.Combine(AppContext.BaseDirectory, "Export", "line-items.csv");
}
