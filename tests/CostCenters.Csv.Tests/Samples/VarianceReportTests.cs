using System.Globalization;

namespace CostCenters.Csv.Tests.Samples;

public class VarianceReportTests
{
    [Fact]
    public void Help_IsPrintedWithExitCode0()
    {
        VarianceReportProgram run = VarianceReportProgram.Run("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("Usage: VarianceReport [BOOK] [options]\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option '--colour'.", "--colour", "red")]
    [InlineData("The option --by needs a value.", "--by")]
    [InlineData("The option --by stands twice.", "--by", "center", "--by", "period")]
    [InlineData("--by names center twice.", "--by", "center,center")]
    [InlineData("--by takes center, element or period, not 'Center'.", "--by", "Center")]
    [InlineData("--bridge takes center, element or period, not 'all'.", "--bridge", "all")]
    [InlineData("--material is AMOUNT or AMOUNT,PERCENT such as 5000,10, not '1e3'.", "--material", "1e3")]
    [InlineData("--material is AMOUNT or AMOUNT,PERCENT such as 5000,10, not '-1'.", "--material", "-1")]
    [InlineData("--top is a number above 0, not '0'.", "--top", "0")]
    [InlineData("Name one of --explain, --material, --top and --bridge.", "--top", "1", "--bridge", "center")]
    [InlineData("--ytd begins with the year; leave --from out.", "--ytd", "--from", "2026-P01")]
    [InlineData("no budget version 'Plan'", "--against", "Plan")]
    [InlineData("--format is table, csv or json, not 'xml'.", "--format", "xml")]
    [InlineData("--from is a fiscal period such as 2026-P03, not '2026'.", "--from", "2026")]
    [InlineData("--from 2026-P13 is no period of the book's fiscal calendar.", "--from", "2026-P13")]
    [InlineData("--from 2026-P02 is after --through 2026-P01.", "--from", "2026-P02", "--through", "2026-P01")]
    [InlineData("no budget version 'Plan' with an accepted row; it has plan.", "--version", "Plan")]
    [InlineData("the book has no center 'X'", "--explain", "X")]
    [InlineData("--explain is printed as a table", "--explain", "A", "--format", "csv")]
    [InlineData("One book was expected", "another")]
    public void WrongUsage_SaysWhatIsWrongWithExitCode2(string message, params string[] options)
    {
        using var book = new TestBook();

        VarianceReportProgram run = VarianceReportProgram.Run([book.Folder, .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Try --help.\n", run.Errors, StringComparison.Ordinal);
        AssertNoStackTrace(run);
    }

    [Fact]
    public void SeveralVersionsAndNoneNamed_IsWrongUsage()
    {
        using TestBook book = new TestBook().With("budget.csv", TestBook.Budget + "other,A,rent,2026,1,\n");

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("versions plan, other; name one with --version.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, VarianceReportProgram.Run(book.Folder, "--version", "other").ExitCode);
    }

    [Fact]
    public void BookThatCannotBeRead_IsToldWithExitCode1()
    {
        using TestBook book = new TestBook()
            .With("book.json", "{}")
            .With("budget.csv", "version\n");

        VarianceReportProgram missing = VarianceReportProgram.Run(book.PathOf("gone"));
        VarianceReportProgram file = VarianceReportProgram.Run(book.PathOf("centers.csv"));
        VarianceReportProgram wrong = VarianceReportProgram.Run(book.Folder);

        Assert.All([missing, file, wrong], run => Assert.Equal((1, ""), (run.ExitCode, run.Output)));
        Assert.All([missing, file, wrong], AssertNoStackTrace);
        Assert.Contains("The folder does not exist", missing.Errors, StringComparison.Ordinal);
        Assert.Contains("this is a file", file.Errors, StringComparison.Ordinal);
        Assert.Contains("error: book.json bad-book: name:", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("error: budget.csv:1 missing-column \"amount\"", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Out_ThatCannotBeWritten_IsToldWithExitCode1AndLeavesNothing()
    {
        using var book = new TestBook();
        string[] before = Directory.GetFileSystemEntries(book.Folder);
        string rejected = book.PathOf("rejected.csv");

        string[] targets = [book.Folder, book.PathOf("book.json") + "/report.csv", book.PathOf("no/r.csv")];
        foreach (string target in targets)
        {
            VarianceReportProgram run = VarianceReportProgram.Run(
                book.Folder, "--format", "csv", "--out", target, "--rejected", rejected);

            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains($"Cannot write '{target}'", run.Errors, StringComparison.Ordinal);
            AssertNoStackTrace(run);
        }

        Assert.Equal(before.Order(), Directory.GetFileSystemEntries(book.Folder).Order());
    }

    [Fact]
    public void Out_ReplacesTheFileWhole()
    {
        using var book = new TestBook();
        string target = book.PathOf("report.csv");
        File.WriteAllText(target, new string('x', 100_000));

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder, "--format", "csv", "--out", target);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(VarianceReportProgram.Run(book.Folder, "--format", "csv").Output, File.ReadAllText(target));
        Assert.Empty(Directory.GetFiles(book.Folder, "*.tmp"));
    }

    [Fact]
    public void Rejected_SomeRows_IsWrittenWithExitCode3()
    {
        using TestBook book = new TestBook().With("postings.csv", TestBook.Postings + "2026-01-31,X,rent,1,,,\n");
        string rejected = book.PathOf("rejected.csv");

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder, "--rejected", rejected);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith(
            "file,line,column,code,value,message\npostings.csv,5,center,unknown-center,X,",
            File.ReadAllText(rejected),
            StringComparison.Ordinal);
        Assert.Contains("postings.csv: 4 read, 3 accepted, 1 rejected", run.Errors, StringComparison.Ordinal);
        Assert.Contains("rejected: postings.csv:5 center unknown-center \"X\"", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyTables_WithARange_GiveTheHeaderAlone()
    {
        using TestBook book = new TestBook()
            .With("budget.csv", "version,center,element,period,amount\n")
            .With("postings.csv", "date,center,element,amount\n")
            .Without("key-figures.csv");

        VarianceReportProgram run = VarianceReportProgram.Run(
            book.Folder, "--format", "csv", "--from", "2026-P01", "--through", "2026-P01");
        VarianceReportProgram json = VarianceReportProgram.Run(
            book.Folder, "--format", "json", "--from", "2026-P01", "--through", "2026-P01");
        VarianceReportProgram table = VarianceReportProgram.Run(
            book.Folder, "--from", "2026-P01", "--through", "2026-P01");
        VarianceReportProgram withoutRange = VarianceReportProgram.Run(book.Folder);

        Assert.Equal((0, "center,measure,budget,actual,difference,percent,outcome\n"), (run.ExitCode, run.Output));
        Assert.Equal((0, "[]\n"), (json.ExitCode, json.Output));
        Assert.Equal(
            (0, "Test: no budget against actuals, 2026-P01, EUR\n\n  No budget and no posting in these periods.\n"),
            (table.ExitCode, table.Output));
        Assert.Equal((1, ""), (withoutRange.ExitCode, withoutRange.Output));
        Assert.Contains("neither a budget nor a posting", withoutRange.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ClosedPipe_EndsQuietlyWithExitCode0()
    {
        VarianceReportProgram run = VarianceReportProgram.Shell(
            "$report --by center,element,period | head -n 1; echo ${PIPESTATUS[0]}");

        Assert.Equal("0", run.Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(2, run.Output.TrimEnd().Split('\n').Length);
        AssertNoStackTrace(run);
    }

    [Fact]
    public void FullDisk_IsNoClosedPipe()
    {
        VarianceReportProgram run = VarianceReportProgram.Shell("$report > /dev/full");

        Assert.Equal(1, run.ExitCode);
        AssertNoStackTrace(run);
    }

    // A program that writes at a place of its own in a shared file would lose one of the two.
    [Fact]
    public void OutputIntoAFileThatOthersWriteToo_IsKept()
    {
        using var book = new TestBook();
        string target = book.PathOf("all.txt");

        VarianceReportProgram run = VarianceReportProgram.Shell(
            $"(echo before; $report {book.Folder} --format csv; echo after) > {target}");

        string[] lines = File.ReadAllLines(target);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(("before", "after", 8), (lines[0], lines[^1], lines.Length));
        Assert.Equal("center,measure,budget,actual,difference,percent,outcome", lines[1]);
    }

    [Fact]
    public void Table_WithoutTerminal_HasNoColorsAndIsWholeWhateverTheNames()
    {
        string name = string.Concat(Enumerable.Repeat("Long [red] name ", 30));
        using TestBook book = new TestBook().With(
            "centers.csv",
            "code,name,kind,parent\nROOT,\"Two\nlines\u001B[2J\",profit,\n"
                + $"A,{name},cost,ROOT\nB,Beta,cost,ROOT\n");

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain('\u001B', run.Output);
        string[] lines = [.. run.Output.Split('\n').Select(line =>
            string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Equal("Test: budget 'plan' against actuals, 2026-P01 through 2026-P02, EUR", lines[0]);
        Assert.Single(lines, line => line.StartsWith(@"ROOT Two\u{A}lines\u{1B}[2J", StringComparison.Ordinal)
            && line.EndsWith(" cost 200.00 108.77 -91.23 -45.6 favorable", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("A Long [red] name", StringComparison.Ordinal)
            && line.EndsWith("… cost 200.00 101.00 -99.00 -49.5 favorable", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("KML")]
    [InlineData("1500")]
    [InlineData("3100")]
    [InlineData("2120")]
    public void Explain_EveryLevel_AddsUpToTheOneAboveIt(string center)
    {
        VarianceReportProgram run = VarianceReportProgram.Run(
            "--explain", center, "--from", "2026-P01", "--through", "2026-P05");

        Assert.Equal(0, run.ExitCode);
        (int Depth, string Title, decimal Actual, decimal Difference)[] rows = [.. run.Output.Split('\n')
            .SkipWhile(line => !line.Contains('─', StringComparison.Ordinal)).Skip(1)
            .Where(line => line.Length > 0)
            .Select(ExplainedRow)];
        Assert.True(rows.Length > 3);
        int checkedLevels = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            var parts = rows.Skip(i + 1).TakeWhile(row => row.Depth > rows[i].Depth)
                .Where(row => row.Depth == rows[i].Depth + 1).ToList();
            if (parts.Count > 0)
            {
                checkedLevels++;
                Assert.Equal((rows[i].Title, rows[i].Actual), (rows[i].Title, parts.Sum(part => part.Actual)));
                Assert.Equal((rows[i].Title, rows[i].Difference), (rows[i].Title, parts.Sum(part => part.Difference)));
            }
        }

        Assert.True(checkedLevels > 1);
    }

    [Fact]
    public void SampleCompany_IsReportedWithoutABook()
    {
        VarianceReportProgram run = VarianceReportProgram.Run(
            "--by", "element", "--from", "2025-P01", "--through", "2025-P01");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Kranichmoor Logistik: budget 'adopted'", run.Output, StringComparison.Ordinal);
    }

    private static (int Depth, string Title, decimal Actual, decimal Difference) ExplainedRow(string line)
    {
        string[] cells = line.Split("   ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int indent = line.Length - line.TrimStart().Length;

        // From the end: outcome, percent, difference, actual.
        return ((indent - 2) / 2, cells[0], Number(cells[^4]), Number(cells[^3]));

        static decimal Number(string cell) => decimal.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static void AssertNoStackTrace(VarianceReportProgram run) =>
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
}
