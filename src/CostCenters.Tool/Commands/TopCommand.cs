namespace CostCenters.Tool.Commands;

/// <summary>Names the largest differences.</summary>
internal sealed class TopCommand : ToolCommand
{
    private const int Usual = 10;

    private static readonly ToolOption Count = new("--count", "N", "how many; default 10");

    public override string Name => "top";

    public override string Summary => "Names the largest differences, each of a center's own amounts.";

    public override IReadOnlyList<string> Subjects => ["book"];

    public override IReadOnlyList<ToolOption> Options =>
        [Count, .. ReportWords.Comparing, ReportWords.Center, ReportWords.By, .. ReportWords.Writing];

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("book --count 3", "the three largest"),
        ("book --by center,element", "broken down by element"),
        ("book --by center,element,period --format csv", "the largest cells as a file"),
    ];

    public override Func<int> Prepare(Words words) =>
        new ReportRun(
            ReportOptions.Of(
                words, words.Subjects[0], top: words.Number(Count, 1, "a number above 0") ?? Usual),
            mostFindings: 0).Run;
}
