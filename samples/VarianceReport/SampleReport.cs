using CostCenters.Reports;
using CostCenters.Tool.Commands;
using CostCenters.Tool.Writing;

namespace CostCenters.Samples.VarianceReport;

/// <summary>
/// The report of the command <c>costcenters</c> with explanation, ranking and bridge as options, by default on the
/// sample company.
/// </summary>
internal sealed class SampleReport : ToolCommand
{
    private const int MostFindings = 10;

    public override string Name => "report";

    public override string Summary =>
        "Prints how far the actuals of a book (a folder of CSV files) lie from its budget. Without BOOK it reports on "
            + "the sample company that comes with it.";

    public override IReadOnlyList<string> Subjects => ["book"];

    public override int OptionalSubjects => 1;

    public override IReadOnlyList<ToolOption> Options =>
        [.. ReportWords.Report, ReportWords.Explain, ReportWords.Top, ReportWords.Bridge];

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("", "the sample company"),
        ("FOLDER --by period", "a book of your own, by period"),
        ("--explain 1500", "where the difference of a center comes from"),
    ];

    public override Func<int> Prepare(Words words)
    {
        ReportDimensions? bridge = words.Dimension(ReportWords.Bridge);
        ReportOptions options = ReportOptions.Of(
            words,
            words.Subjects.Count > 0 ? words.Subjects[0] : Path.Combine(AppContext.BaseDirectory, "SampleCompany"),
            words[ReportWords.Explain],
            words.Number(ReportWords.Top, 1, "a number above 0"),
            bridge);
        if (options is { Culture: not null, Format: not OutputFormat.Csv })
        {
            throw new UsageException("--culture goes with --format csv.");
        }

        return new ReportRun(options, MostFindings).Run;
    }
}
