using System.CommandLine;
using System.CommandLine.Parsing;

namespace CostCenters.Samples;

/// <summary>The words of a command line: options with a value, switches, and what stands without an option.</summary>
internal sealed class CommandLine
{
    private const string Help = "--help";

    private readonly Dictionary<string, string> values = [];
    private readonly HashSet<string> switches = [];

    private CommandLine()
    {
    }

    public bool WantsHelp => Has(Help);

    /// <summary>What stands without an option, or null.</summary>
    public string? Subject { get; private set; }

    /// <summary>The value of an option, or null.</summary>
    public string? this[string option] => values.GetValueOrDefault(option);

    /// <summary>Reads a command line.</summary>
    /// <param name="args">The words.</param>
    /// <param name="subject">What one word may name without an option, such as a book; null for nothing.</param>
    /// <param name="options">The options that take a value.</param>
    /// <param name="switches">The options that take none; help is always one.</param>
    /// <exception cref="UsageException">The words are not of this kind.</exception>
    public static CommandLine Parse(
        IReadOnlyList<string> args,
        string? subject,
        IReadOnlyList<string> options,
        params IReadOnlyList<string> switches)
    {
        Option<string[]>[] valued =
            [.. options.Select(name => new Option<string[]>(name) { Arity = ArgumentArity.ZeroOrMore })];
        Option<bool>[] bare =
        [
            new(Help, "-h") { Arity = ArgumentArity.Zero },
            .. switches.Select(name => new Option<bool>(name) { Arity = ArgumentArity.Zero }),
        ];
        var rest = new Argument<string[]>("rest") { Arity = ArgumentArity.ZeroOrMore };
        // Below a root, which takes a first word in brackets for itself, there is none for a folder of such a name.
        var command = new Command("program") { rest };
        var root = new RootCommand { command };
        foreach (Option option in valued.Concat<Option>(bare))
        {
            command.Add(option);
        }

        ParseResult result = root.Parse(
            [command.Name, .. args],
            new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        var line = new CommandLine();
        line.TakeRest(result.GetResult(rest)?.Tokens ?? [], subject);
        foreach (Option<string[]> option in valued)
        {
            line.Take(option.Name, result.GetResult(option));
        }

        line.switches.UnionWith(bare.Where(option => result.GetResult(option) is { Implicit: false })
            .Select(option => option.Name));
        return line;
    }

    public bool Has(string name) => switches.Contains(name) || values.ContainsKey(name);

    private void Take(string name, OptionResult? found)
    {
        if (found is null || found.Implicit)
        {
            return;
        }

        if (found.Tokens is not [Token first, ..] || found.Tokens.Any(token => token.Value.Length == 0)
            || found.Tokens.Count < found.IdentifierTokenCount)
        {
            throw new UsageException($"The option {name} needs a value.");
        }

        if (found.Tokens.Count > 1)
        {
            throw new UsageException($"The option {name} stands twice.");
        }

        values.Add(name, first.Value);
    }

    private void TakeRest(IEnumerable<Token> words, string? subject)
    {
        foreach (string word in words.Select(token => token.Value))
        {
            if (subject is null || word.StartsWith('-'))
            {
                throw new UsageException($"There is no option '{word}'.");
            }

            if (word.Length == 0)
            {
                throw new UsageException($"The name of the {subject} is empty.");
            }

            if (Subject is not null)
            {
                throw new UsageException($"One {subject} was expected, '{Subject}' and '{word}' came.");
            }

            Subject = word;
        }
    }
}
