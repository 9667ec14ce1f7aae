using System.CommandLine;
using System.CommandLine.Parsing;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>The words behind a command: options with their values, switches, and what stands without an option.
/// </summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> values = [];
    private readonly HashSet<string> switches = [];
    private readonly List<string> subjects = [];

    private Words()
    {
    }

    /// <summary>What stands without an option, in order.</summary>
    public IReadOnlyList<string> Subjects => subjects;

    /// <summary>The value of an option, or null.</summary>
    public string? this[ToolOption option] => values.GetValueOrDefault(option.Name);

    /// <summary>Whether an option stands there.</summary>
    public bool Has(ToolOption option) => switches.Contains(option.Name) || values.ContainsKey(option.Name);

    /// <summary>Takes the words of a command.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="grammar">The command and its symbols.</param>
    /// <exception cref="UsageException">The words are not of this command.</exception>
    public static Words Of(ParseResult result, CommandGrammar grammar)
    {
        var words = new Words();
        words.TakeSubjects(result.GetResult(grammar.Rest)?.Tokens ?? [], grammar.Command);
        foreach (Option<string[]> option in grammar.Valued)
        {
            words.Take(option.Name, result.GetResult(option));
        }

        words.switches.UnionWith(grammar.Switches
            .Where(option => result.GetResult(option) is { Implicit: false })
            .Select(option => option.Name));
        return words;
    }

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

    private void TakeSubjects(IEnumerable<Token> words, ToolCommand command)
    {
        foreach (string word in words.Select(token => token.Value))
        {
            if (word.StartsWith('-') || command.Subjects.Count == 0)
            {
                throw new UsageException(
                    $"There is no option '{word}'.{Nearest.Hint(word, command.Options.Select(option => option.Name))}");
            }

            if (subjects.Count == command.Subjects.Count)
            {
                throw new UsageException(
                    $"One {command.Subjects[^1]} was expected, '{subjects[^1]}' and '{word}' came.");
            }

            if (word.Length == 0)
            {
                throw new UsageException($"The name of the {command.Subjects[subjects.Count]} is empty.");
            }

            subjects.Add(word);
        }

        if (subjects.Count < command.Subjects.Count - command.OptionalSubjects)
        {
            throw new UsageException($"The name of the {command.Subjects[subjects.Count]} is missing.");
        }
    }
}
