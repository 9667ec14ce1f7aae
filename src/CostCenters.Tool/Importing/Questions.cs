using System.Globalization;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Proposals;
using CostCenters.Csv.Shapes;
using CostCenters.Structure;
using CostCenters.Tool.Writing;
using Spectre.Console;

namespace CostCenters.Tool.Importing;

/// <summary>Asks a person what a file does not decide.</summary>
/// <param name="console">Where the person sits.</param>
internal sealed class Questions(IAnsiConsole console)
{
    private const string Leave = "(leave it open)";
    private const int MostNamed = 8;

    /// <summary>The questions of somebody who sits at a terminal; null where nobody does.</summary>
    public static Questions? AtTerminal() =>
        Console.IsInputRedirected || Console.IsOutputRedirected ? null : new Questions(AnsiConsole.Console);

    /// <summary>Asks each doubt that is open; one without choices asks for a column or a text.</summary>
    public ProfileProposal Ask(ProfileProposal proposal)
    {
        foreach (ProfileDoubt doubt in proposal.Doubts.Where(doubt => doubt.IsOpen))
        {
            console.MarkupLine($"[yellow]{Terminal.Escape(doubt.Message)}[/]");
            proposal = doubt switch
            {
                { Choices.IsEmpty: false } => AskChoice(proposal, doubt),
                { Key: Answers.YearDoubt } => AskYear(proposal),
                _ when Answers.IsColumn(doubt.Key) => AskColumn(proposal, doubt),
                _ => proposal,
            };
        }

        return proposal;
    }

    /// <summary>Asks whether elements are costs or revenues, those of one first character together.</summary>
    public MasterDataRules AskNatures(MasterDataRules rules, IEnumerable<string> elements)
    {
        foreach (IGrouping<string, string> group in elements.GroupBy(code => StringInfo.GetNextTextElement(code)))
        {
            string named = string.Join(", ", group.Take(MostNamed)) + (group.Count() > MostNamed ? ", ..." : "");
            string answer = Select($"What are the elements {named}?", ["costs", "revenues", Leave]);
            rules = answer == Leave
                ? rules
                : rules.WithNature(answer == "costs" ? ElementNature.Cost : ElementNature.Revenue, group);
        }

        return rules;
    }

    private ProfileProposal AskChoice(ProfileProposal proposal, ProfileDoubt doubt)
    {
        string[] texts = [.. doubt.Choices.Select(choice => choice.Text), Leave];
        string answer = Select("Which is it?", texts);
        return answer == Leave
            ? proposal
            : proposal.Choose(doubt.Key, doubt.Choices[Array.IndexOf(texts, answer)].Key);
    }

    private ProfileProposal AskColumn(ProfileProposal proposal, ProfileDoubt doubt)
    {
        string text = Text($"The same {doubt.Key} for all rows (empty to leave it open):");
        return text.Length == 0 ? proposal : proposal.Map(doubt.Key, ColumnSource.Constant(text));
    }

    private ProfileProposal AskYear(ProfileProposal proposal)
    {
        string text = Text("The year, such as 2026 (empty to leave it open):");
        return text.Length == 0 ? proposal : Answers.WithYear(proposal, text);
    }

    private string Select(string question, string[] answers) => console.Prompt(
        new SelectionPrompt<string>().Title(Terminal.Escape(question)).AddChoices(answers)
            .UseConverter(Terminal.Escape));

    private string Text(string question) =>
        console.Prompt(new TextPrompt<string>(Terminal.Escape(question)).AllowEmpty());
}
