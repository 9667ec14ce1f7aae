using CostCenters.Books;
using CostCenters.Csv.Imports;
using CostCenters.Reports;

namespace CostCenters.Csv.Tests.Samples;

/// <summary>Books of every shape that benchmarks measure, read by cubes at each vector width and by the plain reader.
/// </summary>
public sealed class BookShapeTests : IDisposable
{
    private static readonly string[] Widths =
        ["DOTNET_EnableAVX512=1", "DOTNET_EnableAVX512=0", "DOTNET_EnableAVX2=0", "DOTNET_EnableHWIntrinsic=0"];

    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("costcenters-");

    public static TheoryData<string> Shapes =>
    [
        "random", "by-center", "files=36", "files=2000", "centers=300", "centers=60000,random", "long-codes",
        "no-texts", "long-texts",
        "no-quantities", "all-quantities", "yearly", "findings=25", "findings=80,random", "faulty=1",
        "faulty=50", "crlf", "columns", "random,files=3,long-codes,long-texts,faulty=10,crlf,columns,findings=30",
    ];

    private static string Program => Path.Combine(AppContext.BaseDirectory, "LargeLedger.dll");

    public void Dispose() => scratch.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Report_AtEachVectorWidth_IsThatOfThePlainReader(string shape)
    {
        string book = Path.Combine(scratch.FullName, "book");
        string report = Path.Combine(scratch.FullName, "report.csv");
        var made = Run(Widths[0], "--generate-only", "--book", book, "--shape", shape, "--rows", "12000",
            "--budget-rows", "800");
        ImportResult<Book> plain = BookFolder.Read(book, TestBook.Stamp);
        string expected = TestBook.Report(plain.Value!, "plan", ReportDimensions.Center);
        string[] columns = shape.Contains("columns", StringComparison.Ordinal) ? ["id", "currency", "user"] : [];

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        Assert.Equal(12_800, plain.Counts.Read - MasterRows(book));
        Assert.All(columns, column => Assert.Contains(plain.Issues, issue =>
            issue.Severity == ImportSeverity.Note && issue.Column == column));
        Assert.All(Widths, width =>
        {
            var run = Run(width, "--book", book, "--out", report);
            Assert.Equal(plain.Counts.Rejected == 0 ? 0 : 3, run.ExitCode);
            Assert.Contains($"{plain.Counts}", run.Output, StringComparison.Ordinal);
            Assert.Equal(expected, File.ReadAllText(report));
        });
    }

    [Theory]
    [InlineData("faulty=50", 0.45, 0.55)]
    [InlineData("faulty=1", 0.005, 0.015)]
    [InlineData("random", 0, 0)]
    public void Faults_AreAsManyAsNamed(string shape, double least, double most)
    {
        string book = Path.Combine(scratch.FullName, "book");
        Run(Widths[0], "--generate-only", "--book", book, "--shape", shape, "--rows", "12000", "--budget-rows", "800");

        ImportCounts counts =
            BookFolder.Read(book, TestBook.Stamp).Files.Single(file => file.Name == "postings.csv").Counts;

        Assert.InRange((double)counts.Rejected / counts.Read, least, most);
    }

    [Theory]
    [InlineData("--shape takes no word 'sorted'", "sorted")]
    [InlineData("--shape takes no word 'files'", "files")]
    [InlineData("files of --shape is a number from 1 through 10000.", "files=0")]
    [InlineData("faulty of --shape is a number from 0 through 100.", "faulty=1.5")]
    public void Shape_ThatIsNone_IsRefused(string message, string shape)
    {
        var run = Run(Widths[0], "--shape", shape);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void BudgetRows_MoreThanCells_AreRefused()
    {
        string book = Path.Combine(scratch.FullName, "book");

        var run = Run(Widths[0], "--generate-only", "--book", book, "--shape", "yearly", "--budget-rows", "900001");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--budget-rows is at most 900000", run.Errors, StringComparison.Ordinal);
        Assert.Empty(scratch.GetFileSystemInfos());
    }

    private static long MasterRows(string book) =>
        File.ReadLines(Path.Combine(book, "centers.csv")).Count() - 1
        + File.ReadLines(Path.Combine(book, "elements.csv")).Count() - 1;

    private static (int ExitCode, string Output, string Errors) Run(string width, params string[] arguments) =>
        ChildProgram.Run(["env", width, "dotnet", Program, .. arguments]);
}
