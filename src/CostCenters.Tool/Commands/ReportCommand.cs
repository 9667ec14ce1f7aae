namespace CostCenters.Tool.Commands;

/// <summary>Sets budget and actuals side by side.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private const int MostFindings = 3;

    public override string Name => "report";

    public override string Summary => "Prints how far the actuals of a book lie from its budget, center by center.";

    public override IReadOnlyList<string> Subjects => ["book"];

    public override IReadOnlyList<ToolOption> Options => ReportWords.Report;

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("book", "budget against actuals, from the first budget to the last posting"),
        ("book --ytd --unit k", "the year to date in thousands, with the budget of the year and a forecast"),
        ("book --center 1000 --depth 2 --by center,element", "two levels of centers from 1000 on, by element"),
        ("book --year 2026 --pivot actual", "the months of a year side by side with their total"),
        ("book --material 5000,10", "what differs by at least 5000 and 10 per cent"),
        ("book --html report.html --xlsx report.xlsx", "a page to send, and a workbook"),
        ("book --format csv --culture de-DE --out report.csv", "a file that Excel opens in Germany"),
    ];

    public override Func<int> Prepare(Words words) =>
        new ReportRun(ReportOptions.Of(words, words.Subjects[0]), MostFindings).Run;
}
