using System.Globalization;
using CostCenters.Books;
using CostCenters.Control;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>Another price, quantity or exchange rate when an order is invoiced: the rate of the order is frozen, and
/// each difference is told apart.</summary>
public class LiquidationTests
{
    private readonly ControlBook book =
        ControlBook.With((TeamOne, Paper, 1_200m)).Rules(Stop("r", Everything, RuleSpan.FullYear));

    // 100 pieces at 2 USD and 0.90 = 180. Of these 50 (90.00) are taken over by 52 at 2.10 USD and 0.95 = 103.74:
    // rate 109.20 x 0.05 = 5.46, quantity 2 x 1.80 = 3.60, price 52 x 0.10 x 0.90 = 4.68; together 13.74.
    [Fact]
    public void Invoice_OfAnotherPriceQuantityAndRate_TellsEachApart()
    {
        book.Order("o", Line(180m, 100m, foreign: (200m, 0.90m))).GetOrThrow();
        book.Invoice("i", Line(103.74m, 52m, ("o", 90m), (109.20m, 0.95m))).GetOrThrow();

        CommitmentLineStatus line = Assert.Single(book.Status("o").Lines);
        Assert.Equal(
            (4.68m, 3.60m, 5.46m), (line.PriceDifference, line.QuantityDifference, line.RateDifference));
        Assert.Equal((90m, 103.74m, 13.74m), (line.Open, line.TakenOver, line.Exceeded));
        Assert.Equal((0.90m, 200m), (line.Line.Foreign!.Rate.Value, line.Line.Foreign.Amount.Amount));
    }

    [Theory] // Order of 60 in 20 pieces at 3; taken over 30.
    [InlineData(33, 10, 3, 0)] // Ten pieces at 3.30.
    [InlineData(24, 8, 0, -6)] // Eight pieces at 3.
    [InlineData(20, 8, -4, -6)] // Eight pieces at 2.50.
    [InlineData(36, null, 6, 0)] // No quantity: all of it is price.
    public void Invoice_InTheCurrencyOfTheBook_DiffersByPriceAndQuantity(
        int amount, int? quantity, int price, int ofQuantity)
    {
        book.Order("o", Line(60m, 20m)).GetOrThrow();
        book.Invoice("i", Line(amount, quantity, ("o", 30m))).GetOrThrow();

        CommitmentLineStatus line = Assert.Single(book.Status("o").Lines);
        Assert.Equal((price, ofQuantity, 0m), (line.PriceDifference, line.QuantityDifference, line.RateDifference));
        Assert.Equal(
            line.Exceeded - line.Released, line.PriceDifference + line.QuantityDifference + line.RateDifference);
    }

    [Fact] // 10.00 for 3 pieces: two pieces are 6.67, half to even; the three differences make -3.00 to the cent.
    public void Invoice_OfAQuotientThatDoesNotEnd_KeepsTheSum()
    {
        book.Order("o", Line(10m, 3m)).GetOrThrow();
        book.Invoice("i", Line(7m, 2m, ("o", 10m))).GetOrThrow();

        CommitmentLineStatus line = Assert.Single(book.Status("o").Lines);
        Assert.Equal((0.33m, -3.33m), (line.PriceDifference, line.QuantityDifference));
    }

    [Fact] // The rate makes 10 of 110; what came is what was ordered, so no tolerance of 5 % is exceeded.
    public void Invoice_AtAnotherRate_IsNoOverDelivery()
    {
        book.Control.Reserve(Order("o", 5m, Line(100m, 1m, foreign: (100m, 1m))), Stamp).GetOrThrow();

        Assert.Equal(CommandOutcome.Accepted, Invoice(110m, 100m, 1.10m).Command.Outcome);
        Assert.Equal(10m, Assert.Single(book.Status("o").Lines).RateDifference);
    }

    // Half of 200 USD at 0.90 is invoiced; the other 100 USD go on by the frozen rate. At 0.95 they come to 95.00, of
    // which the rate makes 5.00, and the price nothing: no tolerance of 5 % of 90.00 is exceeded.
    [Fact]
    public void CarryTo_OfAForeignOrder_KeepsItsRate()
    {
        book.Control.Reserve(Order("o", 5m, Line(180m, null, foreign: (200m, 0.90m))), Stamp).GetOrThrow();
        book.Invoice("i", Line(90m, null, ("o", 90m), (100m, 0.90m))).GetOrThrow();

        book.Control.Reserve(book.Status("o").CarryTo(new("o2"), new(2026, 12, 1)), Stamp).GetOrThrow();
        book.Invoice("j", Line(95m, null, ("o2", 90m), (100m, 0.95m))).GetOrThrow();

        CommitmentLineStatus line = Assert.Single(book.Status("o2").Lines);
        Assert.Equal((0m, 5m), (line.PriceDifference, line.RateDifference));
        Assert.Equal((100m, 0.90m), (line.Line.Foreign!.Amount.Amount, line.Line.Foreign.Rate.Value));
    }

    // 0.01 of 25.00 at 2.50 is open: 0.004 USD, which whole cents do not make.
    [Theory]
    [InlineData("24.99", null)]
    [InlineData("20.00", "2.00")]
    [InlineData("25.00", "0.00")]
    public void OpenForeign_IsWhatMakesTheOpenAmountByTheRate(string taken, string? expected)
    {
        decimal amount = decimal.Parse(taken, CultureInfo.InvariantCulture);
        book.Order("o", Line(25m, null, foreign: (10m, 2.50m))).GetOrThrow();
        Assert.Equal(10m, Assert.Single(book.Status("o").Lines).OpenForeign!.Amount.Amount);

        book.Invoice("i", Line(amount, null, ("o", amount))).GetOrThrow();

        Assert.Equal(
            expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture),
            Assert.Single(book.Status("o").Lines).OpenForeign?.Amount.Amount);
    }

    [Fact] // The excess alone is judged: 1,200 are there, 1,195 ordered; an invoice of 1,200 fits, one of 1,201 not.
    public void Invoice_BeyondItsOrder_IsJudgedByTheExcessAlone()
    {
        book.Order("o", Line(1_195m, null)).GetOrThrow();
        book.Budget(2, (TeamOne, Paper, 1_000m)); // A lower budget does not judge the order again ...
        Assert.Equal(
            CommandOutcome.Accepted, book.Invoice("same", Line(95m, null, ("o", 95m))).Command.Outcome);
        ControlResult beyond = book.Invoice("beyond", Line(101m, null, ("o", 100m))); // ... but every cent beyond it.

        Assert.Equal(CommandFaultKind.BudgetExceeded, Assert.Single(beyond.Command.Faults).Kind);
        Assert.Equal(1m, Assert.Single(beyond.Check.Rules).Amount);
        Assert.Equal(1_100m, Assert.Single(book.Status("o").Lines).Open);
    }

    [Fact]
    public void Reversal_OfAnInvoice_TakesItsDifferencesBack()
    {
        book.Order("o", Line(60m, 20m)).GetOrThrow();
        book.Invoice("i", Line(33m, 10m, ("o", 30m))).GetOrThrow();
        book.Book.Ledger.Reverse(new("i"), new("r"), null, Stamp).GetOrThrow();

        CommitmentLineStatus line = Assert.Single(book.Status("o").Lines);
        Assert.Equal((60m, 0m, 0m), (line.Open, line.PriceDifference, line.QuantityDifference));
    }

    [Fact]
    public void Journal_WithForeignAmounts_ReadsBackTheSame()
    {
        book.Order("o", Line(180m, 100m, foreign: (200.0m, 0.900m))).GetOrThrow();
        SpendingDocument invoice = Document(
            "i",
            SpendingStage.Actual,
            Line(103.74m, 52m, ("o", 90m), (109.20m, 0.95m)),
            Line(2m, null, null, (1m, 2m)));
        book.Control.Reserve(invoice, Stamp).GetOrThrow();
        using var stream = new MemoryStream();
        book.Book.Journal.Snapshot().WriteTo(stream);
        stream.Position = 0;

        Book read = Book.Read(stream);

        Assert.Equal(book.Book.Journal.Snapshot().Head, read.Journal.Snapshot().Head);
        Assert.Equal(CommandOutcome.AcceptedBefore, read.Control.Reserve(invoice, Stamp).Command.Outcome);
        Assert.True(read.Snapshot().Control.TryGetCommitment(new("o"), out CommitmentStatus? status));
        Assert.Equal(5.46m, status.Lines[0].RateDifference);
        Assert.Equal(
            CommandOutcome.Refused,
            read.Control.Reserve(
                Document(
                    "i",
                    SpendingStage.Actual,
                    Line(103.74m, 52m, ("o", 90m), (109.20m, 0.95m)),
                    Line(2m, null, null, (2m, 1m))),
                Stamp).Command.Outcome);
    }

    [Fact]
    public void Reserve_ForeignAmountThatDoesNotFit_IsRefused()
    {
        Assert.Equal(
            CommandFaultKind.CurrencyMismatch,
            Assert.Single(book.Order("o", Line(91m, null, foreign: (100m, 0.90m))).Command.Faults).Kind);
        book.Order("o", Line(90m, null, foreign: (100m, 0.90m))).GetOrThrow();
        var pounds = new ForeignAmount(new Money(90m, Currency.Gbp), new ExchangeRate(Currency.Gbp, Currency.Eur, 1m));
        var line = new SpendingLine(
            new Posting(new(2026, 1, 10), TeamOne, Paper, 90m), new TakeOver(new("o"), 0, 90m), pounds);
        Assert.Equal(
            CommandFaultKind.CurrencyMismatch, Assert.Single(book.Invoice("i", line).Command.Faults).Kind);
        Assert.Throws<CurrencyMismatchException>(() => new ForeignAmount(
            new Money(1m, Currency.Gbp), new ExchangeRate(Currency.Usd, Currency.Eur, 1m)));
        Assert.Throws<ArgumentNullException>(() => new ForeignAmount(new Money(1m, Currency.Gbp), null!));
    }

    private ControlResult Invoice(decimal amount, decimal foreign, decimal rate) =>
        book.Invoice("i", Line(amount, 1m, ("o", 100m), (foreign, rate)));

    private static SpendingDocument Order(string id, decimal overDelivery, SpendingLine line) =>
        new(new(id), SpendingStage.Order, Currency.Eur, [line], overDelivery);

    private static SpendingLine Line(
        decimal amount,
        decimal? quantity,
        (string Document, decimal Taken)? from = null,
        (decimal Amount, decimal Rate)? foreign = null) =>
        new(
            new Posting(new(2026, 1, 10), TeamOne, Paper, amount, quantity),
            from is { } taken ? new TakeOver(new(taken.Document), 0, taken.Taken) : null,
            foreign is { } dollars
                ? new ForeignAmount(
                    new Money(dollars.Amount, Currency.Usd),
                    new ExchangeRate(Currency.Usd, Currency.Eur, dollars.Rate))
                : null);
}
