using CostCenters.Control;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using NodaTime;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>Requests, orders and invoices: who takes what over from whom, and what is left.</summary>
public class CommitmentTests
{
    private readonly ControlBook book =
        ControlBook.With((TeamOne, Paper, 1_200m)).Rules(Stop("year", Everything, RuleSpan.FullYear));

    [Fact] // 1,000 asked; 600 and 350 ordered for 650 and 350 of it; 580 and 360 invoiced: 20 and 50 less, 10 more.
    public void Purchase_FromRequestToInvoices_KeepsWhatWasEverAskedFor()
    {
        book.Request("r", Line(1_000m)).GetOrThrow();
        book.Order("o1", Line(600m, from: ("r", 0, 650m))).GetOrThrow();
        book.Order("o2", Line(350m, from: ("r", 0, 350m))).GetOrThrow();
        book.Invoice("i1", Line(580m, from: ("o1", 0, 600m))).GetOrThrow();
        book.Invoice("i2", Line(360m, from: ("o2", 0, 350m))).GetOrThrow();

        CommitmentLineStatus request = book.Status("r").Lines[0];
        CommitmentLineStatus first = book.Status("o1").Lines[0];
        CommitmentLineStatus second = book.Status("o2").Lines[0];

        Assert.Equal((1_000m, 0m, 950m, 0m, 50m), Figures(request));
        Assert.Equal((600m, 0m, 580m, 0m, 20m), Figures(first));
        Assert.Equal((350m, 0m, 360m, 10m, 0m), Figures(second));
        Assert.Equal((0m, 940m, 260m), book.Three("year"));
        Assert.Equal(1_000m + 10m, 580m + 360m + request.Released + first.Released + second.Released);
    }

    [Theory]
    [InlineData(SpendingStage.Request, CommitmentState.Requested)]
    [InlineData(SpendingStage.Order, CommitmentState.Reserved)]
    public void State_FromFirstToLast_IsTold(SpendingStage stage, CommitmentState first)
    {
        SpendingDocument document = Document("d", stage, Line(10m), Line(5m));
        book.Control.Reserve(document, Stamp).GetOrThrow();
        Assert.Equal(first, book.Status("d").State);

        book.Invoice("i1", Line(10m, from: ("d", 0, 10m))).GetOrThrow();
        Assert.Equal(CommitmentState.PartlyLiquidated, book.Status("d").State);

        book.Invoice("i2", Line(5m, from: ("d", 1, 5m))).GetOrThrow();
        Assert.Equal(CommitmentState.Liquidated, book.Status("d").State);
        AssertRefused(CommandFaultKind.AlreadyLiquidated, book.Control.Release(new("d"), Stamp));
    }

    [Fact]
    public void Release_BeforeAndAfterALiquidation_ReleasesOrCloses()
    {
        book.Order("a", Line(10m)).GetOrThrow();
        book.Order("b", Line(10m)).GetOrThrow();
        book.Invoice("i", Line(4m, from: ("b", 0, 4m))).GetOrThrow();

        book.Control.Release(new("a"), Stamp).GetOrThrow();
        book.Control.Release(new("b"), Stamp).GetOrThrow();

        Assert.Equal(CommitmentState.Released, book.Status("a").State);
        Assert.Equal(CommitmentState.Closed, book.Status("b").State);
        Assert.Equal((0m, 4m, 1_196m), book.Three("year"));
        AssertRefused(CommandFaultKind.AlreadyReleased, book.Control.Release(new("a"), Stamp));
        AssertRefused(CommandFaultKind.AlreadyClosed, book.Control.Release(new("b"), Stamp));
        AssertRefused(CommandFaultKind.UnknownDocument, book.Control.Release(new("c"), Stamp));
        AssertRefused(
            CommandFaultKind.AlreadyClosed, book.Invoice("i2", Line(1m, from: ("b", 0, 1m))).Command);
    }

    [Fact]
    public void Expire_AtAnInstant_EndsWhatExpiresThenOrBeforeInThatOrder()
    {
        Instant noon = Instant.FromUtc(2026, 5, 1, 12, 0);
        Reserve("never", null);
        Reserve("at", noon);
        Reserve("after", noon.PlusNanoseconds(1));
        Reserve("before", noon.PlusNanoseconds(-1));
        Reserve("at too", noon);
        long position = book.Book.Journal.Position.Number;

        CommandResult result = book.Control.Expire(noon, Stamp);

        Assert.Equal(position + 1, result.GetOrThrow().Number);
        Assert.Equal(
            ["before", "at", "at too"],
            ((ExpiryEntry)book.Book.Journal.Snapshot().Entries().Last()).Documents.Select(id => id.Value));
        Assert.Equal(CommitmentState.Expired, book.Status("at").State);
        Assert.Equal(CommitmentState.Reserved, book.Status("after").State);
        Assert.Equal(CommandOutcome.AcceptedBefore, book.Control.Expire(noon, Stamp).Outcome);
        AssertRefused(CommandFaultKind.AlreadyExpired, book.Control.Release(new("at"), Stamp));
        Assert.Equal((2m, 0m, 1_198m), book.Three("year"));

        void Reserve(string id, Instant? expires) => book.Control.Reserve(
            new SpendingDocument(new(id), SpendingStage.Order, Space.Currency, [Line(1m)], null, expires), Stamp)
            .GetOrThrow();
    }

    [Fact]
    public void Reverse_AnInvoice_OpensWhatItTookOver()
    {
        book.Order("o", Line(100m)).GetOrThrow();
        book.Invoice("i", Line(90m, from: ("o", 0, 100m))).GetOrThrow();
        Assert.Equal(CommitmentState.Liquidated, book.Status("o").State);

        book.Book.Ledger.Reverse(new("i"), new("r"), null, Stamp).GetOrThrow();

        Assert.Equal((100m, 100m, 0m, 0m, 0m), Figures(book.Status("o").Lines[0]));
        Assert.Equal(CommitmentState.Reserved, book.Status("o").State);
        Assert.Equal((100m, 0m, 1_100m), book.Three("year"));
    }

    [Fact] // An order ends once: what comes back after its end is released.
    public void Reverse_AnInvoiceOfAClosedOrder_ReleasesWhatItTookOver()
    {
        book.Order("o", Line(100m)).GetOrThrow();
        book.Invoice("i", Line(70m, from: ("o", 0, 60m))).GetOrThrow();
        book.Control.Release(new("o"), Stamp).GetOrThrow();

        book.Book.Ledger.Reverse(new("i"), new("r"), null, Stamp).GetOrThrow();

        Assert.Equal((100m, 0m, 0m, 10m, 110m), Figures(book.Status("o").Lines[0]));
        Assert.Equal(CommitmentState.Closed, book.Status("o").State);
        Assert.Equal((0m, 0m, 1_200m), book.Three("year"));
    }

    [Theory] // 10 % of 100 lets 110 follow, in one invoice or in several.
    [InlineData(110, 0.01, false)]
    [InlineData(60, 50.01, false)]
    [InlineData(60, 50, true)]
    public void OverDelivery_BeyondItsTolerance_IsRefused(decimal first, decimal second, bool isAccepted)
    {
        book.Control.Reserve(
            new SpendingDocument(new("o"), SpendingStage.Order, Space.Currency, [Line(100m)], 10m), Stamp).GetOrThrow();
        book.Invoice("i1", Line(first, from: ("o", 0, 50m))).GetOrThrow();

        CommandResult result = book.Invoice("i2", Line(second, from: ("o", 0, 50m))).Command;

        Assert.Equal(
            isAccepted ? [] : [CommandFaultKind.OverDelivery], result.Faults.Select(fault => fault.Kind));
    }

    [Fact] // Nothing is left of the budget: the order within its request passes, of a larger one the excess does not.
    public void Order_WithinItsRequest_NeverFailsForMoney()
    {
        book.Request("r", Line(1_200m)).GetOrThrow();
        book.Budget(2, (TeamOne, Paper, 12m));

        ControlResult larger = book.Order("o", Line(1_200.01m, from: ("r", 0, 1_200m)));
        ControlResult same = book.Order("o", Line(1_200m, from: ("r", 0, 1_200m)));

        AssertRefused(CommandFaultKind.BudgetExceeded, larger.Command);
        Assert.Equal(0.01m, Assert.Single(larger.Check.Rules).Amount);
        Assert.Equal(AvailabilityVerdict.Pass, same.Check.Verdict);
        same.GetOrThrow();
        Assert.Equal((1_200m, 0m, -1_188m), book.Three("year"));
    }

    [Fact]
    public void Reserve_TheSameAgain_IsTheSameAnswerAndChangesNothing()
    {
        book.Order("o", Line(1_200m)).GetOrThrow();
        SpendingLine line = Line(1_200m, from: ("o", 0, 1_200m));
        JournalPosition posted = book.Invoice("i", line).GetOrThrow();
        JournalPosition last = book.Book.Journal.Position;

        ControlResult order = book.Order("o", Line(1_200m));
        ControlResult invoice = book.Invoice("i", line);

        Assert.Equal(
            (CommandOutcome.AcceptedBefore, new JournalPosition(3)), (order.Command.Outcome, order.GetOrThrow()));
        Assert.Equal((CommandOutcome.AcceptedBefore, posted), (invoice.Command.Outcome, invoice.GetOrThrow()));
        AssertRefused(CommandFaultKind.DocumentIdTaken, book.Order("o", Line(1_200.5m)).Command);
        AssertRefused(CommandFaultKind.DocumentIdTaken, book.Request("o", Line(1_200m)).Command);
        AssertRefused(CommandFaultKind.DocumentIdTaken, book.Invoice("i", Line(1_200m)).Command);
        Assert.Equal(last, book.Book.Journal.Position);
    }

    [Fact] // Each invoice exceeds its order by as much as a posting holds; 64 bits hold 92 times that.
    public void Reverse_InvoicesWithoutEnd_OverflowsNothing()
    {
        book.Rules();
        book.Order("o", Line(1m)).GetOrThrow();
        for (int i = 0; i < 100; i++)
        {
            book.Invoice($"i{i}", Line(1_000_000_000_000_000m, from: ("o", 0, 1m))).GetOrThrow();
            book.Book.Ledger.Reverse(new($"i{i}"), new($"r{i}"), null, Stamp).GetOrThrow();
        }

        decimal exceeded = 100 * 999_999_999_999_999m;
        Assert.Equal((1m, 1m, 0m, exceeded, exceeded), Figures(book.Status("o").Lines[0]));
    }

    [Fact]
    public void Reserve_BadInput_TellsEveryFaultOfEveryLineAndChangesNothing()
    {
        book.Request("r", Line(10m)).GetOrThrow();
        book.Order("o", Line(10m)).GetOrThrow();
        book.Book.Ledger.Close(new(2026, 2), [TeamOne], Stamp).GetOrThrow();
        long before = book.Book.Journal.Position.Number;

        CommandResult result = book.Request(
            "x",
            Line(0m),
            Line(1m, new("none"), new("none")),
            Line(0.001m),
            Line(1m, month: 2),
            Line(1m, from: ("o", 0, 1m)),
            Line(1m, from: ("r", 1, 1m)),
            Line(1m, from: ("none", 0, 1m)),
            Line(1m, from: ("r", 0, 6m)),
            Line(1m, from: ("r", 0, 5m)),
            Line(1m, from: ("r", 0, -1m)),
            Line(1m, from: ("r", 0, 0.001m))).Command;

        Assert.Equal(
            [
                (0, CommandFaultKind.AmountNotPositive), (1, CommandFaultKind.UnknownCenter),
                (1, CommandFaultKind.UnknownElement), (2, CommandFaultKind.TooManyDigits),
                (3, CommandFaultKind.PeriodClosed), (4, CommandFaultKind.WrongStage),
                (5, CommandFaultKind.UnknownDocument), (6, CommandFaultKind.UnknownDocument),
                (8, CommandFaultKind.MoreThanOpen), (9, CommandFaultKind.AmountNotPositive),
                (10, CommandFaultKind.TooManyDigits),
            ],
            result.Faults.Select(fault => (fault.Line!.Value, fault.Kind)));
        AssertRefused(
            CommandFaultKind.CurrencyMismatch,
            book.Control.Reserve(
                new SpendingDocument(
                    new("x"), SpendingStage.Order, CostCenters.Monetary.Currency.Usd, [Line(1m)]),
                Stamp).Command);
        Assert.Equal(before, book.Book.Journal.Position.Number);
    }

    [Fact] // 30 of 100 are invoiced in 2026; the other 70 go on in 2027, under an id of their own.
    public void CarryTo_TheNextYear_MovesWhatIsOpen()
    {
        book.Order("o", Line(100m)).GetOrThrow();
        book.Invoice("i", Line(30m, from: ("o", 0, 30m))).GetOrThrow();

        SpendingDocument carried = book.Status("o").CarryTo(new("o/2027"), new(2027, 1, 1));
        ControlResult refused = book.Control.Reserve(carried, Stamp);
        book.Rules();
        book.Control.Reserve(carried, Stamp).GetOrThrow();

        AssertRefused(CommandFaultKind.NoBudget, refused.Command);
        Assert.Equal(CommitmentState.Liquidated, book.Status("o").State);
        Assert.Equal(70m, book.Status("o/2027").Lines[0].Open);
        Assert.Equal(
            [(new CostCenters.Calendars.FiscalPeriod(2027, 1), 70m)],
            book.Book.Snapshot().Control.ToCube(SpendingStage.Order).Cells()
                .Select(cell => (cell.Address.Period, cell.Amount)));
    }

    [Fact]
    public void SpendingDocument_ThatIsNone_IsTheCallersMistake()
    {
        Assert.Throws<ArgumentException>(() => Document("d", SpendingStage.Order));
        Assert.Throws<ArgumentOutOfRangeException>(() => Document("d", (SpendingStage)9, Line(1m)));
        Assert.Throws<ArgumentException>(() => new SpendingDocument(
            new("d"), SpendingStage.Actual, Space.Currency, [Line(1m)], 10m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpendingDocument(
            new("d"), SpendingStage.Order, Space.Currency, [Line(1m)], -1m));
        Assert.Throws<ArgumentException>(() => new TakeOver(default, 0, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TakeOver(new("d"), -1, 1m));
    }

    private static (decimal Asked, decimal Open, decimal TakenOver, decimal Exceeded, decimal Released) Figures(
        CommitmentLineStatus line) => (line.Asked, line.Open, line.TakenOver, line.Exceeded, line.Released);

    private static void AssertRefused(CommandFaultKind kind, CommandResult result) =>
        Assert.Equal(kind, Assert.Single(result.Faults).Kind);
}
