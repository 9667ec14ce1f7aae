using System.Globalization;
using System.Text;

namespace CostCenters.Csv.Tests.Samples;

/// <summary>What the report tells of postings and budgets that do not meet.</summary>
public class VarianceReportFindingsTests
{
    private const int Centers = 300;

    [Fact]
    public void Findings_ByTheHundred_AreSummedUpInAFewLines()
    {
        using TestBook book = ManyFindings();

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder, "--through", "2026-P01", "--format", "csv");

        string[] lines = run.Errors.TrimEnd('\n').Split('\n');
        Assert.Equal(0, run.ExitCode);
        Assert.InRange(lines.Length, 1, 60);
        Assert.Contains(
            "finding: postings without any budget in the range (300), sum 45,150.00, the 10 largest:", lines);
        Assert.Contains("finding: budgets without a posting in the range (300), sum 90,300.00, the 10 largest:", lines);
        Assert.Contains("finding: postings outside the range (300), sum 300.00, the 10 largest:", lines);
        Assert.Contains("  center C300, element travel Travel: 300.00", lines);
        Assert.Contains("  center C291, element travel Travel: 291.00", lines);
        Assert.DoesNotContain("  center C290, element travel Travel: 290.00", lines);
        Assert.Contains("note: --findings FILE writes every finding.", lines);
    }

    [Fact]
    public void Findings_File_HasEveryOneInReportOrder()
    {
        using TestBook book = ManyFindings();
        string file = book.PathOf("findings.csv");

        VarianceReportProgram run = VarianceReportProgram.Run(
            book.Folder, "--through", "2026-P01", "--format", "csv", "--findings", file);

        var expected = new StringBuilder("kind,center,element,amount\n");
        for (int center = 1; center <= Centers; center++)
        {
            expected
                .Append(CultureInfo.InvariantCulture, $"budget-without-posting,C{center:000},rent,{2 * center}.00\n")
                .Append(CultureInfo.InvariantCulture, $"posting-without-budget,C{center:000},travel,{center}.00\n")
                .Append(CultureInfo.InvariantCulture, $"posting-outside-range,C{center:000},travel,1.00\n");
        }

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected.ToString(), File.ReadAllText(file));
        Assert.DoesNotContain("--findings FILE", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_None_WriteTheHeaderAlone()
    {
        using TestBook book = new TestBook().With("postings.csv", """
            date,center,element,amount
            2026-01-31,A,rent,101
            2026-01-05,ROOT,sales,480.25

            """);
        string file = book.PathOf("findings.csv");

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder, "--findings", file);

        Assert.Equal((0, "kind,center,element,amount\n"), (run.ExitCode, File.ReadAllText(file)));
        Assert.DoesNotContain("finding:", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_FileThatCannotBeWritten_KeepsTheReportWithExitCode1()
    {
        using var book = new TestBook();

        VarianceReportProgram run = VarianceReportProgram.Run(
            book.Folder, "--format", "csv", "--findings", book.PathOf("no/findings.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(VarianceReportProgram.Run(book.Folder, "--format", "csv").Output, run.Output);
        Assert.Contains("Cannot write", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_FileOfTheBookOrOfAnotherOutput_IsWrongUsage()
    {
        using var book = new TestBook();
        string postings = book.PathOf("postings.csv");

        VarianceReportProgram ofBook = VarianceReportProgram.Run(book.Folder, "--findings", postings);
        VarianceReportProgram twice = VarianceReportProgram.Run(
            book.Folder, "--rejected", book.PathOf("x"), "--findings", book.PathOf("./x"));

        Assert.Equal((2, 2), (ofBook.ExitCode, twice.ExitCode));
        Assert.Equal(TestBook.Postings, File.ReadAllText(postings));
        Assert.Contains("--rejected and --findings name the same file.", twice.Errors, StringComparison.Ordinal);
    }

    /// <summary>Each of many centers has rent that is budgeted alone, and travel that is posted alone.</summary>
    private static TestBook ManyFindings()
    {
        var centers = new StringBuilder("code,name,kind,parent,valid_from,valid_to\n");
        var budget = new StringBuilder("version,center,element,period,amount\n");
        var postings = new StringBuilder("date,center,element,amount\n");
        for (int center = 1; center <= Centers; center++)
        {
            centers.Append(CultureInfo.InvariantCulture, $"C{center:000},Center,cost,,,\n");
            budget.Append(CultureInfo.InvariantCulture, $"plan,C{center:000},rent,2026-P01,{2 * center}\n");
            postings.Append(CultureInfo.InvariantCulture, $"2026-01-31,C{center:000},travel,{center}\n");
            postings.Append(CultureInfo.InvariantCulture, $"2026-02-01,C{center:000},travel,1\n");
        }

        return new TestBook()
            .With("centers.csv", centers.ToString())
            .With("elements.csv", "code,name,nature\nrent,Rent,cost\ntravel,Travel,cost\n")
            .With("budget.csv", budget.ToString())
            .With("postings.csv", postings.ToString())
            .Without("key-figures.csv");
    }
}
