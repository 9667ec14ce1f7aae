using CostCenters.Books;
using CostCenters.Control;
using CostCenters.Control.Commitments;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Tests.Tidy;
using CostCenters.Tests.Unit.Control;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>The table of states and commands in the docs, walked through in every sequence of six commands, beside the
/// model of availability control.</summary>
public class CommitmentTableTests
{
    private const int Depth = 6;
    private const string Order = "o";

    private static readonly Instant Expiry = Instant.FromUtc(2026, 5, 1, 0, 0);
    private static readonly NaiveLine Ordered = new(3, 1, 1, 10m, null);

    [Fact]
    public void EverySequence_OfSixCommands_GoesAsTheTableAndTheModelSay()
    {
        var table = Table();
        string[] commands = [.. table["-"].Keys];
        int sequences = 0;
        for (int number = 0; number < (int)Math.Pow(commands.Length, Depth); number++)
        {
            Walk(table, [.. Enumerable.Range(0, Depth).Select(step =>
                commands[number / (int)Math.Pow(commands.Length, step) % commands.Length])]);
            sequences++;
        }

        Assert.Equal((5, 15_625), (commands.Length, sequences));
    }

    private static void Walk(Dictionary<string, Dictionary<string, string>> table, string[] commands)
    {
        var book = new Book("table", ControlBook.Space);
        var model = new NaiveControl();
        string state = "-";
        for (int step = 0; step < commands.Length; step++)
        {
            string expected = table[state][commands[step]];
            JournalPosition before = book.Journal.Position;
            (CommandResult result, CommandFaultKind? modeled) = Give(book, model, commands[step], $"i{step}");
            if (Enum.TryParse(expected, out CommandFaultKind kind))
            {
                Assert.Equal(kind, Assert.Single(result.Faults).Kind);
                Assert.Equal(kind, modeled);
                Assert.Equal(before, book.Journal.Position);
            }
            else
            {
                Assert.Empty(result.Faults);
                Assert.Null(modeled);
                state = expected;
            }

            ControlSnapshot control = book.Snapshot().Control;
            Assert.Equal(
                state, control.TryGetCommitment(new(Order), out CommitmentStatus? status) ? $"{status.State}" : "-");
            Assert.Equal(
                model.Commitments(),
                control.Commitments.SelectMany(each => each.Lines.Select(line => FormattableString.Invariant(
                    $"{each.Document.Id} {each.State} {line.Asked:F2} {line.Open:F2} {line.TakenOver:F2} ")
                    + FormattableString.Invariant($"{line.RateDifference:F2} {line.PriceDifference:F2}"))));
        }
    }

    private static (CommandResult Result, CommandFaultKind? Modeled) Give(
        Book book, NaiveControl model, string command, string invoice)
    {
        switch (command)
        {
            case "reserve":
                if (!model.Commitments().Any())
                {
                    model.Reserve(Order, SpendingStage.Order, [Ordered], null, Expiry);
                }

                return (Reserve(book, Order, SpendingStage.Order, Ordered, Expiry), null);
            case "release":
                return (book.Control.Release(new(Order), ControlBook.Stamp), model.Release(Order));
            case "expire":
                model.Expire(Expiry);
                return (book.Control.Expire(Expiry, ControlBook.Stamp), null);
            default:
                decimal open = book.Snapshot().Control.TryGetCommitment(new(Order), out CommitmentStatus? status)
                    && status.Lines[0].Open > 0m ? status.Lines[0].Open : 1m;
                decimal amount = command == "liquidate a part" ? 1m : open;
                var line = new NaiveLine(3, 1, 1, amount, (Order, 0, amount));
                var faults = model.FaultsOf(SpendingStage.Actual, [line]);
                if (faults.Count == 0)
                {
                    model.Reserve(invoice, SpendingStage.Actual, [line], null, null);
                }

                return (
                    Reserve(book, invoice, SpendingStage.Actual, line, null),
                    faults.Count == 0 ? null : faults.Single().Kind);
        }
    }

    private static CommandResult Reserve(
        Book book, string id, SpendingStage stage, NaiveLine line, Instant? expires) => book.Control.Reserve(
            new SpendingDocument(
                new(id),
                stage,
                Currency.Eur,
                [
                    new SpendingLine(
                        new Posting(new(2026, 1, 1), ControlBook.TeamOne, ControlBook.Paper, line.Amount),
                        line.From is { } from ? new TakeOver(new(from.Document), from.Line, from.Taken) : null),
                ],
                null,
                expires),
            ControlBook.Stamp).Command;

    /// <summary>State, command, and the state or the refusal that follows.</summary>
    private static Dictionary<string, Dictionary<string, string>> Table()
    {
        string[][] rows =
        [
            .. Repository.Texts.Single(file => file.Path == "docs/commitments.md").Lines
                .SkipWhile(line => !line.StartsWith("| state |", StringComparison.Ordinal))
                .TakeWhile(line => line.StartsWith('|'))
                .Where(line => !line.StartsWith("|-", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
        ];
        return rows.Skip(1).ToDictionary(
            row => row[0],
            row => rows[0].Skip(1).Zip(row.Skip(1)).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
