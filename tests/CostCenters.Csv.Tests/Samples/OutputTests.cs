namespace CostCenters.Csv.Tests.Samples;

/// <summary>What becomes of the report and of what is written beside it when something cannot be written.</summary>
public sealed class OutputTests : IDisposable
{
    private const string Header = "center,measure,budget,actual,difference,percent,outcome";
    private static readonly string Leftover = $"costcenters-{new string('0', 31)}a.tmp";

    private readonly TestBook book = new();
    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("costcenters-");

    public void Dispose()
    {
        book.Dispose();
        scratch.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData(">(exec true)")]
    [InlineData("/no/such/folder/rejected.csv")]
    public void Rejected_ThatCannotBeWritten_IsToldWithExitCode1BesideTheWholeReport(string rejected)
    {
        book.With("postings.csv", TestBook.Postings + Faulty(2_000));

        VarianceReportProgram run = VarianceReportProgram.Shell(
            $"$report {book.Folder} --format csv --rejected {rejected}; echo \"exit $?\"");

        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal((Header, "exit 1"), (lines[0], lines[^1]));
        Assert.Equal(7, lines.Length);
        Assert.Contains("error: Cannot write '", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--out /dev/stdout ")]
    public void Report_IntoAFullDisk_IsExitCode1WithItsReason(string option)
    {
        VarianceReportProgram run = VarianceReportProgram.Shell(
            $"$report {book.Folder} --format csv {option}--rejected {PathOf("r.csv")} > /dev/full");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error: Cannot write ", run.Errors, StringComparison.Ordinal);
        Assert.Equal("file,line,column,code,value,message\n", File.ReadAllText(PathOf("r.csv")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 2>&1")]
    [InlineData(" --out /dev/stdout")]
    public void ClosedPipeOfTheReport_KeepsTheExitCodeOfTheRows(string redirection)
    {
        book.With("postings.csv", TestBook.Postings + Faulty(3_000));
        string command = $"$report {book.Folder} --by center,element,period --format csv{redirection}";

        VarianceReportProgram rejected = VarianceReportProgram.Shell($"{command} | true; echo ${{PIPESTATUS[0]}}");
        book.With("postings.csv", TestBook.Postings);
        VarianceReportProgram all = VarianceReportProgram.Shell($"{command} | true; echo ${{PIPESTATUS[0]}}");

        Assert.Equal(("3\n", "0\n"), (rejected.Output, all.Output));
    }

    [Fact]
    public void ReportIntoAPipeByName_ThatNobodyReadsToItsEnd_IsExitCode1()
    {
        string pipe = PathOf("pipe");

        VarianceReportProgram run = VarianceReportProgram.Shell(
            $"mkfifo {pipe}; (exec 3<{pipe}) & $report {book.Folder} --format csv --out {pipe}; echo $?; wait");

        Assert.Equal("1\n", run.Output);
        Assert.Contains($"error: Cannot write '{pipe}'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ReportIntoAPipeByName_ArrivesWhole()
    {
        string pipe = PathOf("pipe");

        VarianceReportProgram run = VarianceReportProgram.Shell(
            $"mkfifo {pipe}; cat {pipe} & $report {book.Folder} --format csv --rejected {pipe}; wait");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("file,line,column,code,value,message\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(Header, run.Output, StringComparison.Ordinal);
    }

    // As a link to a device its target would be replaced by a file.
    [Fact]
    public void ReportIntoALinkToADevice_LeavesTheDevice()
    {
        File.CreateSymbolicLink(PathOf("link"), "/dev/null");

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder, "--out", PathOf("link"));

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal("/dev/null", new FileInfo(PathOf("link")).LinkTarget);
        Assert.Equal(0, VarianceReportProgram.Shell("[ -c /dev/null ]").ExitCode);
    }

    [Fact]
    public void ReportIntoALinkToAFileOfTheBook_IsRefused()
    {
        File.CreateSymbolicLink(PathOf("link"), book.PathOf("postings.csv"));

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder, "--out", PathOf("link"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(TestBook.Postings, File.ReadAllText(book.PathOf("postings.csv")));
    }

    [Fact]
    public void UnfinishedFileOfABrokenOffRun_IsToldAndRemovedUnlessItIsInUse()
    {
        string used = PathOf(Leftover.Replace('a', 'b'));
        string other = PathOf("costcenters-mine.tmp");
        string link = PathOf(Leftover.Replace('a', 'c'));
        File.WriteAllText(PathOf(Leftover), "half a rep");
        File.WriteAllText(other, "mine");
        File.CreateSymbolicLink(link, other);
        using FileStream open = new(used, FileMode.CreateNew, FileAccess.Write, FileShare.None);

        VarianceReportProgram run = VarianceReportProgram.Run(book.Folder, "--out", PathOf("report.txt"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"note: removed '{Leftover}'", run.Errors, StringComparison.Ordinal);
        Assert.Equal(
            new[] { used, other, link, PathOf("report.txt") }.Order(),
            Directory.GetFiles(scratch.FullName).Order());
        Assert.Equal("mine", File.ReadAllText(other));
    }

    [Fact]
    public void LargeLedger_RemovesTheUnfinishedBookOfABrokenOffRun()
    {
        Directory.CreateDirectory(PathOf(Leftover));
        File.WriteAllText(Path.Combine(PathOf(Leftover), "book.json"), "{");

        VarianceReportProgram run = VarianceReportProgram.RunOther(
            "LargeLedger", "--rows", "10", "--budget-rows", "10", "--book", PathOf("book"), "--generate-only");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([PathOf("book")], Directory.GetFileSystemEntries(scratch.FullName));
    }

    // A table is laid out as a whole; the other formats are written row by row.
    [Theory]
    [InlineData("csv", 0)]
    [InlineData("json", 0)]
    [InlineData("table", 1)]
    public void LargeReport_InLittleMemory_IsWrittenRowByRowOrRefusedWithTheFigure(string format, int exitCode)
    {
        const string Report = "$report --by center,element,period --format";

        VarianceReportProgram run = VarianceReportProgram.Shell(
            $"export DOTNET_GCHeapHardLimit=0x3000000; {Report} {format} --out {PathOf("report")}");

        Assert.Equal(exitCode, run.ExitCode);
        if (exitCode == 0)
        {
            Assert.Equal(VarianceReportProgram.Shell($"{Report} {format}").Output, File.ReadAllText(PathOf("report")));
        }
        else
        {
            Assert.Matches("error: The report as a table needs about [0-9]+ MB of memory, [0-9]+ MB are", run.Errors);
            Assert.Empty(scratch.GetFiles());
        }
    }

    // What is told beside a report must not cost the report.
    [Theory]
    [InlineData("VarianceReport", "2>/dev/full")]
    [InlineData("VarianceReport", "2>&-")]
    [InlineData("LargeLedger", "2>/dev/full")]
    [InlineData("LargeLedger", "2>&-")]
    public void StandardErrorFullOrClosed_KeepsReportAndExitCode(string sample, string redirection)
    {
        book.With("postings.csv", TestBook.Postings + Faulty(10));
        string option = sample == "LargeLedger" ? "--book " : "";
        string program = $"dotnet {Path.Combine(AppContext.BaseDirectory, $"{sample}.dll")} {option}{book.Folder}";

        VarianceReportProgram run = VarianceReportProgram.Shell($"{program} {redirection}; echo $?");

        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("3", lines[^1]);
        Assert.Contains(lines, line => line.Contains("ROOT", StringComparison.Ordinal));
    }

    private static string Faulty(int rows) =>
        string.Concat(Enumerable.Repeat("2026-01-31,X,rent,1,,,\n", rows));

    private string PathOf(string file) => Path.Combine(scratch.FullName, file);
}
