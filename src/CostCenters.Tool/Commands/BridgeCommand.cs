using CostCenters.Reports;

namespace CostCenters.Tool.Commands;

/// <summary>Leads from budget to actual, step by step.</summary>
internal sealed class BridgeCommand : ToolCommand
{
    private static readonly ToolOption By = new(
        "--by", "DIMENSION", "what a step is: center (default), element or period", "center", "element", "period");

    public override string Name => "bridge";

    public override string Summary => "Leads from budget to actual, one step for each center, element or period.";

    public override IReadOnlyList<string> Subjects => ["book"];

    public override IReadOnlyList<ToolOption> Options =>
        [.. ReportWords.Comparing, ReportWords.Center, By, .. ReportWords.Writing.Except([ReportWords.WithNames])];

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("book", "a step for each center's own amounts, with a chart"),
        ("book --by element --center 1000", "a step for each element of a center and those below it"),
        ("book --by period --format csv", "the steps as a file"),
    ];

    public override Func<int> Prepare(Words words) =>
        new ReportRun(
            ReportOptions.Of(
                words,
                words.Subjects[0],
                bridge: words.Dimension(By) ?? ReportDimensions.Center),
            mostFindings: 0).Run;
}
