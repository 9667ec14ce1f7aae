using System.CommandLine;

namespace CostCenters.Tool.Commands;

/// <summary>A command as the parser of command lines knows it.</summary>
internal sealed class CommandGrammar
{
    private static readonly string[] HelpWords = ["--help", "-h", "-?"];

    /// <summary>Makes the symbols of a command.</summary>
    public CommandGrammar(ToolCommand command)
    {
        Command = command;
        Rest = new Argument<string[]>("rest") { Arity = ArgumentArity.ZeroOrMore, HelpName = "words" };
        Valued = [.. command.Options.Where(option => option.Value is not null).Select(ValuedOf)];
        Switches = [.. command.Options.Where(option => option.Value is null).Select(SwitchOf)];
        Help = NewHelp();
        Symbol = new Command(command.Name, command.Summary) { Rest, Help };
        foreach (Option option in Valued.Concat<Option>(Switches))
        {
            Symbol.Add(option);
        }
    }

    public ToolCommand Command { get; }

    /// <summary>The command for the parser.</summary>
    public Command Symbol { get; }

    /// <summary>All words that belong to no option.</summary>
    public Argument<string[]> Rest { get; }

    /// <summary>The options that take a value. Each accepts any number of them, so that all faults are told in our
    /// words.</summary>
    public IReadOnlyList<Option<string[]>> Valued { get; }

    public IReadOnlyList<Option<bool>> Switches { get; }

    public Option<bool> Help { get; }

    /// <summary>The option that asks for help, of the program or of a command.</summary>
    public static Option<bool> NewHelp() =>
        new(HelpWords[0], HelpWords[1..]) { Arity = ArgumentArity.Zero, Description = "Shows what can be said here." };

    private static Option<string[]> ValuedOf(ToolOption option)
    {
        var symbol = new Option<string[]>(option.Name)
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = option.Description,
        };
        symbol.CompletionSources.Clear();
        symbol.CompletionSources.Add(option.Choices);
        return symbol;
    }

    private static Option<bool> SwitchOf(ToolOption option) =>
        new(option.Name) { Arity = ArgumentArity.Zero, Description = option.Description };
}
