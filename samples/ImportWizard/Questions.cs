using CostCenters.Csv.Detection;
using CostCenters.Csv.Shapes;
using Spectre.Console;

namespace CostCenters.Samples.ImportWizard;

/// <summary>Asks a person what a file does not decide.</summary>
internal static class Questions
{
    private const string Leave = "(leave it open)";

    /// <summary>Whether somebody sits at a terminal.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Asks each doubt that is open; one without choices asks for a column or a text.</summary>
    public static ProfileProposal Ask(ProfileProposal proposal)
    {
        foreach (ProfileDoubt doubt in proposal.Doubts.Where(doubt => doubt.IsOpen))
        {
            AnsiConsole.MarkupLine($"[yellow]{Terminal.Escape(doubt.Message)}[/]");
            if (!doubt.Choices.IsEmpty)
            {
                string[] texts = [.. doubt.Choices.Select(choice => choice.Text), Leave];
                string answer = AnsiConsole.Prompt(
                    new SelectionPrompt<string>()
                        .Title("Which is it?").AddChoices(texts).UseConverter(Terminal.Escape));
                proposal = answer == Leave
                    ? proposal
                    : proposal.Choose(doubt.Key, doubt.Choices[Array.IndexOf(texts, answer)].Key);
            }
            else if (CsvPreview.Columns.Contains(doubt.Key))
            {
                string text = AnsiConsole.Prompt(
                    new TextPrompt<string>($"The same {doubt.Key} for all rows (empty to leave it open):")
                        .AllowEmpty());
                proposal = text.Length == 0 ? proposal : proposal.Map(doubt.Key, ColumnSource.Constant(text));
            }
        }

        return proposal;
    }
}
