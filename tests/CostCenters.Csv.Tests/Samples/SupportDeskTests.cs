namespace CostCenters.Csv.Tests.Samples;

/// <summary>The program of the support desk: usage, faults and exit codes.</summary>
public class SupportDeskTests
{
    [Fact]
    public void Help_IsPrintedWithExitCode0()
    {
        var run = Run("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("Usage: SupportDesk [FOLDER] [options]\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option '--colour'.", "--colour", "red")]
    [InlineData("The option --format needs a value.", "--format")]
    [InlineData("The option --out stands twice.", "--out", "a", "--out", "b")]
    [InlineData("--format is table, csv or json, not 'xml'.", "--format", "xml")]
    [InlineData("One folder was expected, 'a' and 'b' came.", "a", "b")]
    [InlineData("The name of the folder is empty.", "")]
    public void WrongUsage_SaysWhatIsWrongWithExitCode2(string message, params string[] options)
    {
        var run = Run(options);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal($"error: {message}\nTry --help.\n", run.Errors);
    }

    [Theory]
    [InlineData("desk.json", "\"margin\": 0.2", "\"margin\": 1", "margin")]
    [InlineData("desk.json", "\"margin\"", "\"profit\"", "profit")]
    [InlineData("desk.json", "\"adopted\"", "\"other\"", "no budget version 'other'")]
    [InlineData("desk.json", "\"EMAIL\", \"chat\"", "\"POST\", \"chat\"", "no center 'POST'")]
    [InlineData("desk.json", "Europe/Berlin", "Berlin", "no time zone 'Berlin'")]
    [InlineData("desk.json", "{ \"channel\": \"email\"", "{ \"channel\": \"post\"", "'post', which is no channel")]
    [InlineData("desk.json", "\"start\": \"2025-P05\"", "\"start\": \"May\"", "not 'May'")]
    [InlineData("book/book.json", "EUR", "EURO", "error: book.json")]
    [InlineData("contacts.csv", "ticket,center", "center,ticket_number", "error: contacts.csv:1 missing-column")]
    [InlineData("key-figures.csv", "SELF,contacts", "PHONE,contacts", "counted from contacts.csv")]
    public void FolderThatCannotBeUsed_IsToldWithExitCode1(string file, string old, string by, string message)
    {
        using SupportDeskFolder desk = new SupportDeskFolder().Replace(file, old, by);

        AssertCouldNotRun(Run(desk.Folder), message);
    }

    [Fact]
    public void NoFolderAndNoPlaceToWrite_AreToldWithExitCode1()
    {
        using var desk = new SupportDeskFolder();

        AssertCouldNotRun(Run(desk.PathOf("gone")), "desk.json");
        AssertCouldNotRun(Run("--out", desk.Folder), $"Cannot write '{desk.Folder}'");
    }

    [Fact]
    public void RejectedRows_AreToldWithExitCode3()
    {
        using SupportDeskFolder desk = new SupportDeskFolder()
            .Add("contacts.csv", "T1,PHONE,fax,other,2025-02-03T09:00:00+01:00,2025-02-03T08:00:00+01:00,,9")
            .Add("key-figures.csv", "2025-P01,SELF,parcels,1");

        var run = Run(desk.Folder, "--format", "csv");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("contacts.csv: 6482 read, 6481 accepted, 1 rejected", run.Errors, StringComparison.Ordinal);
        Assert.Contains("key-figures.csv: 109 read, 108 accepted, 1 rejected", run.Errors, StringComparison.Ordinal);
        Assert.Equal(Run("--format", "csv").Output, run.Output);
    }

    [Fact]
    public void Redirected_IsPlainTextThatFitsATerminal()
    {
        var run = Run();

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Out_HoldsWhatIsPrinted()
    {
        using var desk = new SupportDeskFolder();

        var run = Run("--format", "json", "--out", desk.PathOf("report.json"));

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(Run("--format", "json").Output, File.ReadAllText(desk.PathOf("report.json")));
    }

    [Fact] // Without people on the phone there is nothing to divide by, which is said and not a cost of 0.
    public void ChannelWithoutContacts_SaysWhy()
    {
        using var desk = new SupportDeskFolder();
        string file = desk.PathOf("contacts.csv");
        string[] rows = File.ReadAllLines(file);
        File.WriteAllLines(file, rows.Where(row => !row.Contains(",PHONE,", StringComparison.Ordinal)));

        var run = Run(desk.Folder, "--format", "csv");
        File.WriteAllText(file, rows[0]);
        var withoutAny = Run(desk.Folder);

        Assert.Contains(
            "channel,Phone,cost per contact,EUR per contact,7.208,,,no value\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal((0, 0), (run.ExitCode, withoutAny.ExitCode));
    }

    private static VarianceReportProgram Run(params string[] arguments) =>
        VarianceReportProgram.RunOther("SupportDesk", arguments);

    private static void AssertCouldNotRun(VarianceReportProgram run, string message)
    {
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }
}
