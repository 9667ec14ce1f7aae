namespace CostCenters.Tool.Commands;

/// <summary>Tells where a difference comes from, down to the largest postings.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    public override string Name => "explain";

    public override string Summary =>
        "Tells where the difference of a center comes from: child centers, elements, periods, postings.";

    public override IReadOnlyList<string> Subjects => ["book", "center"];

    public override IReadOnlyList<ToolOption> Options =>
    [
        .. ReportWords.Comparing, ReportWords.Html, ReportWords.Xlsx, ReportWords.Culture, ReportWords.Unit,
        ReportWords.Width, ReportWords.Out, ReportWords.Rejected, ReportWords.Findings,
    ];

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("book 1500", "the largest parts of the difference, and the postings behind them"),
        ("book 1500 --ytd", "of the year to date"),
        ("book 1500 --html why.html", "a page of the center, with the tree of its differences"),
        ("book 1500 --against last-year", "of this year against the year before"),
    ];

    public override Func<int> Prepare(Words words) =>
        new ReportRun(
            ReportOptions.Of(words, words.Subjects[0], explain: words.Subjects[1]), mostFindings: 0).Run;
}
