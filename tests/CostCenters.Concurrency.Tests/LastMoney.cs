using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using Microsoft.Coyote.Runtime;
using NodaTime;

namespace CostCenters.Concurrency.Tests;

/// <summary>A book with 100 for paper, after which three orders of 60 run: one is granted; with the 20 that a transfer
/// brings, or what the release of an order gives back, a second one.</summary>
internal sealed class LastMoney : IDisposable
{
    private const decimal OfOrder = 60m;
    private const decimal Transferred = 20m;

    private static readonly CenterCode Team = new("T");
    private static readonly ElementCode Paper = new("P");
    private static readonly ElementCode Travel = new("R");
    private static readonly FiscalPeriod Period = new(2026, 1);
    private static readonly CommandStamp Stamp = new("anna", Instant.FromUtc(2026, 1, 1, 8, 0));

    private static readonly CubeSpace Space = new(
        new CenterHierarchy.Builder().Add(Team, new CenterValidity("Team", CenterKind.Cost)).Build(),
        new ElementChart.Builder()
            .Add(new CostElement(Paper, "Paper", ElementNature.Cost))
            .Add(new CostElement(Travel, "Travel", ElementNature.Cost))
            .Build(),
        FiscalCalendar.Months(1, YearNaming.End),
        Currency.Eur,
        new DecimalScale(2));

    private readonly Book book = new("last money", Space);
    private readonly MemoryStream written = new();
    private readonly List<CommandResult> reserved = [];
    private readonly List<(JournalPosition Position, JournalHash Head)> heads = [];

    public LastMoney()
    {
        book.Journal.AppendTo(written);
        book.Budgets.Add(
            new BudgetVersion.Builder(Space, "b", 1, Phasing.Even(RemainderRule.LargestRemainder))
                .Add(BudgetLine.ForPeriod(Team, Paper, Period, 100m))
                .Add(BudgetLine.ForPeriod(Team, Travel, Period, Transferred))
                .Freeze(),
            Stamp).GetOrThrow();
        var stop = new RuleResponse(
            AvailabilityVerdict.Block, AvailabilityVerdict.Block, AvailabilityVerdict.Block, []);
        var rule = new AvailabilityRule(
            "r",
            "b",
            [new RuleScope(Team, false, Paper)],
            RuleSpan.Period,
            new RuleLimit(100m, null, creditsRaise: false),
            stop,
            stop);
        book.Control.SetRules(new AvailabilityRules([rule], stop), Stamp).GetOrThrow();
    }

    /// <summary>Reserves an order of two lines.</summary>
    public bool Reserve(string id)
    {
        CommandResult result = book.Control.Reserve(
            DocumentOf(id, SpendingStage.Order, order: null), Stamp).Command;
        reserved.Add(result); // One operation runs at a time, and none is stopped here.
        return result.Outcome == CommandOutcome.Accepted;
    }

    /// <summary>Posts the invoice of an order.</summary>
    public void Post(string id) => book.Control.Reserve(
        DocumentOf($"invoice {id}", SpendingStage.Actual, id), Stamp).GetOrThrow();

    /// <summary>Voids an order.</summary>
    public void Void(string id) => book.Control.Release(new(id), Stamp).GetOrThrow();

    /// <summary>Moves all that travel has to paper.</summary>
    public void Transfer()
    {
        var change = new BudgetChange(
            new("t"),
            "b",
            BudgetChangeKind.Transfer,
            BudgetChangeLines.Transfer(
                new CellAddress(Team, Travel, Period), new CellAddress(Team, Paper, Period), Transferred),
            "more paper");
        book.Changes.Enter(change, Stamp).GetOrThrow();
        book.Changes.Submit(change.Id, Stamp).GetOrThrow();
    }

    /// <summary>Looks at the book: no document is there by half, and the figures are those of one moment.</summary>
    public void Read()
    {
        BookSnapshot snapshot = book.Snapshot();
        RequireWhole(snapshot, snapshot);
    }

    /// <summary>As <see cref="Read"/>, by a reader who takes two snapshots for one.</summary>
    public void ReadTwice()
    {
        BookSnapshot first = book.Snapshot();
        SchedulingPoint.Interleave();
        RequireWhole(first, book.Snapshot());
    }

    /// <summary>Goes through the journal, and holds every order against what was left at its moment.</summary>
    public void RequireExactlyTheLimit()
    {
        BookSnapshot end = book.Snapshot();
        decimal now = 0m;
        List<decimal> left = [now];
        foreach (JournalEntry entry in end.Journal.Entries())
        {
            now += entry switch
            {
                BudgetEntry => 100m,
                BudgetDecisionEntry => Transferred,
                CommitmentEntry => -OfOrder,
                ReleaseEntry => OfOrder,
                _ => 0m,
            };
            left.Add(now);
        }

        Assert.All(left, each => Assert.True(each >= 0m));
        Assert.All(reserved, order => Assert.Equal(
            order.Outcome == CommandOutcome.Accepted,
            LeftBefore(order) >= OfOrder));
        Assert.Equal(now, end.Control.FiguresOf("r", Period).Available);
        Assert.All(heads, head => Assert.Equal(end.Journal.HashAt(head.Position), head.Head));
        written.Position = 0;
        JournalVerification verified = Journal.Verify(written);
        Assert.Equal((true, end.Journal.Head), (verified.IsIntact, verified.Head));

        decimal LeftBefore(CommandResult result) =>
            left[(int)result.Position.Number - (result.Outcome == CommandOutcome.Accepted ? 1 : 0)];
    }

    public void Dispose() => written.Dispose();

    private void RequireWhole(BookSnapshot control, BookSnapshot ledger)
    {
        RuleFigures figures = control.Control.FiguresOf("r", Period);
        Assert.Equal(0m, figures.Committed % OfOrder);
        Assert.Equal(0m, figures.Actual % OfOrder);
        Assert.Equal(figures.Budget, figures.Available + figures.Reserved + figures.Consumed);
        Assert.Equal(figures.Actual, ledger.Ledger.ToCube().Cells().Sum(cell => cell.Amount));
        heads.Add((control.Position, control.Journal.Head));
    }

    private static SpendingDocument DocumentOf(string id, SpendingStage stage, string? order) => new(
        new DocumentId(id),
        stage,
        Currency.Eur,
        Enumerable.Range(0, 2).Select(line => new SpendingLine(
            new Posting(new(2026, 1, 10), Team, Paper, OfOrder / 2m),
            order is null ? null : new TakeOver(new(order), line, OfOrder / 2m))));
}
