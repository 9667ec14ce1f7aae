using CostCenters.Tool.Commands;

namespace CostCenters.Tool.Tests.Unit;

public class HelpTests
{
    public static TheoryData<string> Names => [.. ToolProgram.CostCenters.Commands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_OfACommand_NamesEveryOptionAndFitsOnAScreen(string name)
    {
        ToolCommand command = Command(name);

        string help = HelpPage.Of(command, $"costcenters {name}");

        Assert.All(command.Options, option => Assert.Contains($"  {option.Shown}", help, StringComparison.Ordinal));
        Assert.StartsWith($"Usage: costcenters {name} ", help, StringComparison.Ordinal);
        Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 82));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Examples_OfACommand_AreReadAsTheyStand(string name)
    {
        ToolCommand command = Command(name);

        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example => Assert.NotNull(ToolProgram.CostCenters.Prepare(
            [name, .. example.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries)])));
    }

    [Fact]
    public void Help_OfTheProgram_NamesEveryCommand()
    {
        ToolRun run = ToolRun.Of();

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.All(ToolProgram.CostCenters.Commands, command =>
            Assert.Contains($"\n  {command.Name} ", run.Output, StringComparison.Ordinal));
        Assert.Equal(run, ToolRun.Of("--help"));
        Assert.Equal(HelpPage.Of(Command("top"), "costcenters top"), ToolRun.Of("help", "top").Output);
    }

    [Theory]
    [InlineData("There is no command 'repot'. Did you mean 'report'?", "Try costcenters --help.", "repot")]
    [InlineData("There is no option '--cultur'. Did you mean '--culture'?", "Try costcenters report --help.", "report",
        "book", "--cultur", "de-DE")]
    [InlineData("The name of the book is missing.", "Try costcenters report --help.", "report")]
    [InlineData("The name of the center is missing.", "Try costcenters explain --help.", "explain", "book")]
    [InlineData("--year is a fiscal year such as 2026, not 'x'.", "Try costcenters top --help.", "top", "book",
        "--year", "x")]
    [InlineData("--pivot is actual, budget or difference, not 'x'.", "Try costcenters report --help.", "report", "book",
        "--pivot", "x")]
    [InlineData("The name of the file is missing.", "Try costcenters import --help.", "import")]
    [InlineData("--rows is a number from 0 to 1000, not '1001'.", "Try costcenters import --help.", "import", "x",
        "--rows", "1001")]
    [InlineData("--center-prefixes is a list of rising lengths such as 1,2.", "Try costcenters import --help.",
        "import", "x", "--center-prefixes", "2,1")]
    [InlineData("--unit goes with a table; csv and json hold exact figures.", "Try costcenters report --help.",
        "report", "book", "--unit", "k", "--format", "csv")]
    public void WrongUsage_SaysWhatIsWrongAndWhereToLook(string message, string hint, params string[] words)
    {
        ToolRun run = ToolRun.Of(words);

        Assert.Equal((2, "", $"error: {message}\n{hint}\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("costcenters re", "report\n")]
    [InlineData("costcenters import export.csv --kind ", "cost\ninvestment\nprofit\nrevenue\n")]
    [InlineData("costcenters report --wi", "--width\n--with-commitments\n--with-names\n")]
    [InlineData("costcenters report book --format ", "csv\njson\ntable\n")]
    public void Completion_OfALine_IsOfferedToTheShell(string line, string expected)
    {
        ToolRun run = ToolRun.Of($"[suggest:{line.Length}]", line);

        Assert.Equal((0, expected), (run.ExitCode, run.Output));
    }

    [Fact]
    public void Version_IsThatOfTheAssembly() => Assert.Equal(
        $"costcenters {typeof(ToolProgram).Assembly.GetName().Version!.ToString(3)}\n", ToolRun.Of("--version").Output);

    private static ToolCommand Command(string name) =>
        ToolProgram.CostCenters.Commands.Single(command => command.Name == name);
}
