using CostCenters.Control;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Monetary;
using static CostCenters.Control.Rules.AvailabilityVerdict;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>Worked cases of other systems, by their ids; where one of them is wrong, what is right comes out.</summary>
public class PeerControlTests
{
    private static readonly RuleScope OfTeam = new(TeamOne, false, null);

    [Fact] // ERPNext test_budget.py: 200,000 a year, the year stops, the month is ignored.
    public void C1_AnnualStop_AllowsWithinAndRefusesBeyondTheYear()
    {
        var book = ControlBook.With((TeamOne, Paper, 200_000m)).Rules(
            Stop("annual", OfTeam, RuleSpan.FullYear), Rule("month", OfTeam, RuleSpan.YearToDate, 100m, Pass));

        Assert.Equal(Pass, Ask(book, SpendingStage.Actual, 40_000m));
        Assert.Equal(Block, Ask(book, SpendingStage.Actual, 250_000m));
    }

    [Theory] // The same: one more than the budget up to this month, at each stage.
    [InlineData(SpendingStage.Request)]
    [InlineData(SpendingStage.Order)]
    [InlineData(SpendingStage.Actual)]
    public void C2_MonthToDateStop_RefusesOneMoreThanAccumulated(SpendingStage stage)
    {
        var book = ControlBook.With((TeamOne, Paper, 120_000m)).Rules(Stop("month", OfTeam, RuleSpan.YearToDate));

        Assert.Equal(Pass, Ask(book, stage, 30_000m, month: 3));
        Assert.Equal(Block, Ask(book, stage, 30_001m, month: 3));
    }

    [Fact] // The same: the budget is on a group center, the posting on a center below it.
    public void C2_GroupCenter_IsUsedByItsChildren()
    {
        var book = ControlBook.With((Works, Paper, 120_000m)).Rules(
            Stop("group", new(Works, true, null), RuleSpan.YearToDate));

        Assert.Equal(Block, Ask(book, SpendingStage.Actual, 10_001m));
        Assert.Equal(Pass, Ask(book, SpendingStage.Actual, 10_000m));
    }

    [Fact] // ERPNext refuses the cancellation; releasing money is never refused here.
    public void C4_CancellationBeyondTheBudget_IsNeverRefused()
    {
        var book = ControlBook.With((TeamOne, Paper, 120_000m));
        for (int i = 0; i < 10; i++)
        {
            book.Invoice($"{i}", Line(20_000m)).GetOrThrow();
        }

        book.Rules(Stop("annual", OfTeam, RuleSpan.FullYear), Stop("month", OfTeam, RuleSpan.YearToDate));

        Assert.Equal(Pass, Ask(book, SpendingStage.Actual, -20_000m));
        book.Book.Ledger.Reverse(new("9"), new("reversal"), null, Stamp).GetOrThrow();
        Assert.Equal((0m, 180_000m, -60_000m), book.Three("annual"));
    }

    [Theory] // Of the budget one is left; an order of one more than all of it.
    [InlineData(Block)]
    [InlineData(Pass)]
    public void C5_CumulativeControl_RefusesUnderStopAndAllowsUnderIgnore(AvailabilityVerdict verdict)
    {
        var book = ControlBook.With((TeamOne, Paper, 1_200m)).Rules(
            Rule("r", OfTeam, RuleSpan.FullYear, 100m, verdict));
        book.Invoice("i", Line(1_199m)).GetOrThrow();

        Assert.Equal(verdict, Ask(book, SpendingStage.Order, 1_201m));
    }

    [Fact] // Half of the budget as a number of dollars, at 80 each: the converted amount counts.
    public void C6_ForeignOrder_CountsConverted()
    {
        var book = ControlBook.With((TeamOne, Paper, 1_200m)).Rules(Stop("r", OfTeam, RuleSpan.FullYear));
        CurrencyConversion converted = new ExchangeRate(Currency.Usd, Currency.Eur, 80m)
            .Convert(new Money(600m, Currency.Usd), 2, MidpointRounding.AwayFromZero);

        Assert.Equal(48_000m, converted.Converted.Amount);
        Assert.Equal(Block, Ask(book, SpendingStage.Order, converted.Converted.Amount));
    }

    [Fact] // erpnext issue 36610: 20 million less 11 actual less 5 ordered leaves 4; the actual counts once.
    public void C8_OrderBesideActual_CountsTheActualOnce()
    {
        var book = ControlBook.With((TeamOne, Paper, 20_000_000m)).Rules(Stop("r", OfTeam, RuleSpan.FullYear));
        book.Invoice("i", Line(11_000_000m)).GetOrThrow();

        ControlResult result = book.Order("o", Line(5_000_000m));

        result.GetOrThrow();
        Assert.Equal(4_000_000m, Assert.Single(result.Check.Rules).After.Available);
    }

    [Fact] // Ecosoft budget_control: three elements with 100, 200 and 300 a quarter, 2,400 in all.
    public void C9_ControlByElementOrByCenter_OutsideThePlanAndOff()
    {
        var book = ControlBook.With((TeamOne, Paper, 400m), (TeamOne, Steel, 800m), (TeamOne, Travel, 1_200m));
        book.Control.SetRules(
            new AvailabilityRules(
                [Stop("paper", new(TeamOne, false, Paper), RuleSpan.FullYear)], Respond(Block)), Stamp).GetOrThrow();

        Assert.Equal(Block, Ask(book, SpendingStage.Actual, 401m));
        Assert.Equal(Block, book.Control.Check(
            Document("x", SpendingStage.Actual, Line(1m, TeamOne, Goods))).Verdict);

        book.Rules(Stop("center", OfTeam, RuleSpan.FullYear));
        book.Invoice("bill", Line(2_000m)).GetOrThrow();
        Assert.Equal(400m, book.Figures("center").Available);

        book.Rules(Rule("center", OfTeam, RuleSpan.FullYear, 100m, Pass));
        book.Invoice("off", Line(98_000m)).GetOrThrow();
        Assert.Equal(-97_600m, book.Figures("center").Available);
        book.Invoice("refund", Line(-100m)).GetOrThrow();
        Assert.Equal(-97_500m, book.Figures("center").Available);
    }

    [Fact] // The same: three pieces at 10 ordered, one invoiced, the invoice cancelled.
    public void C11_OrderInvoiceCancel_MovesBetweenCommitmentAndActual()
    {
        var book = ControlBook.With((TeamOne, Paper, 300m)).Rules(Stop("r", OfTeam, RuleSpan.FullYear));
        book.Order("o", Line(30m)).GetOrThrow();
        Assert.Equal((30m, 0m, 270m), book.Three("r"));

        book.Invoice("i", Line(10m, from: ("o", 0, 10m))).GetOrThrow();
        Assert.Equal((20m, 10m, 270m), book.Three("r"));

        book.Book.Ledger.Reverse(new("i"), new("cancelled"), null, Stamp).GetOrThrow();
        Assert.Equal((30m, 0m, 270m), book.Three("r"));
    }

    [Fact] // budget_advance: an advance of 100 is cleared by 20 and 60, refused, and 30 of it come back.
    public void C14_Advance_IsClearedReversedAndReturned()
    {
        var book = ControlBook.With((TeamOne, Paper, 300m)).Rules(Stop("r", OfTeam, RuleSpan.FullYear));
        book.Order("advance", Line(100m)).GetOrThrow();
        Assert.Equal((100m, 0m, 200m), book.Three("r"));

        book.Invoice("clearing", Line(20m, from: ("advance", 0, 20m)), Line(60m, from: ("advance", 0, 60m)))
            .GetOrThrow();
        Assert.Equal((20m, 80m, 200m), book.Three("r"));

        book.Book.Ledger.Reverse(new("clearing"), new("refused"), null, Stamp).GetOrThrow();
        Assert.Equal((100m, 0m, 200m), book.Three("r"));

        book.Order("rest", Line(70m, from: ("advance", 0, 100m))).GetOrThrow();
        Assert.Equal((70m, 0m, 230m), book.Three("r"));
    }

    [Fact] // budget_control_purchase_manual_currency: 100 at 10 of the foreign currency for one of the home currency.
    public void C15_ForeignOrder_AtAManualRate_IsCommittedConverted()
    {
        var book = ControlBook.With((TeamOne, Paper, 3_000m)).Rules(Stop("r", OfTeam, RuleSpan.FullYear));
        CurrencyConversion converted = new ExchangeRate(Currency.Usd, Currency.Eur, 0.1m)
            .Convert(new Money(100m, Currency.Usd), 2, MidpointRounding.AwayFromZero);

        book.Order("o", Line(converted.Converted.Amount)).GetOrThrow();

        Assert.Equal((10m, 0m, 2_990m), book.Three("r"));
    }

    [Theory] // D365: a budget of 100,000 and a threshold of 110 %.
    [InlineData(105_000, Pass)]
    [InlineData(109_000, Pass)]
    [InlineData(111_000, Block)]
    public void C18_Threshold_LetsPassUpToIt(decimal amount, AvailabilityVerdict expected)
    {
        var book = ControlBook.With((TeamOne, Paper, 100_000m)).Rules(
            Stop("r", OfTeam, RuleSpan.FullYear, percent: 110m));

        Assert.Equal(expected, Ask(book, SpendingStage.Actual, amount));
    }

    [Fact] // SAP: a warning from 80 %, another from 1,000 beyond, orders alone are stopped at 110 %; the less counts.
    public void C19_Tolerances_InPercentAndAbsolute_FireWhereTheFirstIsMet()
    {
        var book = ControlBook.With((TeamOne, Paper, 100_000m)).Rules(
            Rule("80 %", OfTeam, RuleSpan.FullYear, 80m, Warn),
            new AvailabilityRule(
                "1,000", "b", [OfTeam], RuleSpan.FullYear, new(110m, 1_000m, false), Respond(Warn), Respond(Warn)),
            new AvailabilityRule(
                "orders", "b", [OfTeam], RuleSpan.FullYear, new(110m, null, false), new(Pass, Block, Pass, []),
                Respond(Block)));

        Assert.Equal((Pass, ""), Of(SpendingStage.Order, 80_000m));
        Assert.Equal((Warn, "80 %"), Of(SpendingStage.Order, 80_000.01m));
        Assert.Equal((Warn, "80 %"), Of(SpendingStage.Order, 101_000m));
        Assert.Equal((Warn, "80 %;1,000"), Of(SpendingStage.Order, 101_000.01m));
        Assert.Equal((Warn, "80 %;1,000"), Of(SpendingStage.Order, 110_000m));
        Assert.Equal((Block, "80 %;1,000;orders"), Of(SpendingStage.Order, 110_000.01m));
        Assert.Equal((Warn, "80 %;1,000"), Of(SpendingStage.Actual, 110_000.01m));

        (AvailabilityVerdict, string) Of(SpendingStage stage, decimal amount)
        {
            AvailabilityCheck check = book.Control.Check(Document("x", stage, Line(amount)));
            return (check.Verdict, string.Join(
                ';', check.Rules.Where(rule => rule.Verdict != Pass).Select(rule => rule.Rule.Code)));
        }
    }

    [Fact] // rigorix: twelve at once against a limit of five.
    public void C21_TwelveReservationsAtOnce_FiveSucceed()
    {
        var book = ControlBook.With((TeamOne, Paper, 5m)).Rules(Stop("r", OfTeam, RuleSpan.FullYear));
        int accepted = 0;

        Parallel.For(0, 12, i =>
        {
            if (book.Order($"{i}", Line(1m)).Command.Faults.IsEmpty)
            {
                Interlocked.Increment(ref accepted);
            }
        });

        Assert.Equal(5, accepted);
    }

    private static AvailabilityVerdict Ask(ControlBook book, SpendingStage stage, decimal amount, int month = 1) =>
        book.Control.Check(Document("x", stage, Line(amount, month: month))).Verdict;
}
