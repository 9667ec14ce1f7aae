using System.CommandLine;
using CostCenters.Cubes;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>A program of one command, or of several that are called by name.</summary>
internal sealed class ToolProgram
{
    private const int Done = 0;
    private const int CouldNotRun = 1;
    private const int WrongUsage = 2;

    private readonly string name;
    private readonly IReadOnlyList<ToolCommand> commands;

    private ToolProgram(string name, IReadOnlyList<ToolCommand> commands)
    {
        this.name = name;
        this.commands = commands;
    }

    /// <summary>The program <c>costcenters</c>.</summary>
    public static ToolProgram CostCenters { get; } = new(
        "costcenters",
        [
            new NewCommand(),
            new CheckCommand(),
            new ReportCommand(),
            new ExplainCommand(),
            new BridgeCommand(),
            new TopCommand(),
            new ImportCommand(),
            new ConvertCommand(),
            new SchemaCommand(),
        ]);

    /// <summary>The commands.</summary>
    public IReadOnlyList<ToolCommand> Commands => commands;

    /// <summary>A program that is one command, whose name is not said.</summary>
    public static int RunAlone(string name, ToolCommand command, IReadOnlyList<string> args) =>
        Guarded("--help", () => new ToolProgram(name, [command]).Prepare(command, [command.Name, .. args], name)());

    /// <summary>Runs what a command line asks for.</summary>
    /// <param name="args">The words.</param>
    /// <returns>The exit code: 0, 1 when it could not be done, 2 for wrong words, 3 when some rows were rejected.
    /// </returns>
    public int Run(IReadOnlyList<string> args) =>
        Guarded(
            CalledBy(args) is ToolCommand called ? $"{name} {called.Name} --help" : $"{name} --help",
            () => Prepare(args)());

    /// <summary>Reads what a command line asks for, without doing it.</summary>
    /// <param name="args">The words.</param>
    /// <exception cref="UsageException">They are no command line of this program.</exception>
    public Func<int> Prepare(IReadOnlyList<string> args) =>
        CalledBy(args) is ToolCommand called ? Prepare(called, args, $"{name} {called.Name}") : PrepareItself(args);

    private static int Guarded(string hint, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (UsageException error)
        {
            Messages.Error(error.Message);
            Messages.Line($"Try {hint}.");
            return WrongUsage;
        }
        catch (ClosedPipeException)
        {
            return Done;
        }
        catch (OutOfMemoryException)
        {
            Messages.Error(MemoryNeed.NotEnough);
            return CouldNotRun;
        }
        catch (Exception error) when (error is RunException or AmountOverflowException or IOException
            or UnauthorizedAccessException)
        {
            Messages.Error(error.Message);
            return CouldNotRun;
        }
    }

    private ToolCommand? CalledBy(IReadOnlyList<string> args) =>
        args.Count == 0 ? null : commands.FirstOrDefault(command => command.Name == args[0]);

    private Func<int> Prepare(ToolCommand command, IReadOnlyList<string> args, string shown)
    {
        CommandGrammar[] grammars = [.. commands.Select(each => new CommandGrammar(each))];
        CommandGrammar called = grammars.Single(grammar => grammar.Command == command);
        ParseResult result = Parse(args, RootOf(grammars));
        return result.GetResult(called.Help) is { Implicit: false }
            ? Show(HelpPage.Of(command, shown))
            : command.Prepare(Words.Of(result, called));
    }

    /// <summary>No command is named: help, the version, or what a shell asks to complete a line.</summary>
    private Func<int> PrepareItself(IReadOnlyList<string> args)
    {
        switch (args)
        {
            case [] or ["--help" or "-h" or "-?" or "help"]:
                return Show(HelpPage.Of(commands, name));
            case ["--version"]:
                return Show($"{name} {typeof(ToolProgram).Assembly.GetName().Version?.ToString(3)}\n");
            case ["help", string word] when CalledBy([word]) is ToolCommand command:
                return Show(HelpPage.Of(command, $"{name} {command.Name}"));
            case [string first, ..] when first.StartsWith("[suggest", StringComparison.Ordinal):
                ParseResult line = Parse(args, RootOf([.. commands.Select(command => new CommandGrammar(command))]));
                return () => line.Invoke();
            default:
                throw new UsageException(
                    $"There is no command '{args[0]}'.{Nearest.Hint(args[0], commands.Select(each => each.Name))}");
        }
    }

    private static Func<int> Show(string text) => () =>
    {
        Output.WriteText(text);
        return Done;
    };

    private static ParseResult Parse(IReadOnlyList<string> args, RootCommand root) =>
        root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });

    private RootCommand RootOf(IEnumerable<CommandGrammar> grammars)
    {
        var root = new RootCommand($"{name}: reports on cost center books.");
        root.Options.Clear();
        root.Add(CommandGrammar.NewHelp());
        root.Add(new Option<bool>("--version") { Arity = ArgumentArity.Zero, Description = "Shows the version." });
        foreach (CommandGrammar grammar in grammars)
        {
            root.Add(grammar.Symbol);
        }

        return root;
    }
}
