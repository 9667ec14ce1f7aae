using System.Text;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using NodaTime;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>A small journal with every entry of roles, changes of budgets, approvals, rules and commitments.</summary>
public class ControlJournalTests
{
    private static readonly CommandStamp Ben = new("ben", Stamp.At);

    [Fact] // Each byte is altered, and the entry that holds it is named, before anything else is believed.
    public void Journal_WithAnyByteAltered_NamesItsEntry()
    {
        Book book = Create();
        byte[] journal = Written(book);
        long entry = 0;
        int lineStart = 0;
        for (int place = 0; place < journal.Length; place++)
        {
            if (place % TestRounds.Step == 0)
            {
                byte[] damaged = [.. journal];
                damaged[place] ^= (byte)(place / TestRounds.Step % 2 == 0 ? 1 : 0x20);
                Assert.Equal(new JournalPosition(entry), Journal.Verify(new MemoryStream(damaged)).FirstBroken);
                Assert.Throws<JournalException>(() => Book.Read(new MemoryStream(damaged)));
            }

            if (journal[place] == (byte)'\n')
            {
                entry += journal.AsSpan(lineStart).StartsWith("{\"hash\""u8) ? 1 : 0;
                lineStart = place + 1;
            }
        }

        Assert.Equal(book.Journal.Position.Number + 1, entry);
    }

    [Fact]
    public void Journal_OfEveryEntry_ReadsBackTheSame()
    {
        byte[] journal = Written(Create());

        Assert.Equal(journal, Written(Book.Read(new MemoryStream(journal))));
        Assert.Equal(
            [
                nameof(ApprovalStepsEntry), nameof(BudgetChangeEntry), nameof(BudgetDecisionEntry), nameof(BudgetEntry),
                nameof(CommitmentEntry), "DocumentEntry", nameof(ExpiryEntry), nameof(FundsEntry),
                nameof(ReleaseEntry), nameof(RolesEntry), nameof(RulesEntry), nameof(TransferLimitsEntry),
            ],
            Book.Read(new MemoryStream(journal)).Journal.Snapshot().Entries()
                .Select(entry => entry.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static Book Create()
    {
        var book = new ControlBook();
        book.Holds("cfo", "anna");
        BudgetBook changes = book.Book.Changes;
        changes.SetApprovalSteps([new ApprovalStep("cfo", 10m)], Stamp).GetOrThrow();
        changes.SetTransferLimits([new TransferLimit(Works, true, Goods, 5m, null)], Stamp).GetOrThrow();
        Enter("a", BudgetChangeKind.Original, 100m);
        changes.Approve(new("a"), "cfo", Stamp).GetOrThrow();
        changes.Freeze("b", Stamp).GetOrThrow();
        Enter("s", BudgetChangeKind.Supplement, 20m);
        changes.Reject(new("s"), "cfo", "no", Stamp).GetOrThrow();
        book.Rules(Stop("r", Everything, RuleSpan.FullYear));
        book.Control.OpenFunds(new(2026, 1), Stamp).GetOrThrow();
        book.Request("q", Line(50m)).GetOrThrow();
        book.Order("o", Line(40m, from: ("q", 0, 45m))).GetOrThrow();
        book.Invoice("i", Line(10m, from: ("o", 0, 10m))).GetOrThrow();
        book.Control.Release(new("q"), Stamp).GetOrThrow();
        book.Control.Reserve(
            new SpendingDocument(
                new("e"), SpendingStage.Order, book.Book.Space.Currency, [Line(1m)], 5m, Stamp.At), Stamp).GetOrThrow();
        book.Control.Expire(Stamp.At + Duration.Epsilon, Stamp).GetOrThrow();
        return book.Book;

        void Enter(string id, BudgetChangeKind kind, decimal amount)
        {
            changes.Enter(
                new BudgetChange(
                    new(id), "b", kind, [BudgetLine.ForPeriod(TeamOne, Paper, new(2026, 1), amount)], "why"),
                Ben).GetOrThrow();
            changes.Submit(new(id), Ben).GetOrThrow();
        }
    }

    private static byte[] Written(Book book)
    {
        using var stream = new MemoryStream();
        book.Journal.Snapshot().WriteTo(stream);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
