using System.Diagnostics;
using CostCenters.Books;
using CostCenters.Csv.Imports;
using CostCenters.Reports;

namespace CostCenters.Csv.Tests.Samples;

public sealed class LargeLedgerTests : IDisposable
{
    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("costcenters-");

    private static string Program => Path.Combine(AppContext.BaseDirectory, "LargeLedger.dll");

    public void Dispose() => scratch.Delete(recursive: true);

    [Fact]
    public void SameNumbersOfRows_MakeTheSameBytes()
    {
        Make("first", rows: 40_000, budgetRows: 20_000);
        Make("second", rows: 40_000, budgetRows: 20_000);

        string[] files = [.. Directory.GetFiles(PathOf("first")).Select(Path.GetFileName).Order()!];
        Assert.Equal(["book.json", "budget.csv", "centers.csv", "elements.csv", "postings.csv"], files);
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(PathOf($"first/{file}")), File.ReadAllBytes(PathOf($"second/{file}"))));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16_385, 3)] // One row more than a block.
    public void Book_HasAsManyRowsAsNamed_AllOfThemSound(int rows, int budgetRows)
    {
        Make("book", rows, budgetRows);

        ImportResult<Book> import = BookFolder.Read(PathOf("book"), TestBook.Stamp);

        Assert.Empty(import.Issues);
        Assert.Equal(rows, import.Files.Single(file => file.Name == "postings.csv").Counts.Accepted);
        Assert.Equal(budgetRows, import.Files.Single(file => file.Name == "budget.csv").Counts.Accepted);
    }

    // What makes the book worth measuring: a reader that is good at plain rows alone would look too fast.
    [Fact]
    public void Book_HasTheTextsAndGapsOfRealOnes()
    {
        Make("book", rows: 50_000, budgetRows: 10);

        Ledgers.Posting[] postings =
            [.. BookFolder.Read(PathOf("book"), TestBook.Stamp).GetOrThrow().Ledger.Snapshot().Postings()];

        Assert.Equal(postings.OrderBy(posting => posting.Date), postings);
        Assert.InRange(Share(posting => posting.Quantity is null), 0.58, 0.62);
        Assert.InRange(Share(posting => posting.Text!.Contains(',', StringComparison.Ordinal)), 0.07, 0.08);
        Assert.InRange(Share(posting => posting.Text!.Contains('"', StringComparison.Ordinal)), 0.003, 0.007);
        Assert.InRange(Share(posting => posting.Text!.Contains('\n', StringComparison.Ordinal)), 0.00001, 0.001);
        Assert.InRange(new FileInfo(PathOf("book/postings.csv")).Length / 50_000, 65, 69);
        Assert.Equal(1_000, postings.Select(posting => posting.Center).Distinct().Count());
        Assert.Equal(300, postings.Select(posting => posting.Element).Distinct().Count());
        int most = postings.GroupBy(posting => posting.Center).Max(group => group.Count());
        int least = postings.GroupBy(posting => posting.Center).Min(group => group.Count());
        Assert.True(most > 5 * least, $"The centers have {least} to {most} postings.");

        double Share(Func<Ledgers.Posting, bool> isSo) => (double)postings.Count(isSo) / postings.Length;
    }

    [Theory]
    [InlineData("center", ReportDimensions.Center)]
    [InlineData(
        "center,element,period", ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period)]
    public void Report_IsThatOfThePlainReader(string by, ReportDimensions dimensions)
    {
        var run = Run(
            "--rows", "20000", "--budget-rows", "9000", "--book", PathOf("book"), "--by", by, "--top", "3",
            "--out", PathOf("report.csv"));

        Book book = BookFolder.Read(PathOf("book"), TestBook.Stamp).GetOrThrow();
        string[] expected = TestBook.Report(book, "plan", dimensions).TrimEnd('\n').Split('\n');
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(expected, File.ReadAllLines(PathOf("report.csv")));
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(expected[..4], lines[^5..^1].Select(line =>
            string.Join(',', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal($"and {expected.Length - 4:N0} more rows", lines[^1]);
        Assert.Contains("20,000 postings, 9,000 budget rows", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 rejected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Book_ThatIsThere_IsTakenAsItIs()
    {
        using TestBook book = new TestBook().With("postings.csv", TestBook.Postings + "2026-01-31,X,rent,1,,,\n");
        string[] before = Directory.GetFileSystemEntries(book.Folder);

        var run = Run("--book", book.Folder);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("postings.csv:5 center unknown-center \"X\"", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before.Order(), Directory.GetFileSystemEntries(book.Folder).Order());
        Assert.Equal(2, Run("--book", book.Folder, "--rows", "5").ExitCode);
        Assert.Equal(2, Run("--book", book.Folder, "--generate-only").ExitCode);
        Assert.Equal(2, Run("--book", book.Folder, "--version", "other").ExitCode);
    }

    [Fact]
    public void Folder_OfSomethingElse_IsLeftAlone()
    {
        File.WriteAllText(PathOf("letter.txt"), "Dear");

        var run = Run("--book", scratch.FullName);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("neither a book nor an empty folder", run.Errors, StringComparison.Ordinal);
        Assert.Equal([PathOf("letter.txt")], Directory.GetFileSystemEntries(scratch.FullName));
    }

    [Fact] // Devices and pipes are written to as they are, by this sample as by the others.
    public void Out_DeviceOrPipe_IsWrittenToAndStays()
    {
        Make("book", rows: 100, budgetRows: 50);
        File.CreateSymbolicLink(PathOf("link"), "/dev/full");
        string ledger = $"dotnet {Program} --book {PathOf("book")} --out";

        var full = Run("--book", PathOf("book"), "--out", PathOf("link"));
        var piped = VarianceReportProgram.Shell(
            $"mkfifo {PathOf("pipe")} && {{ cat {PathOf("pipe")} > {PathOf("copy")} & "
                + $"{ledger} {PathOf("pipe")} > {PathOf("screen")} && wait; }} && {ledger} {PathOf("file")}");

        Assert.Equal(1, full.ExitCode);
        Assert.Contains("error: ", full.Errors, StringComparison.Ordinal);
        Assert.Equal("/dev/full", new FileInfo(PathOf("link")).LinkTarget);
        Assert.Equal(0, VarianceReportProgram.Shell("[ -c /dev/full ]").ExitCode);
        Assert.Equal((0, ""), (piped.ExitCode, piped.Errors));
        Assert.Equal(File.ReadAllText(PathOf("file")), File.ReadAllText(PathOf("copy")));
        Assert.NotEmpty(File.ReadAllText(PathOf("copy")));
    }

    [Theory]
    [InlineData("There is no option '--colour'.", "--colour", "red")]
    [InlineData("The option --rows needs a value.", "--rows")]
    [InlineData("The option --rows stands twice.", "--rows", "1", "--rows", "2")]
    [InlineData("--rows is a number from 1 through 2000000000, not '0'.", "--rows", "0")]
    [InlineData("--rows is a number from 1 through 2000000000, not '1e6'.", "--rows", "1e6")]
    [InlineData("--budget-rows is at most 10800000, the cells of this shape.", "--budget-rows", "10800001")]
    [InlineData("--threads is a number from 1 through 1024, not '-1'.", "--threads", "-1")]
    [InlineData("--by takes center, element or period, not 'Center'.", "--by", "Center")]
    [InlineData("--by names center twice.", "--by", "center,center")]
    [InlineData("--generate-only needs --book", "--generate-only")]
    public void WrongUsage_SaysWhatIsWrongWithExitCode2(string message, params string[] options)
    {
        var run = Run(options);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Try --help.\n", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Cancelled_WhileTheBookIsMade_LeavesNothing(string signal)
    {
        // What starts the tests may ignore the signal, which its children would inherit.
        string[] command =
        [
            "env", $"--default-signal={signal}", "dotnet", Program, "--rows", "2000000000", "--book", PathOf("book"),
        ];

        var run = ChildProgram.Run(command, process =>
        {
            while (!process.HasExited
                && Directory.GetFiles(scratch.FullName, "postings.csv", SearchOption.AllDirectories).Length == 0)
            {
                Thread.Sleep(10);
            }

            Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        });

        Assert.Equal((130, "Cancelled; nothing of it is left.\n"), (run.ExitCode, run.Errors));
        Assert.Empty(Directory.GetFileSystemEntries(scratch.FullName));
    }

    private void Make(string book, int rows, int budgetRows)
    {
        var run = Run(
            "--rows", $"{rows}", "--budget-rows", $"{budgetRows}", "--book", PathOf(book), "--generate-only");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    private string PathOf(string name) => Path.Combine(scratch.FullName, name);

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments) =>
        ChildProgram.Run(["dotnet", Program, .. arguments]);
}
