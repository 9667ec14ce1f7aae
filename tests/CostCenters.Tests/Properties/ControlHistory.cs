using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Control;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Control;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>One random history, given to a book and to the model, compared after every step.</summary>
internal sealed partial class ControlHistory(int seed)
{
    private static readonly CenterCode[] Centers =
        [ControlBook.Head, ControlBook.Sales, ControlBook.Works, ControlBook.TeamOne, ControlBook.TeamTwo];

    private static readonly ElementCode[] Elements =
        [ControlBook.Goods, ControlBook.Paper, ControlBook.Steel, ControlBook.Travel, ControlBook.Revenue];

    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly Random random = new(seed);
    private readonly NaiveControl model = new();
    private readonly List<(JournalPosition Position, string Text)> answers = [];
    private readonly List<(SpendingDocument Document, JournalPosition Position)> accepted = [];
    private Book book = new("history", ControlBook.Space);
    private int named;
    private int revision;
    private int hour;
    private Instant now = Start;

    /// <summary>Several commands may be of one instant, and none is of an earlier one.</summary>
    private CommandStamp NextStamp() => new("anna", now += Duration.FromMinutes(random.Next(3)));

    public void Run(int steps)
    {
        SetBudget();
        for (int step = 0; step < steps; step++)
        {
            switch (random.Next(19))
            {
                case 0: SetRules(); break;
                case 1: SetBudget(); break;
                case 2: Release(); break;
                case 3: Expire(); break;
                case 4: Reverse(); break;
                case 5: Restart(); break;
                case 6: ReserveAgain(); break;
                case 7 or 8: ChangeBudget(); break;
                case 9: SetTransferLimits(); break;
                case 10: OpenFunds(); break;
                default: Reserve(); break;
            }

            string text = Text(book.Snapshot().Control);
            Assert.Equal(ModelText(), text);
            answers.Add((book.Journal.Position, text));
            var (position, earlier) = answers[random.Next(answers.Count)];
            Assert.Equal(earlier, Text(book.AsOf(position).Control));
            RequireLaws();
        }
    }

    private void Reserve()
    {
        var stage = (SpendingStage)random.Next(3);
        string id = $"{++named}";
        decimal? overDelivery = stage == SpendingStage.Actual || random.Next(2) == 0 ? null : random.Next(3) * 10m;
        Instant? expires = stage == SpendingStage.Actual || random.Next(2) == 0
            ? null
            : Start + Duration.FromHours(hour + random.Next(4));
        NaiveLine[] lines = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Line(stage))];
        var document = new SpendingDocument(
            new(id), stage, Currency.Eur, lines.Select(ToLine), overDelivery, expires);
        var faults = model.FaultsOf(stage, lines);
        AvailabilityCheck asked = book.Control.Check(document);
        RequireNoEarlierInstant(document);
        ControlResult result = book.Control.Reserve(document, NextStamp());

        Assert.Equal(Text(asked), Text(result.Check));
        if (faults.Count > 0)
        {
            Assert.Equal(faults, result.Command.Faults.Select(fault => (fault.Line!.Value, fault.Kind)));
            return;
        }

        var (verdict, rules) = model.Judge(stage, lines);
        Assert.Equal(string.Join('\n', [$"{verdict}", .. rules]), Text(result.Check));
        Assert.Equal(
            verdict == AvailabilityVerdict.Block ? CommandOutcome.Refused : CommandOutcome.Accepted,
            result.Command.Outcome);
        if (verdict != AvailabilityVerdict.Block)
        {
            model.Reserve(id, stage, lines, overDelivery, expires);
            accepted.Add((document, result.GetOrThrow()));
        }
    }

    /// <summary>A clock that goes backwards: what would be recorded is refused for it, and nothing changes.</summary>
    private void RequireNoEarlierInstant(SpendingDocument document)
    {
        if (random.Next(4) > 0)
        {
            return;
        }

        JournalSnapshot before = book.Journal.Snapshot();
        Instant last = before.Entries().Last().Stamp.At;
        ControlResult result =
            book.Control.Reserve(document, new CommandStamp("anna", last - Duration.FromTicks(random.Next(1, 9))));
        Assert.Equal(CommandOutcome.Refused, result.Command.Outcome);
        if (result.Check.Faults.IsEmpty && result.Check.Verdict != AvailabilityVerdict.Block)
        {
            Assert.Equal(CommandFaultKind.InstantBeforeLast, Assert.Single(result.Command.Faults).Kind);
        }

        Assert.Equal((before.Position, before.Head), (book.Journal.Position, book.Journal.Snapshot().Head));
    }

    /// <summary>The same document again changes nothing, whatever happened since.</summary>
    private void ReserveAgain()
    {
        if (accepted.Count == 0)
        {
            return;
        }

        var (document, position) = accepted[random.Next(accepted.Count)];
        CommandResult result = book.Control.Reserve(document, NextStamp()).Command;
        Assert.Equal((CommandOutcome.AcceptedBefore, position), (result.Outcome, result.Position));
    }

    private NaiveLine Line(SpendingStage stage)
    {
        (string, int, decimal)? from = null;
        string[] open = [.. model.Open];
        if (open.Length > 0 && random.Next(3) > 0)
        {
            string document = random.Next(8) == 0 ? $"{random.Next(named + 2)}" : open[random.Next(open.Length)];
            from = (document, random.Next(5) == 0 ? 1 : 0, Amount(stage));
        }

        decimal amount = Amount(stage);
        (string Currency, decimal Amount, decimal Rate)? foreign = null;
        if (amount > 0m && random.Next(3) == 0)
        {
            decimal rate = random.Next(8_000, 13_000) / 10_000m;
            foreign = (random.Next(4) == 0 ? "GBP" : "USD", amount, rate);
            amount = decimal.Round(amount * rate, 2, MidpointRounding.ToEven);
        }

        return new NaiveLine(
            random.Next(Centers.Length), random.Next(Elements.Length), 1 + random.Next(12), amount, from, foreign);
    }

    private decimal Amount(SpendingStage stage) => random.Next(12) switch
    {
        0 => 0m,
        1 => -random.Next(100) / 10m,
        2 when stage == SpendingStage.Actual => -random.Next(1_000) / 10m,
        _ => random.Next(1, 3_000) / 100m,
    };

    private static SpendingLine ToLine(NaiveLine line) => new(
        new Posting(new(2026, line.Month, 15), Centers[line.Center], Elements[line.Element], line.Amount),
        line.From is { } from ? new TakeOver(new(from.Document), from.Line, from.Taken) : null,
        line.Foreign is { } foreign ? ToForeign(foreign) : null);

    private static ForeignAmount ToForeign((string Currency, decimal Amount, decimal Rate) foreign)
    {
        Currency currency = foreign.Currency == "GBP" ? Currency.Gbp : Currency.Usd;
        return new(new Money(foreign.Amount, currency), new ExchangeRate(currency, Currency.Eur, foreign.Rate));
    }

    private void Release()
    {
        string id = $"{random.Next(named + 2)}";
        CommandFaultKind? expected = model.Release(id);
        CommandResult result = book.Control.Release(new(id), NextStamp());
        Assert.Equal(expected, result.Faults.IsEmpty ? null : Assert.Single(result.Faults).Kind);
    }

    private void Expire()
    {
        hour++;
        int expected = model.Expire(Start + Duration.FromHours(hour));
        CommandResult result = book.Control.Expire(Start + Duration.FromHours(hour), NextStamp());
        Assert.Equal(expected == 0 ? CommandOutcome.AcceptedBefore : CommandOutcome.Accepted, result.Outcome);
    }

    private void Reverse()
    {
        string[] invoices = [.. model.Invoices];
        string id = invoices.Length == 0 ? "none" : invoices[random.Next(invoices.Length)];
        bool expected = model.TryReverse(id);
        CommandResult result = book.Ledger.Reverse(new(id), new($"r{++named}"), null, NextStamp());
        Assert.Equal(expected, result.Outcome == CommandOutcome.Accepted);
    }

    private void Restart()
    {
        using var stream = new MemoryStream();
        book.Journal.Snapshot().WriteTo(stream);
        stream.Position = 0;
        book = Book.Read(stream);
    }

    private void SetRules()
    {
        var outside = Response();
        List<NaiveRule> rules = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(i => Rule($"rule {i}"))];
        book.Control.SetRules(
            new AvailabilityRules(rules.Select(rule => rule.Rule), outside), NextStamp()).GetOrThrow();
        model.Rules = rules;
        model.Outside = outside;
    }

    private NaiveRule Rule(string code)
    {
        (RuleScope Scope, Func<int, int, bool> Covers)[] scopes =
            [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Scope())];
        var (span, windows) = Span();
        var rule = new AvailabilityRule(
            code,
            "b",
            scopes.Select(scope => scope.Scope),
            span,
            random.Next(3) switch
            {
                0 => new RuleLimit(null, random.Next(20), random.Next(2) == 0),
                1 => new RuleLimit(80m + (random.Next(5) * 10m), null, random.Next(2) == 0),
                _ => new RuleLimit(110m, 5m, random.Next(2) == 0),
            },
            Response(),
            Response(),
            random.Next(3) == 0 ? FundsRelease.WhenPeriodOpens : FundsRelease.AtOnce);
        return new NaiveRule(
            rule,
            (center, element) => element < 4 && Array.Exists(scopes, scope => scope.Covers(center, element)),
            windows);
    }

    private (RuleScope Scope, Func<int, int, bool> Covers) Scope()
    {
        int? center = random.Next(3) == 0 ? null : random.Next(5);
        int? element = random.Next(2) == 0 ? null : random.Next(5);
        bool below = random.Next(2) == 0;
        return (
            new RuleScope(
                center is int c ? Centers[c] : null, below, element is int e ? Elements[e] : null),
            (inCenter, ofElement) =>
                (center is null || center == inCenter
                    || (below && (center == 0 || (center == 2 && inCenter > 2))))
                && (element is null || element == ofElement || (element == 0 && ofElement is 1 or 2)));
    }

    private (RuleSpan Span, Func<int, IEnumerable<int[]>> WindowsOf) Span() => random.Next(5) switch
    {
        0 => (RuleSpan.Period, month => [[month]]),
        1 => (RuleSpan.Quarter, month => [[.. Enumerable.Range(1 + ((month - 1) / 3 * 3), 3)]]),
        2 => (RuleSpan.YearToDate, month =>
            Enumerable.Range(month, 13 - month).Select(last => Enumerable.Range(1, last).ToArray())),
        3 => (RuleSpan.FullYear, _ => [[.. Enumerable.Range(1, 12)]]),
        _ => (RuleSpan.Rolling(3), month => [[.. Enumerable.Range(month - 2, 3)]]),
    };

    private RuleResponse Response() => new(Verdict(), Verdict(), Verdict(), []);

    private AvailabilityVerdict Verdict() => (AvailabilityVerdict)random.Next(3);

    private void RequireLaws()
    {
        ControlSnapshot control = book.Snapshot().Control;
        foreach (CommitmentLineStatus line in control.Commitments.SelectMany(commitment => commitment.Lines))
        {
            Assert.Equal(line.Asked + line.Exceeded, line.Open + line.TakenOver + line.Released);
            Assert.Equal(0m, line.QuantityDifference);
        }

        foreach (AvailabilityRule rule in control.Rules?.Rules ?? [])
        {
            RuleFigures figures = control.FiguresOf(rule.Code, new FiscalPeriod(2026, 1 + random.Next(12)));
            Assert.Equal(figures.Budget, figures.Available + figures.Reserved + figures.Consumed);
        }
    }

    private string ModelText() => string.Join(
        '\n',
        [
            .. model.Commitments(),
            .. model.Rules?.SelectMany(rule => Enumerable.Range(1, 12).Select(month =>
                $"{rule.Rule.Code} {month} {model.FiguresOf(rule, rule.WindowsOf(month).First())}")) ?? [],
        ]);

    private static string Text(ControlSnapshot control) => string.Join(
        '\n',
        [
            .. control.Commitments.SelectMany(commitment => commitment.Lines.Select(line =>
                FormattableString.Invariant($"{commitment.Document.Id} {commitment.State} {line.Asked:F2} ")
                + FormattableString.Invariant($"{line.Open:F2} {line.TakenOver:F2} ")
                + FormattableString.Invariant($"{line.RateDifference:F2} {line.PriceDifference:F2}"))),
            .. control.Rules?.Rules.SelectMany(rule => Enumerable.Range(1, 12).Select(month =>
                $"{rule.Code} {month} {Text(control.FiguresOf(rule.Code, new FiscalPeriod(2026, month)))}")) ?? [],
        ]);

    private static string Text(AvailabilityCheck check) => string.Join(
        '\n',
        [
            $"{check.Verdict}",
            .. check.Rules.Select(rule =>
                $"{rule.Rule.Code} {rule.Finding} {rule.Verdict} {string.Join(',', rule.LinesBeyond)} | "
                + $"{Text(rule.Before)} | {Text(rule.After)}"),
        ]);

    private static string Text(RuleFigures figures) =>
        FormattableString.Invariant($"{figures.Budget:F2} {figures.Actual:F2} {figures.Committed:F2} ")
        + FormattableString.Invariant($"{figures.Requested:F2} {figures.Consumed:F2} {figures.Available:F2} ")
        + FormattableString.Invariant($"{figures.Limit:F2} {figures.Held:F2}");
}
