using System.Security.Cryptography;
using System.Text;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Control;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Books;

/// <summary>A book of the small company with every kind of entry and field.</summary>
internal static class SmallBook
{
    public static readonly CenterCode West = new("1400");
    public static readonly ElementCode Rent = new("6200");
    public static readonly KeyFigureCode Heads = new("heads");

    private static readonly string[] Texts =
    [
        "", " ", "a\r\nb\n\tc", "\"quoted\", 'single' \\ back", "äöüß € 漢字 \U0001F600", "\u0001\u001F\u007F",
        "\u0085\u2028\u2029\uFEFF", "<b>&amp;</b>", "null", "{\"hash\":\"2\"}",
    ];

    public static Book Create()
    {
        var book = new Book("Small \"company\"", Company.Space);
        book.Budgets.Add(
            Budget(book, "adopted", 1, 1_000_000.00m), new("a", Instant.MinValue)).GetOrThrow();
        book.Ledger.Post(
            Company.Document(
                "d1",
                [
                    .. Texts.Select((text, i) => new Posting(
                        Company.Day(3), Company.North, Company.Freight, i - 5.01m, null, text, Texts[^(i + 1)])),
                    new Posting(new(1900, 1, 1), Company.Head, Company.Sales, 1_000_000_000_000_000m, 0m, null, null),
                    new Posting(new(2149, 12, 31), Company.Head, Company.Sales, 0m, -0.000001m, null, "x", 2),
                ]),
            new CommandStamp("Çağrı \"Ç\"\n", Instant.FromUtc(1999, 12, 31, 23, 59).PlusNanoseconds(1))).GetOrThrow();
        book.Ledger.Close(Company.Period(3), [Company.North, Company.Head], new("a", Company.Stamp.At)).GetOrThrow();
        book.Ledger.Reverse(new("d1"), new("r\n1"), Company.Day(5), new("b", Company.Stamp.At)).GetOrThrow();
        book.Ledger.Reopen(Company.Period(3), [Company.North], Company.Stamp).GetOrThrow();
        book.KeyFigures.Record([new(Company.Period(3), Company.North, Heads, 12.5m)], Company.Stamp).GetOrThrow();
        Grow(book).GetOrThrow();
        book.Ledger.Post(
            Company.Document("d2", Company.Post(8, West, Rent, 7.25m), Company.Post(8, Company.South, Rent, -7.25m)),
            Company.Stamp).GetOrThrow();
        book.Budgets.Add(Budget(book, "adopted", 2, 900_000.01m), Company.Stamp).GetOrThrow();
        book.KeyFigures.Record([new(Company.Period(9), West, Heads, 3m)], Company.Stamp).GetOrThrow();
        book.KeyFigures.Withdraw(book.Journal.Position, Company.Stamp).GetOrThrow();
        book.Ledger.Reverse(new("d2"), new("r2"), null, Company.Stamp).GetOrThrow();
        Control(book);
        Changes(book);
        return book;
    }

    /// <summary>A transfer that is approved, a supplement that is rejected, a draft, and the version of all.</summary>
    private static void Changes(Book book)
    {
        book.Changes.SetApprovalSteps([new ApprovalStep("cfo", 0.50m)], Company.Stamp).GetOrThrow();
        book.Changes.SetTransferLimits(
            [new TransferLimit(Company.North, true, Company.Freight, 0.01m, 99m)], Company.Stamp).GetOrThrow();
        var from = new CellAddress(Company.Head, Company.Salaries, Company.Period(4));
        var to = new CellAddress(Company.North, Company.Freight, Company.Period(5));
        Enter("c1", BudgetChangeKind.Transfer, null, [.. BudgetChangeLines.Transfer(from, to, 12.34m)]);
        Enter("c2", BudgetChangeKind.Supplement, "c1", BudgetLine.ForPeriod(
            Company.North, Company.Freight, Company.Period(5), 1m, 0.5m));
        Enter("c3", BudgetChangeKind.Return, null, BudgetLine.ForPeriod(
            Company.Head, Company.Salaries, Company.Period(5), -0.49m));
        book.Changes.Submit(new("c1"), new("ben", Company.Stamp.At)).GetOrThrow();
        book.Changes.Submit(new("c2"), new("ben", Company.Stamp.At)).GetOrThrow();
        book.Changes.Approve(new("c1"), "cfo", Company.Stamp).GetOrThrow();
        book.Changes.Reject(new("c2"), "cfo", "no", Company.Stamp).GetOrThrow();
        book.Changes.Freeze("adopted", Company.Stamp).GetOrThrow();

        void Enter(string id, BudgetChangeKind kind, string? revises, params BudgetLine[] lines) =>
            book.Changes.Enter(
                new BudgetChange(
                    new(id), "adopted", kind, lines, "why", "ref", revises is null ? null : new DocumentId(revises)),
                new("ben", Company.Stamp.At)).GetOrThrow();
    }

    /// <summary>Roles, rules of every kind, a purchase from its request to the reversal of its invoice.</summary>
    private static void Control(Book book)
    {
        book.Roles.Set(
            [new RoleAssignment("cfo", "anna", new(2026, 1, 1), new(2026, 12, 31))], Company.Stamp).GetOrThrow();
        var response = new RuleResponse(
            AvailabilityVerdict.Pass, AvailabilityVerdict.Warn, AvailabilityVerdict.Block, ["cfo", "head"]);
        RuleSpan[] spans =
            [RuleSpan.Period, RuleSpan.Quarter, RuleSpan.YearToDate, RuleSpan.FullYear, RuleSpan.Rolling(3)];
        book.Control.SetRules(
            new AvailabilityRules(
                spans.Select(span => new AvailabilityRule(
                    $"{span}",
                    "adopted",
                    [new(null, false, Company.Salaries), new(Company.North, true, null)],
                    span,
                    new RuleLimit(span == RuleSpan.Period ? null : 99.5m, 0.01m, span == RuleSpan.Quarter),
                    response,
                    response,
                    span == RuleSpan.FullYear ? FundsRelease.WhenPeriodOpens : FundsRelease.AtOnce)),
                response),
            Company.Stamp).GetOrThrow();
        var posting = new Posting(Company.Day(10), Company.North, Company.Freight, 5m, 2.5m, "ref", "text", 1);
        Reserve("q", SpendingStage.Request, null, new SpendingLine(posting)).GetOrThrow();
        Reserve("o", SpendingStage.Order, 10m, new SpendingLine(posting, new TakeOver(new("q"), 0, 4m))).GetOrThrow();
        var foreign = new ForeignAmount(
            new Money(10.5m, Currency.Usd), new ExchangeRate(Currency.Usd, Currency.Eur, 0.47619m));
        Reserve("p", SpendingStage.Order, null, new SpendingLine(posting, null, foreign)).GetOrThrow();
        Reserve(
            "i",
            SpendingStage.Actual,
            null,
            new SpendingLine(posting, null, foreign),
            new SpendingLine(posting, new TakeOver(new("o"), 0, 3.5m))).GetOrThrow();
        book.Control.OpenFunds(Company.Period(4), Company.Stamp).GetOrThrow();
        book.Control.Release(new("q"), Company.Stamp).GetOrThrow();
        book.Control.Expire(Instant.FromUtc(2027, 1, 1, 0, 0), Company.Stamp).GetOrThrow();
        book.Ledger.Reverse(new("i"), new("ri"), null, Company.Stamp).GetOrThrow();

        ControlResult Reserve(string id, SpendingStage stage, decimal? overDelivery, params SpendingLine[] lines) =>
            book.Control.Reserve(
                new SpendingDocument(
                    new(id),
                    stage,
                    Currency.Eur,
                    lines,
                    overDelivery,
                    id == "p" ? Instant.FromUtc(2026, 12, 31, 23, 59).PlusNanoseconds(1) : null),
                Company.Stamp,
                new Exemption("cfo", "\"because\""));
    }

    /// <summary>Adds a center and an element, and ends a validity.</summary>
    public static CommandResult Grow(Book book)
    {
        CenterHierarchy.Builder centers = book.Space.Centers.ToBuilder()
            .Add(West, new CenterValidity("West", CenterKind.Profit, Company.Head, new(2026, 8, 1), owner: "eva"))
            .Change(Company.Blocked, new CenterValidity("Old plant", CenterKind.Cost, Company.North, Company.Day(9)));
        ElementChart.Builder elements = book.Space.Elements.ToBuilder()
            .Add(new CostElement(Rent, "Rent", ElementNature.Cost, ElementBehavior.Fixed, Company.Salaries));
        return book.Extend(centers.Build(), elements.Build(), Company.Stamp);
    }

    public static BudgetVersion Budget(Book book, string name, int revision, decimal ofYear) =>
        new BudgetVersion.Builder(book.Space, name, revision, Phasing.Even(RemainderRule.LargestRemainder))
            .Add(BudgetLine.ForYear(Company.Head, Company.Salaries, 2026, ofYear, 12.000001m))
            .Add(BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(4), -0.01m))
            .Freeze();

    public static byte[] Written(Book book)
    {
        using var stream = new MemoryStream();
        book.Journal.Snapshot().WriteTo(stream);
        return stream.ToArray();
    }

    public static Book Read(byte[] journal) => Book.Read(new MemoryStream(journal));

    /// <summary>Everything that a snapshot holds, as text.</summary>
    public static string Text(BookSnapshot book) => string.Join(
        '\n',
        [
            $"{book.Name} {book.Position} {book.Space.Centers.Centers.Length} {book.Space.Elements.Elements.Length}",
            .. book.Ledger.Postings().Select(posting => posting.ToString()),
            .. book.Ledger.ToCube().Cells().Select(cell => cell.ToString()),
            .. book.Budgets.SelectMany(version => version.Lines.Select(line => $"{version.Layer} {line}")),
            .. book.Budgets.SelectMany(version => version.Cube.Cells().Select(cell => $"{version.Layer} {cell}")),
            .. book.KeyFigures.Select(value => FormattableString.Invariant(
                $"{value.Period} {value.Center} {value.KeyFigure} {value.Value:0.######}")),
            $"{book.Ledger.ClosedPeriods.Count}",
            .. book.Changes.Changes.Select(status =>
                $"{status.Change.Id} {status.State} {status.OpenSteps.Length} {string.Join(',', status.Decisions)}"),
            .. book.Changes.ToCube("adopted").Cells().Select(cell => cell.ToString()),
            .. book.Control.Commitments.SelectMany(commitment => commitment.Lines.Select(line =>
                FormattableString.Invariant($"{commitment.Document.Id} {commitment.State} {line.Asked} {line.Open} ")
                + FormattableString.Invariant($"{line.TakenOver} {line.Exceeded} {line.Released} ")
                + line.Line.Posting.Reference)),
            .. book.Control.Rules?.Rules.Select(rule => book.Control.FiguresOf(rule.Code, Company.Period(10)))
                .Select(figures => FormattableString.Invariant(
                    $"{figures.Rule.Code} {figures.Periods} {figures.Budget} {figures.Actual} {figures.Committed} ")
                    + FormattableString.Invariant($"{figures.Requested} {figures.Available} {figures.Limit}")) ?? [],
        ]);

    /// <summary>The same lines with the hashes that belong to them, as a forger would write them.</summary>
    public static byte[] Rehashed(string journal)
    {
        var written = new StringBuilder();
        byte[] head = new byte[32];
        var pending = new List<byte>(head);
        foreach (string line in journal.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("{\"hash\"", StringComparison.Ordinal))
            {
                head = SHA256.HashData([.. pending]);
                pending = [.. head];
                written.Append("{\"hash\":\"").Append(Convert.ToHexStringLower(head)).Append("\"}\n");
            }
            else
            {
                pending.AddRange(Encoding.UTF8.GetBytes(line + "\n"));
                written.Append(line).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(written.ToString());
    }
}
