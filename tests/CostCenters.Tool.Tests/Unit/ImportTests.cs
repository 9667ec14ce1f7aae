using CostCenters.Calendars;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Json;
using CostCenters.Csv.Proposals;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Tool.Importing;

namespace CostCenters.Tool.Tests.Unit;

/// <summary>The import of foreign files by the command; what the detector finds is tried with the library.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Export =
        "Date;Department;Account;Amount\n31.01.2026;A;6000;1.012,50\n28.02.2026;B;4000;-2.000,00\n"
            + "31.02.2026;B;6000;1,00\n";

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Import_WithABook_WritesABookThatReports()
    {
        ToolRun run = ToolRun.Of(
            "import", With(Export), "--choose", "signs=debitPositive", "--book", scratch["book"], "--cost", "6",
            "--revenue", "4", "--rejected", scratch["rejected.csv"]);
        ToolRun report = ToolRun.Of("report", scratch["book"], "--format", "csv", "--by", "center,element");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            $"The book '{scratch["book"]}' is written; read back it has 2 postings, sum 3,012.50.\n", run.Errors);
        Assert.Contains("export.csv,4,", File.ReadAllText(scratch["rejected.csv"]), StringComparison.Ordinal);
        Assert.Equal(3, report.ExitCode);
        Assert.Contains("A,6000,cost,,1012.50", report.Output, StringComparison.Ordinal);
        Assert.Contains("B,4000,revenue,,2000.00", report.Output, StringComparison.Ordinal);
    }

    [Fact] // The property of the grammar found it.
    public void Import_YearOfAFileWithoutMonths_IsWrongUsage()
    {
        ToolRun run = ToolRun.Of("import", With(Export), "--year", "2026");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("There is no doubt 'year'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_IntoAFolderThatHoldsSomething_LeavesItAsItIs()
    {
        Directory.CreateDirectory(scratch["book"]);
        File.WriteAllText(Path.Combine(scratch["book"], "centers.csv"), "mine");

        ToolRun run = ToolRun.Of(
            "import", With(Export), "--book", scratch["book"], "--cost", "6", "--revenue", "4");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("holds something already", run.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(scratch["book"], "centers.csv")));
    }

    [Fact]
    public void Import_IntoABookThatIsThere_AddsWhatItLacks()
    {
        string first = With("Date;Department;Account;Amount\n31.01.2026;A;6000;1,00\n");
        Assert.Equal(0, ToolRun.Of("import", first, "--book", scratch["book"], "--cost", "6").ExitCode);
        string centers = File.ReadAllText(Path.Combine(scratch["book"], "centers.csv"));
        string next = With("Date;Department;Account;Amount\n28.02.2026;A;6000;1,00\n28.02.2026;B;6100;1,00\n");

        ToolRun run = ToolRun.Of("import", next, "--add-to", scratch["book"], "--cost", "6");
        ToolRun check = ToolRun.Of("import", next, "--known", scratch["book"]);

        Assert.Equal(
            (0, $"Added 1 centers and 1 elements to '{scratch["book"]}'. Its postings are as they were.\n"),
            (run.ExitCode, run.Errors));
        Assert.Contains("2 centers, 2 elements; new B and 6100", run.Output, StringComparison.Ordinal);
        Assert.Equal(centers + "B,B,cost,,,\n", File.ReadAllText(Path.Combine(scratch["book"], "centers.csv")));
        Assert.Equal(0, check.ExitCode);
    }

    [Fact]
    public void Import_OfABudget_ShowsItAndWritesItsProfile()
    {
        string file = With("Cost Center,Account,Period,Budget\nA,6000,2026-P01,12.50\n");

        ToolRun open = ToolRun.Of("import", file, "--table", "budget");
        ToolRun told = ToolRun.Of(
            "import", file, "--table", "budget", "--constant", "version=plan", "--profile", scratch["p.json"]);

        Assert.Equal(1, open.ExitCode);
        Assert.Contains("--constant version=...", open.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.Contains("     2   plan      A        6000      2026-P01    12.50\n", told.Output,
            StringComparison.Ordinal);
        Assert.True(File.Exists(scratch["p.json"]));
        Assert.Equal(2, ToolRun.Of("import", file, "--table", "budget", "--book", scratch["b"]).ExitCode);
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--profile")]
    [InlineData("--rejected")]
    public void Import_OntoItsFile_IsRefused(string option)
    {
        string file = With(Export);

        ToolRun run = ToolRun.Of("import", file, option, file);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("is the file that is imported", run.Errors, StringComparison.Ordinal);
        Assert.Equal(Export, File.ReadAllText(file));
    }

    [Fact]
    public void Import_YearOfMonthsThatNothingTells_IsASwitch()
    {
        string file = With("Department,Account,Jan,Feb,Mar\nA,6000,1.00,2.00,3.00\n");

        ToolRun open = ToolRun.Of("import", file, "--profile", scratch["p.json"]);
        ToolRun told = ToolRun.Of("import", file, "--year", "2026", "--profile", scratch["p.json"]);

        Assert.Equal(1, open.ExitCode);
        Assert.Contains("Switch: --year YYYY", open.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.Contains("amount: 3 rows, above zero 6.00, below 0.00, sum 6.00", told.Output, StringComparison.Ordinal);
        Assert.NotNull(ImportProfileJson.Read(File.ReadAllText(scratch["p.json"])).Periods);
    }

    [Fact]
    public void Import_FileThatIsNotThere_SaysSoAndCountsNothing()
    {
        ToolRun run = ToolRun.Of("import", scratch["gone.csv"]);

        Assert.Equal((1, "error: gone.csv: The file does not exist. Correct its name.\n"), (run.ExitCode, run.Errors));
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void Import_FileThatIsOpen_CountsNothingThatWasNotRead()
    {
        ToolRun run = ToolRun.Of("import", With("When,Where,Spent\n2026-01-31,A,12.50\n"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Not read:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0 read", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_AboutDoubts_AreDecidedOrLeftOpen()
    {
        ProfileProposal proposal = CsvProfileDetector.Detect(CsvInput.FromFile(
            With("When,Where,Spent\n03/04/2026,A,12.50\n")));
        string[] open = [.. proposal.Doubts.Where(doubt => doubt.IsOpen).Select(doubt => doubt.Key)];
        using var console = new TypingConsole(
            open.SelectMany(key => key == "element" ? TypingConsole.Typed("") : [TypingConsole.Enter]));

        ProfileProposal asked = new Questions(console).Ask(proposal);

        Assert.NotEmpty(open);
        Assert.Contains("Which is it?", console.Shown, StringComparison.Ordinal);
        Assert.True(
            asked.Doubts.Count(doubt => doubt.IsOpen) < open.Length,
            string.Join(' ', asked.Doubts.Select(doubt => doubt.Key)));
    }

    [Fact]
    public void Questions_AboutNatures_AskOnceForEachFirstCharacter()
    {
        var rules = new MasterDataRules(
            "Acme", Currency.Eur, FiscalCalendar.Months(1, YearNaming.End), CenterKind.Cost);
        BookProposal book = BookProposal.FromPostings(
            With("date,center,element,amount\n2026-01-31,A,4000,1\n2026-01-31,A,4100,1\n2026-01-31,A,6000,1\n"),
            ImportProfile.Contract,
            rules);
        using var console = new TypingConsole(TypingConsole.Down, TypingConsole.Enter, TypingConsole.Enter);

        MasterDataRules asked = new Questions(console).AskNatures(rules, book.ElementsWithoutNature);

        Assert.Equal("4000 4100 6000", string.Join(' ', book.ElementsWithoutNature));
        Assert.Contains("What are the elements 4000, 4100?", console.Shown, StringComparison.Ordinal);
        ElementChart elements =
            BookProposal.FromPostings(scratch["export.csv"], ImportProfile.Contract, asked).Elements!;
        Assert.Equal(
            "Revenue Revenue Cost", string.Join(' ', elements.Elements.Select(element => element.Nature)));
    }

    private string With(string text)
    {
        File.WriteAllText(scratch["export.csv"], text);
        return scratch["export.csv"];
    }
}
