using System.Text;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Control;
using NodaTime;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Books;

/// <summary>The instants of a journal never fall.</summary>
public class ClockTests
{
    private static readonly CommandStamp Earlier = new("ben", Stamp.At - Duration.FromNanoseconds(1));

    /// <summary>Every kind of command, each of which would be accepted now.</summary>
    private static readonly Dictionary<string, Func<ControlBook, CommandStamp, CommandResult?>> Commands = new()
    {
        ["post"] = (book, stamp) => book.Book.Ledger.Post(
            new DocumentId("p"), Currency.Eur, [Line(1m).Posting, Line(2m).Posting], stamp),
        ["post counts"] = (book, stamp) => book.Book.Ledger.PostCounts(
            new DocumentId("p"), [new CountedPosting(3, 1, 46_000, 100)], stamp, _ => { }),
        ["reverse"] = (book, stamp) => book.Book.Ledger.Reverse(new("posted"), new("r"), null, stamp),
        ["close"] = (book, stamp) => book.Book.Ledger.Close(new(2026, 1), [TeamOne], stamp),
        ["budget"] = (book, stamp) => book.Book.Budgets.Add(
            new BudgetVersion.Builder(Space, "c", 1, Phasing.Even(RemainderRule.LargestRemainder)).Freeze(), stamp),
        ["key figures"] = (book, stamp) => book.Book.KeyFigures.Record(
            [new KeyFigureValue(new(2026, 1), TeamOne, new("heads"), 3m)], stamp),
        ["roles"] = (book, stamp) => book.Book.Roles.Set([], stamp),
        ["change"] = (book, stamp) => book.Book.Changes.Enter(
            new BudgetChange(
                new("c"),
                "b",
                BudgetChangeKind.Supplement,
                [BudgetLine.ForPeriod(TeamOne, Paper, new(2026, 1), 1m)],
                "why"),
            stamp),
        ["decision"] = (book, stamp) => book.Book.Changes.Submit(new("draft"), stamp),
        ["steps"] = (book, stamp) => book.Book.Changes.SetApprovalSteps([new ApprovalStep("cfo", 1m)], stamp),
        ["limits"] = (book, stamp) => book.Book.Changes.SetTransferLimits(
            [new TransferLimit(TeamOne, false, null, 1m, null)], stamp),
        ["freeze"] = (book, stamp) => book.Book.Changes.Freeze("b", stamp),
        ["rules"] = (book, stamp) => book.Control.SetRules(
            new AvailabilityRules([], Respond(AvailabilityVerdict.Warn)), stamp),
        ["order"] = (book, stamp) => book.Control.Reserve(
            Document("o", SpendingStage.Order, Line(1m)), stamp).Command,
        ["invoice"] = (book, stamp) => book.Control.Reserve(
            Document("i", SpendingStage.Actual, Line(1m, from: ("ordered", 0, 1m))), stamp).Command,
        ["release"] = (book, stamp) => book.Control.Release(new("ordered"), stamp),
        ["expire"] = (book, stamp) => book.Control.Expire(Stamp.At, stamp),
        ["funds"] = (book, stamp) => book.Control.OpenFunds(new(2026, 1), stamp),
        ["extend"] = (book, stamp) => book.Book.Extend(
            Space.Centers.ToBuilder().Add(new CenterCode("new"), new CenterValidity("New", CenterKind.Cost)).Build(),
            Space.Elements,
            stamp),
    };

    public static TheoryData<string> Cases => [.. Commands.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Command_WithAClockGoingBackwards_IsRefusedAndLeavesTheBookAsItWas(string command)
    {
        ControlBook book = Create();
        byte[] before = SmallBook.Written(book.Book);

        CommandResult refused = Commands[command](book, Earlier)!;

        CommandFault fault = Assert.Single(refused.Faults);
        Assert.Equal(CommandFaultKind.InstantBeforeLast, fault.Kind);
        Assert.Contains("2026-04-01T08:29:59.999999999Z", fault.Message, StringComparison.Ordinal);
        Assert.Contains("2026-04-01T08:30:00Z", fault.Message, StringComparison.Ordinal);
        Assert.Equal(book.Book.Journal.Position, refused.Position);
        Assert.Equal(before, SmallBook.Written(book.Book));

        // Of the same instant as the last entry it is accepted, as if it had never come before.
        ControlBook other = Create();
        Assert.Equal(CommandOutcome.Accepted, Commands[command](book, Stamp)!.Outcome);
        Assert.Equal(CommandOutcome.Accepted, Commands[command](other, Stamp)!.Outcome);
        Assert.Equal(SmallBook.Written(other.Book), SmallBook.Written(book.Book));
        Assert.Equal(other.Book.Snapshot().Ledger.PostingCount, book.Book.Snapshot().Ledger.PostingCount);
    }

    [Fact] // What comes again is not recorded, and its instant is nobody's business.
    public void Command_ThatWasAcceptedBefore_ComesAgainOfAnyInstant()
    {
        ControlBook book = Create();

        Assert.Equal(
            CommandOutcome.AcceptedBefore,
            book.Control.Reserve(Document("ordered", SpendingStage.Order, Line(5m)), Earlier).Command.Outcome);
        Assert.Equal(
            CommandOutcome.AcceptedBefore,
            book.Book.Ledger.Post(new DocumentId("posted"), Currency.Eur, [Line(1m).Posting], Earlier).Outcome);
    }

    [Fact]
    public void Read_JournalWhoseInstantsFall_IsRefused()
    {
        byte[] written = SmallBook.Written(Create().Book);
        string text = Encoding.UTF8.GetString(written);
        int first = text.IndexOf("\"at\":\"2026", StringComparison.Ordinal) + "\"at\":\"".Length;
        byte[] forged = SmallBook.Rehashed(text[..first] + "2027" + text[(first + 4)..]);

        JournalException error = Assert.Throws<JournalException>(() => SmallBook.Read(forged));
        Assert.Contains("before the last entry", error.Message, StringComparison.Ordinal);
    }

    private static ControlBook Create()
    {
        ControlBook book = ControlBook.With((TeamOne, Paper, 1_200m)).Rules(Stop("r", Everything, RuleSpan.FullYear));
        book.Holds("cfo", "anna");
        book.Book.Ledger.Post(new DocumentId("posted"), Currency.Eur, [Line(1m).Posting], Stamp).GetOrThrow();
        foreach (string id in (string[])["draft", "approved"])
        {
            book.Book.Changes.Enter(
                new BudgetChange(
                    new(id),
                    "b",
                    BudgetChangeKind.Supplement,
                    [BudgetLine.ForPeriod(TeamOne, Paper, new(2026, 1), 1m)],
                    "why"),
                Stamp).GetOrThrow();
        }

        book.Book.Changes.Submit(new("approved"), Stamp).GetOrThrow();
        book.Order("ordered", Line(5m)).GetOrThrow();
        book.Control.Reserve(
            new SpendingDocument(new("expires"), SpendingStage.Order, Currency.Eur, [Line(5m)], null, Stamp.At),
            Stamp).GetOrThrow();
        return book;
    }
}
