using CostCenters.Csv.Tests;
using CostCenters.Tool.Commands;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Tests.Unit;

/// <summary>Parts of a report, with the same figures on the screen, in files and on a page; Golden/Widths/source.md
/// derives those of the book.</summary>
public class PartTests
{
    private static readonly string Book = Path.Combine(AppContext.BaseDirectory, "Golden", "Widths", "Book");

    private static readonly string[] Wide = ["--width", "200"];

    [Fact] // The own costs of the company: 25,000 budgeted in the year and 26,000 spent, 104 %.
    public void YearToDate_OnScreenPageAndCsv_HasTheSameFigures()
    {
        string screen = Report([.. Wide, "--ytd"]);
        string csv = Report("--ytd", "--outlook", "--format", "csv");
        string page = Page("--ytd");

        Assert.Contains("(own)", screen, StringComparison.Ordinal);
        Assert.Contains("unfavorable      25,000.00      -1,000.00      26,000.00    104.0",
            screen,
            StringComparison.Ordinal);
        Assert.Contains(
            "100,cost,775000.50,781000.25,5999.75,0.77,unfavorable,1225000.50,444000.25,1231000.25,63.76\n",
            csv,
            StringComparison.Ordinal);
        Assert.DoesNotContain("26000.00", csv, StringComparison.Ordinal);
        Assert.Contains(
            "<td>781,000.25</td><td>1,225,000.50</td><td>444,000.25</td><td>1,231,000.25</td><td>63.8</td>",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "<td>26,000.00</td><td>25,000.00</td><td>−1,000.00</td><td>26,000.00</td><td>104.0</td>",
            page,
            StringComparison.Ordinal);
        Assert.Contains("Forecast: actuals to date, then the budget of the rest.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void YearToDate_InCsvBesideAPage_IsThatOfTheContract()
    {
        using var scratch = new ScratchFolder();
        string[] page = ["--html", scratch["page.html"], "--forecast", "run-rate"];

        Assert.Equal(Report("--ytd", "--format", "csv"), Report(["--ytd", "--format", "csv", .. page]));
        Assert.Contains(
            "Forecast: actuals to date, then as much in each period as so far.",
            File.ReadAllText(scratch["page.html"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Pivot_OfACenterWithOwnAmounts_ShowsThemOnScreenAndPage()
    {
        string screen = Report([.. Wide, "--pivot", "budget", "--full-year"]);

        string own = Assert.Single(screen.Split('\n'), line => line.Contains("(own)", StringComparison.Ordinal));
        Assert.Equal(
            ["(own)", "cost", "25,000.00", "-", "25,000.00"], own.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        string page = Page("--pivot", "budget", "--full-year");
        Assert.Contains("<td>25,000.00</td><td>–</td><td>25,000.00</td>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<td>775,000.50</td><td>450,000.00</td><td>1,225,000.50</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Commitments_OfACenterWithOwnAmounts_AreShownOnScreenAndPage()
    {
        using TestBook book = new TestBook()
            .With("budget.csv", TestBook.Budget + "plan,ROOT,rent,2026-P01,50.00,\n")
            .With(
                "commitments.csv",
                "id,stage,date,center,element,amount\n"
                    + "O1,order,2026-01-10,A,rent,20.00\nO2,order,2026-01-10,ROOT,rent,5.00\n");
        using var scratch = new ScratchFolder();
        string[] run = ["report", book.Folder, "--with-commitments", "--through", "2026-P01"];

        ToolRun screen = ToolRun.Of([.. run, .. Wide]);
        ToolRun page = ToolRun.Of([.. run, "--html", scratch["page.html"], "--xlsx", scratch["book.xlsx"]]);

        Assert.Equal((0, 0), (screen.ExitCode, page.ExitCode));
        string own = Assert.Single(screen.Output.Split('\n'), line => line.Contains("(own)", StringComparison.Ordinal));
        Assert.EndsWith("45.00", own, StringComparison.Ordinal);
        Assert.Contains(
            "<td>50.00</td><td>0.00</td><td>5.00</td><td>45.00</td>",
            File.ReadAllText(scratch["page.html"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Material_OnAPage_HasHeadingsAndTheRest()
    {
        string csv = Report("--material", "20000", "--format", "csv");
        string page = Page("--material", "20000");

        Assert.Contains("\nother,cost,", csv, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\" colspan=\"1\">Other</th>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\" colspan=\"1\">Total</th>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--center", "300")]
    [InlineData("--depth", "1")]
    [InlineData("--by", "element")]
    [InlineData("--by", "period")]
    [InlineData("--pivot", "difference", "--by", "center,element")]
    [InlineData("--material", "100", "--by", "center,element,period")]
    [InlineData("--center", "300", "--ytd", "--by", "element", "--unit", "k")]
    public void AnyPart_IsWrittenAsPageAndWorkbook(params string[] options)
    {
        using var scratch = new ScratchFolder();

        ToolRun run = ToolRun.Of(
            ["report", Book, .. options, "--html", scratch["page.html"], "--xlsx", scratch["book.xlsx"]]);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.EndsWith(
            $"Wrote {scratch["page.html"]}.\nWrote {scratch["book.xlsx"]}.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AsAPage_IsOfTheCenterAlone()
    {
        using var scratch = new ScratchFolder();

        ToolRun run = ToolRun.Of(
            "explain", Book, "200", "--html", scratch["page.html"], "--xlsx", scratch["book.xlsx"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        string page = File.ReadAllText(scratch["page.html"]);
        Assert.Contains("<section id=\"tree0\">", page, StringComparison.Ordinal);
        Assert.Contains("+15,000.25 ▼", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Operations", page, StringComparison.Ordinal);
    }

    [Fact] // 775,000.50 against 781,000.25 and 1,200,000 against 1,150,000; the rows before are those of the contract.
    public void Totals_InCsvAndJson_StandBehindTheRows()
    {
        string plain = Report("--by", "element", "--format", "csv");

        Assert.Equal(
            plain
                + "total,cost,775000.50,781000.25,5999.75,0.77,unfavorable\n"
                + "total,revenue,1200000.00,1150000.00,-50000.00,-4.17,unfavorable\n"
                + "total,margin,424999.50,368999.75,-55999.75,-13.18,unfavorable\n",
            Report("--by", "element", "--format", "csv", "--totals"));
        Assert.Contains(
            "\"period\": \"total\",",
            Report("--by", "period", "--format", "json", "--totals"),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "total,,margin,368999.75,368999.75\n",
            Report("--by", "center,element", "--pivot", "actual", "--format", "csv", "--totals"),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "total,total,,,margin,368999.75,368999.75",
            string.Join(',', Report(
                "--by", "center,element", "--pivot", "actual", "--format", "csv", "--totals", "--with-names")
                .TrimEnd().Split('\n')[^1].Split(',').Take(7)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--totals", "--totals goes with --format csv or json")]
    [InlineData("--format csv --totals", "by center alone the top centers hold everything")]
    [InlineData("--format csv --by element --totals --material 5", "--totals goes with")]
    [InlineData("--forecast run-rate", "--forecast goes with --ytd")]
    public void Options_ThatDoNotGoTogether_SayWhatToDo(string options, string expected)
    {
        UsageException error = Assert.Throws<UsageException>(
            () => ToolProgram.CostCenters.Prepare(["report", Book, .. options.Split(' ')]));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact] // On a terminal every step that may take long says that it goes on.
    public void Report_OnATerminal_ShowsEachStep()
    {
        using var scratch = new ScratchFolder();

        string shown = ToolRun.Shell(
            $"TERM=xterm script -qec \"$costcenters report {Book} --html {scratch["page.html"]} --format csv "
                + $"--out {scratch["report.csv"]}\" /dev/null").Output;
        string laidOut = ToolRun.Shell($"TERM=xterm script -qec \"$costcenters report {Book}\" /dev/null").Output;

        Assert.All(
            [
                "Reading the book", "Adding up", "Looking for findings", "Writing the report", "Gathering the files",
                "Writing ",
            ],
            step => Assert.Contains(step, shown, StringComparison.Ordinal));
        Assert.Contains("Laying out", laidOut, StringComparison.Ordinal);
    }

    private static string Report(params string[] options)
    {
        ToolRun run = ToolRun.Of(["report", Book, .. options]);
        Assert.Equal((0, true), (run.ExitCode, run.Output.Length > 0));
        return run.Output;
    }

    private static string Page(params string[] options)
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(0, ToolRun.Of(["report", Book, .. options, "--html", scratch["page.html"]]).ExitCode);
        return File.ReadAllText(scratch["page.html"]);
    }
}
