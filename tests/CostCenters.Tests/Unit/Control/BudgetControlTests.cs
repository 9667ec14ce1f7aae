using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Control;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Structure;
using static CostCenters.Control.Rules.AvailabilityVerdict;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>What rules cover, how much they let pass, and what they say.</summary>
public class BudgetControlTests
{
    [Fact] // 600 + 600 + 240 of budget; each scope has the use of its own cells.
    public void Scopes_OfCentersAndElements_CoverTheirSubtreesAndGroups()
    {
        var book = ControlBook.With((TeamOne, Paper, 600m), (TeamTwo, Steel, 600m), (Sales, Travel, 240m)).Rules(
            Stop("all", Everything, RuleSpan.FullYear),
            Stop("works", new(Works, true, null), RuleSpan.FullYear),
            Stop("works alone", new(Works, false, null), RuleSpan.FullYear),
            Stop("goods", new(null, false, Goods), RuleSpan.FullYear),
            Stop("steel of team 2", new(TeamTwo, false, Steel), RuleSpan.FullYear));

        book.Invoice("i", Line(1m), Line(10m, TeamTwo, Steel), Line(100m, Sales, Travel), Line(7m, Head, Revenue))
            .GetOrThrow();

        string[] rules = ["all", "works", "works alone", "goods", "steel of team 2"];
        Assert.Equal(
            [(1_440m, 111m), (1_200m, 11m), (0m, 0m), (1_200m, 11m), (600m, 10m)],
            rules.Select(rule => (book.Figures(rule).Budget, book.Figures(rule).Actual)));
        Assert.False(book.Figures("works alone").HasBudget);
    }

    [Fact] // The pool of two cells has 24: each may use what the other leaves, and a cell named twice counts once.
    public void Pool_OfSeveralCells_SharesItsBudgetAndCountsEachOnce()
    {
        var book = ControlBook.With((TeamOne, Paper, 12m), (TeamTwo, Steel, 12m)).Rules(new AvailabilityRule(
            "pool",
            "b",
            [new(TeamOne, false, Paper), new(TeamTwo, false, Steel), new(Works, true, Goods)],
            RuleSpan.FullYear,
            new RuleLimit(100m, null, false),
            Respond(Block),
            Respond(Block)));

        book.Order("o", Line(20m)).GetOrThrow();

        Assert.Equal(24m, book.Figures("pool").Budget);
        Assert.Equal(Block, book.Control.Check(
            Document("p", SpendingStage.Order, Line(4.01m, TeamTwo, Steel))).Verdict);
        book.Order("p", Line(4m, TeamTwo, Steel)).GetOrThrow();
    }

    [Theory] // 10 a month; 30 in P02 is within each span that has so much from the budget of P01 to P03 or more.
    [InlineData("Period", 10)]
    [InlineData("Quarter", 30)]
    [InlineData("YearToDate", 20)]
    [InlineData("FullYear", 120)]
    [InlineData("Rolling", 20)]
    public void Span_OfARule_HasTheBudgetOfItsPeriods(string kind, decimal budget)
    {
        var book = ControlBook.With((TeamOne, Paper, 120m)).Rules(Stop("r", Everything, Span(kind)));

        Assert.Equal(budget, book.Figures("r", 2).Budget);
        Assert.Equal(Block, Ask(budget + 0.01m));
        Assert.Equal(Pass, Ask(budget));

        AvailabilityVerdict Ask(decimal amount) =>
            book.Control.Check(Document("x", SpendingStage.Order, Line(amount, month: 2))).Verdict;
    }

    private static RuleSpan Span(string kind) => kind switch
    {
        "Quarter" => RuleSpan.Quarter,
        "YearToDate" => RuleSpan.YearToDate,
        "FullYear" => RuleSpan.FullYear,
        "Rolling" => RuleSpan.Rolling(2),
        _ => RuleSpan.Period,
    };

    [Fact] // The year to date has 30 in P03 and 10 in P01. What P03 used up cannot be used again in P01.
    public void YearToDate_WhatIsDatedBack_TakesNobodyElsesMoney()
    {
        var book = ControlBook.With((TeamOne, Paper, 120m)).Rules(Stop("r", Everything, RuleSpan.YearToDate));
        book.Order("march", Line(25m, month: 3)).GetOrThrow();

        RuleCheck check = Assert.Single(
            book.Control.Check(Document("x", SpendingStage.Order, Line(6m, month: 1))).Rules);

        Assert.Equal(
            (Block, new FiscalPeriodRange(new(2026, 1), new(2026, 3)), 5m, -1m),
            (check.Verdict, check.Before.Periods, check.Before.Available, check.After.Available));
        book.Order("y", Line(5m, month: 1)).GetOrThrow();
    }

    [Theory] // Percent, an amount beyond, the smaller of both; fractions of a cent go down: 3.33 and -3.03 cents.
    [InlineData(100, "110", null, "110")]
    [InlineData(100, null, "50", "150")]
    [InlineData(100, "110", "50", "110")]
    [InlineData(1_000, "110", "50", "1050")]
    [InlineData(0.10, "33.33333333", null, "0.03")]
    [InlineData(-100, "110", null, "-90")]
    [InlineData(-0.03, "99", null, "-0.04")]
    public void Limit_OfPercentAndAmount_IsTheSmallerOneRoundedDown(
        decimal budget, string? percent, string? excess, string expected)
    {
        var book = ControlBook.With((TeamOne, Paper, budget)).Rules(new AvailabilityRule(
            "r",
            "b",
            [Everything],
            RuleSpan.FullYear,
            new RuleLimit(Number(percent), Number(excess), creditsRaise: false),
            Respond(Block),
            Respond(Block)));

        Assert.Equal(Number(expected), book.Figures("r").Limit);

        static decimal? Number(string? text) =>
            text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact] // 50 are left; ten lines of 10 are each within it, and the last five take what is no more there.
    public void Check_OfManyLines_NamesThoseThatFindTooLittle()
    {
        var book = ControlBook.With((TeamOne, Paper, 60m)).Rules(Stop("r", Everything, RuleSpan.FullYear));
        book.Order("o", Line(10m)).GetOrThrow();

        AvailabilityCheck check = book.Control.Check(
            Document("x", SpendingStage.Order, [.. Enumerable.Repeat(Line(10m), 10)]));

        RuleCheck rule = Assert.Single(check.Rules);
        Assert.Equal([5, 6, 7, 8, 9], rule.LinesBeyond.AsEnumerable());
        Assert.Equal(
            (100m, 50m, -50m, 50m),
            (rule.Amount, rule.Before.Available, rule.After.Available, rule.After.Excess));
        Assert.Equal(
            "Rule 'r': 100.00 EUR asked, but of 60.00 for 2026-P01..2026-P12 50.00 are left; 50.00 beyond the limit of "
                + "60.00. Can be overridden by: cfo.",
            Assert.Single(check.Sentences));
    }

    [Fact] // Beyond the limit with its first line, within it as a whole: a credit in the same document counts.
    public void Check_OfADocumentWithACredit_JudgesItsWhole()
    {
        var book = ControlBook.With((TeamOne, Paper, 12m)).Rules(Stop("r", Everything, RuleSpan.FullYear));

        AvailabilityCheck check = book.Control.Check(
            Document("x", SpendingStage.Actual, Line(20m), Line(-10m)));

        Assert.Equal((Pass, 0), (check.Verdict, Assert.Single(check.Rules).LinesBeyond.Length));
    }

    [Fact] // A credit is never refused, and raises what is available only up to the budget.
    public void Credit_BeyondEverythingUsed_RaisesTheBudgetOnlyWhereTheRuleSaysSo()
    {
        AvailabilityRule strict = Stop("strict", Everything, RuleSpan.FullYear);
        var raising = new AvailabilityRule(
            "raising",
            "b",
            [Everything],
            RuleSpan.FullYear,
            new RuleLimit(100m, null, true),
            Respond(Block),
            Respond(Block));
        var book = ControlBook.With((TeamOne, Paper, 100m)).Rules(strict, raising);
        book.Invoice("over", Line(100m)).GetOrThrow();
        book.Budget(2, (TeamOne, Paper, 60m));

        book.Invoice("credit 1", Line(-20m)).GetOrThrow();
        Assert.Equal(-20m, book.Figures("strict").Available);
        book.Invoice("credit 2", Line(-100m)).GetOrThrow();

        Assert.Equal((60m, 0m, -20m), Of("strict"));
        Assert.Equal((80m, -20m, -20m), Of("raising"));
        AvailabilityCheck check = book.Control.Check(Document("x", SpendingStage.Order, Line(61m + 20m)));
        Assert.Equal([1m, 1m], check.Rules.Select(rule => rule.After.Excess));

        (decimal Available, decimal Consumed, decimal Actual) Of(string rule) =>
            (book.Figures(rule).Available, book.Figures(rule).Consumed, book.Figures(rule).Actual);
    }

    [Fact] // SAP's example: a company warns at 90 % and stops at 100 %, a department warns at 100 and stops at 130 %.
    public void RuleSets_SideBySide_TheWorstCounts()
    {
        var book = ControlBook.With((TeamOne, Paper, 1_000m), (Sales, Travel, 1_000m)).Rules(
            Rule("organisation 90", Everything, RuleSpan.FullYear, 90m, Warn),
            Rule("organisation 100", Everything, RuleSpan.FullYear, 100m, Block),
            Rule("department 100", new(TeamOne, false, null), RuleSpan.FullYear, 100m, Warn),
            Rule("department 130", new(TeamOne, false, null), RuleSpan.FullYear, 130m, Block));

        Assert.Equal((Pass, ""), Ask(1_000m));
        Assert.Equal((Warn, "department 100"), Ask(1_300m));
        Assert.Equal((Block, "department 100,department 130"), Ask(1_300.01m));
        book.Order("travel", Line(700m, Sales, Travel)).GetOrThrow();
        Assert.Equal((Warn, "organisation 90,department 100"), Ask(1_100.01m));
        Assert.Equal((Block, "organisation 90,organisation 100,department 100,department 130"), Ask(1_300.01m));

        (AvailabilityVerdict, string) Ask(decimal amount)
        {
            AvailabilityCheck check = book.Control.Check(Document("x", SpendingStage.Order, Line(amount)));
            return (check.Verdict, string.Join(
                ',', check.Rules.Where(rule => rule.Verdict != Pass).Select(rule => rule.Rule.Code)));
        }
    }

    [Fact]
    public void Stages_OfAResponse_AreJudgedEachByItsOwn()
    {
        var response = new RuleResponse(Pass, Warn, Block, []);
        var book = ControlBook.With((TeamOne, Paper, 12m)).Rules(new AvailabilityRule(
            "r", "b", [Everything], RuleSpan.FullYear, new RuleLimit(100m, null, false), response, Respond(Block)));

        Assert.Equal(Pass, book.Request("r", Line(13m)).Check.Verdict);
        ControlResult order = book.Order("o", Line(1m));
        Assert.Equal(Warn, order.Check.Verdict);
        Assert.Equal(Block, book.Invoice("i", Line(1m)).Check.Verdict);

        order.GetOrThrow();
        Assert.Equal((1m, 13m, -2m), (
            book.Figures("r").Committed, book.Figures("r").Requested, book.Figures("r").Available));
        Assert.Equal(Warn, book.Order("o", Line(1m)).Check.Verdict); // The same again, with the same answer.
    }

    [Fact]
    public void Outside_OfEveryRuleAndBudget_IsTreatedAsTheRulesSay()
    {
        var book = ControlBook.With((TeamOne, Paper, 12m));
        book.Control.SetRules(
            new AvailabilityRules([Stop("works", new(Works, true, null), RuleSpan.FullYear)], Respond(Warn)), Stamp)
            .GetOrThrow();

        AvailabilityCheck outside = book.Control.Check(
            Document("x", SpendingStage.Order, Line(1m), Line(1m, Sales, Travel), Line(1m, Head, Revenue)));
        AvailabilityCheck without = book.Control.Check(
            Document("x", SpendingStage.Order, Line(1m), new SpendingLine(
                new(new(2027, 1, 1), TeamOne, Paper, 1m))));

        Assert.Equal((Warn, 1), (outside.Verdict, Assert.Single(outside.UncoveredLines)));
        Assert.Equal(["Line 1: no rule covers it."], outside.Sentences);
        Assert.Equal(Block, without.Verdict);
        Assert.Equal([RuleFinding.WithinLimit, RuleFinding.NoBudget], without.Rules.Select(rule => rule.Finding));
        Assert.Equal(
            "Rule 'works': there is no budget 'b' for 1.00 EUR in 2027-P01..2027-P12.", without.Rules[1].Sentence);
        Assert.Equal(
            CommandFaultKind.NoBudget,
            Assert.Single(book.Order("y", new SpendingLine(
                new(new(2027, 1, 1), TeamOne, Paper, 1m))).Command.Faults).Kind);
    }

    [Fact]
    public void Exemption_ByARoleThatIsHeld_LetsPassAndIsRecorded()
    {
        var book = ControlBook.With((TeamOne, Paper, 12m)).Rules(Stop("r", Everything, RuleSpan.FullYear));
        book.Holds("cfo", "anna");
        SpendingDocument order = Document("o", SpendingStage.Order, Line(13m));
        var exemption = new Exemption("cfo", "flood");

        AssertRefused(CommandFaultKind.BudgetExceeded, book.Control.Reserve(order, Stamp));
        AssertRefused(
            CommandFaultKind.RoleNotHeld, book.Control.Reserve(order, new("ben", Stamp.At), exemption));
        AssertRefused(
            CommandFaultKind.RoleNotHeld,
            book.Control.Reserve(order, new("anna", NodaTime.Instant.FromUtc(2027, 1, 1, 0, 0)), exemption));
        book.Book.Roles.Set(
            [
                new("cfo", "anna", new(2026, 1, 1), new(2026, 12, 31)),
                new("head", "anna", new(2026, 1, 1), new(2026, 12, 31)),
            ],
            Stamp).GetOrThrow();
        AssertRefused(
            CommandFaultKind.BudgetExceeded, book.Control.Reserve(order, Stamp, new Exemption("head", "flood")));
        ControlResult result = book.Control.Reserve(order, Stamp, exemption);

        result.GetOrThrow();
        Assert.Equal((Block, "cfo"), (result.Check.Verdict, Assert.Single(result.Check.OverridableBy)));
        Assert.Equal(exemption, book.Status("o").Entry.Exemption);
        book.Control.Reserve(
            Document("i", SpendingStage.Actual, Line(1m)), Stamp, exemption).GetOrThrow();
        Assert.Equal(
            ("i", exemption),
            Assert.Single(book.Book.Snapshot().Control.ExemptedInvoices().Select(
                pair => (pair.Document.Id.Value, pair.Exemption))));

        static void AssertRefused(CommandFaultKind kind, ControlResult result) =>
            Assert.Equal(kind, Assert.Single(result.Command.Faults).Kind);
    }

    [Fact] // What passed stays, whatever the rules and budgets become; the next one is judged by them.
    public void Rules_ThatChange_JudgeNothingAgain()
    {
        var book = ControlBook.With((TeamOne, Paper, 120m)).Rules(Stop("r", Everything, RuleSpan.FullYear));
        book.Order("o", Line(100m)).GetOrThrow();
        JournalPosition then = book.Book.Journal.Position;

        book.Rules(Stop("r", Everything, RuleSpan.FullYear, percent: 50m));
        book.Budget(2, (TeamOne, Paper, 12m));

        Assert.Equal((100m, 0m, -88m), book.Three("r"));
        Assert.Equal(Pass, book.Control.Check(
            Document("i", SpendingStage.Actual, Line(100m, from: ("o", 0, 100m)))).Verdict);
        Assert.Equal(Block, book.Control.Check(Document("p", SpendingStage.Order, Line(0.01m))).Verdict);
        RuleFigures earlier = book.Book.AsOf(then).Control.FiguresOf("r", new(2026, 1));
        Assert.Equal((120m, 120m, 20m), (earlier.Budget, earlier.Limit, earlier.Available));
    }

    [Fact] // 120 of budget and 100 ordered: 20 may go, 20.01 would be missed by one cent; a supplement never is.
    public void CheckLowering_OfABudget_NamesTheRulesThatHaveUsedIt()
    {
        var book = ControlBook.With((TeamOne, Paper, 120m)).Rules(
            Stop("year", Everything, RuleSpan.FullYear), Stop("travel", new(null, false, Travel), RuleSpan.FullYear));
        book.Order("o", Line(100m)).GetOrThrow();

        Assert.Empty(book.Control.CheckLowering(Change("r", -20m)));
        Assert.Empty(book.Control.CheckLowering(Change("s", 1m)));
        RuleFigures figures = Assert.Single(book.Control.CheckLowering(Change("r", -20.01m)));

        Assert.Equal(("year", 99.99m, -0.01m), (figures.Rule.Code, figures.Budget, figures.Available));
        Assert.Equal(120m, book.Figures("year").Budget);

        static BudgetChange Change(string id, decimal amount) => new(
            new(id),
            "b",
            amount < 0m ? BudgetChangeKind.Return : BudgetChangeKind.Supplement,
            [BudgetLine.ForPeriod(TeamOne, Paper, new FiscalPeriod(2026, 1), amount)],
            "why");
    }

    [Fact] // A team moves under another department in July: its use counts there from then on.
    public void Subtree_OfARule_IsThatOfEachPeriod()
    {
        var book = ControlBook.With((TeamOne, Paper, 1_200m)).Rules(
            Stop("sales", new(Sales, true, null), RuleSpan.FullYear),
            Stop("works", new(Works, true, null), RuleSpan.FullYear));
        book.Order("before", Line(10m)).GetOrThrow();
        book.Book.Extend(
            book.Book.Space.Centers.ToBuilder()
                .Change(TeamOne, new CenterValidity("Team 1", CenterKind.Cost, Sales, new(2026, 7, 1))).Build(),
            book.Book.Space.Elements,
            Stamp).GetOrThrow();

        book.Order("after", Line(20m, month: 8)).GetOrThrow();

        Assert.Equal((600m, 20m), (book.Figures("sales").Budget, book.Figures("sales").Committed));
        Assert.Equal((600m, 10m), (book.Figures("works").Budget, book.Figures("works").Committed));
    }

    [Fact]
    public void SetRules_ThatNameNothing_AreRefusedAndTheSameAgainIsAcceptedBefore()
    {
        var book = new ControlBook();
        var rules = new AvailabilityRules(
            [
                new(
                    "x",
                    "b",
                    [new(new("none"), true, new("none"))],
                    RuleSpan.Quarter,
                    new RuleLimit(null, 0.001m, false),
                    Respond(Block),
                    Respond(Block)),
            ],
            Respond(Pass));

        Assert.Equal(
            [CommandFaultKind.UnknownCenter, CommandFaultKind.UnknownElement, CommandFaultKind.TooManyDigits],
            book.Control.SetRules(rules, Stamp).Faults.Select(fault => fault.Kind));
        Assert.Equal(0, book.Book.Journal.Position.Number);
        AvailabilityRules Same() => new([Stop("r", Everything, RuleSpan.FullYear)], Respond(Pass, "a", "b"));
        book.Control.SetRules(Same(), Stamp).GetOrThrow();
        Assert.Equal(CommandOutcome.AcceptedBefore, book.Control.SetRules(Same(), Stamp).Outcome);
        Assert.Throws<ArgumentException>(() => new RuleLimit(null, null, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleLimit(-1m, null, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleLimit(null, -1m, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleSpan.Rolling(0));
        Assert.Throws<ArgumentException>(() => new AvailabilityRules(
            [Stop("r", Everything, RuleSpan.Period), Stop("r", Everything, RuleSpan.Period)], Respond(Pass)));
        Assert.Throws<KeyNotFoundException>(() => book.Figures("none"));
    }

    [Fact]
    public void Layers_OfABookWithOrders_HaveWhatIsOpen()
    {
        var book = ControlBook.With((TeamOne, Paper, 12m));
        Assert.DoesNotContain(CostCenters.Cubes.LayerKey.Commitment, book.Book.Snapshot().ToLayers().Keys);
        book.Order("o", Line(5m)).GetOrThrow();
        book.Request("q", Line(3m)).GetOrThrow();

        var layers = book.Book.Snapshot().ToLayers();

        Assert.Equal(5m, layers[CostCenters.Cubes.LayerKey.Commitment].Cells().Single().Amount);
        Assert.Equal(3m, layers[CostCenters.Cubes.LayerKey.Request].Cells().Single().Amount);
        Assert.Equal("Commitment", CostCenters.Cubes.LayerKey.Commitment.ToString());
    }
}
