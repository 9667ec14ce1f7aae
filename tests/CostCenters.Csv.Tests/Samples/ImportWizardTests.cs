using CostCenters.Books;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Json;

namespace CostCenters.Csv.Tests.Samples;

/// <summary>The wizard as scripts use it, on the export that comes with it and on others.</summary>
public sealed class ImportWizardTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wizard-");

    public void Dispose() => folder.Delete(recursive: true);

    // By hand: 3,250.00 + 3 x 1,234.50 + 480.75 = 7,434.25; less 12,500.00 makes -5,065.75. The 30th of February
    // (19.90) is rejected, the row "Summe" (-5,045.85, with the 19.90) agrees with the rows above and is set aside.
    [Fact]
    public void Run_ExportThatComesWithIt_ShowsWhatWouldBeReadAndItsControlTotals()
    {
        VarianceReportProgram run = Run();

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("  ; stands 6 times in 9 of 11 rows.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("are dates dd.MM.yyyy.", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "     9   2026-02-28   2001     6200         480.75   100004     Reisen\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "    10   30.02.2026   2001     6200          19.90   100005     Reisen   date bad-date\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            """
            Control totals:
              rows: 8 read, 6 accepted, 1 rejected, 1 set aside
              set aside: 1 totals that agree
              amount: 6 rows, above zero 7,434.25, below -12,500.00, sum -5,065.75
            """,
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public void Run_WithSwitches_WritesProfileAndBook()
    {
        VarianceReportProgram run = Run(
            "--choose", "signs=debitPositive", "--book", PathOf("book"), "--profile", PathOf("profile.json"),
            "--cost", "6", "--revenue", "4", "--center-names", "Bezeichnung", "--center-prefixes", "2");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("read back it has 6 postings", run.Errors, StringComparison.Ordinal);
        Assert.Equal(
            AmountSigns.DebitPositive, ImportProfileJson.Read(File.ReadAllText(PathOf("profile.json"))).AmountSigns);
        Book book = BookFolder.Read(PathOf("book"), TestBook.Stamp).Value!;
        Assert.Equal(12_500.00m + 7_434.25m, book.Ledger.Snapshot().Postings().Sum(posting => posting.Amount));
        Assert.Equal(
            "11 1101 1102 20 2001", string.Join(' ', book.Space.Centers.Centers.Select(center => center.Code)));
    }

    [Fact]
    public void Run_BookWithoutNatures_IsRefused()
    {
        VarianceReportProgram run = Run("--book", PathOf("book"), "--cost", "6");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Whether 4000 are costs or revenues is not told", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(PathOf("book")));
    }

    [Fact]
    public void Run_FileThatDoesNotDecide_IsOpenUntilASwitchDecides()
    {
        File.WriteAllText(PathOf("us.csv"), "Date,Department,Account,Amount\n03/04/2026,A,6000,12.50\n");

        VarianceReportProgram open = Run(PathOf("us.csv"), "--profile", PathOf("p.json"));
        VarianceReportProgram decided = Run(PathOf("us.csv"), "--choose", "dates=MM/dd/yyyy");

        Assert.Equal(1, open.ExitCode);
        Assert.Contains("error: open: dates: 03/04/2026 reads as 3 April 2026 and as 4 March 2026", open.Errors,
            StringComparison.Ordinal);
        Assert.Contains("--choose \"dates=...\" with dd/MM/yyyy, MM/dd/yyyy", open.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf("p.json")));
        Assert.Equal(0, decided.ExitCode);
        Assert.Contains("2026-03-04   A", decided.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ColumnsToldBySwitches_AreRead()
    {
        File.WriteAllText(PathOf("odd.csv"), "When,Where,Spent\n2026-01-31,A,12.50\n");

        VarianceReportProgram run = Run(
            PathOf("odd.csv"), "--map", "date=When;center=2;amount=Spent", "--constant", "element=6000");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("     2   2026-01-31   A        6000       12.50\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--choose", "dates")]
    [InlineData("--choose", "nothing=x")]
    [InlineData("--rows", "many")]
    [InlineData("--kind", "blue")]
    [InlineData("--map", "colour=1")]
    public void Run_WrongSwitch_IsExitCode2(string option, string value)
    {
        VarianceReportProgram run = Run(option, value);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("Try --help.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Workbook_IsRefusedByName()
    {
        File.WriteAllText(PathOf("book.xlsx"), "PK\u0003\u0004");

        VarianceReportProgram run = Run(PathOf("book.xlsx"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("an Excel workbook", run.Errors, StringComparison.Ordinal);
    }

    private static VarianceReportProgram Run(params string[] arguments) =>
        VarianceReportProgram.RunOther("ImportWizard", arguments);

    private string PathOf(string file) => Path.Combine(folder.FullName, file);
}
