using CostCenters.Control;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Journals;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>Many threads after the same last money: the limit is granted, to the last cent and no cent more.</summary>
public class ControlConcurrencyTests
{
    private const int Threads = 16;
    private const int Rounds = 1_000;

    [Fact] // In each round 16 orders of 10 find 50 left: 5 are accepted, 11 refused.
    public async Task Reserve_SixteenThreadsAfterTheLastMoney_GrantsExactlyTheLimit()
    {
        var book = ControlBook.With((TeamOne, Paper, 50m * Rounds)).Rules(Stop("r", Everything, RuleSpan.FullYear));
        book.Order("all but the last", Line(50m * (Rounds - 1))).GetOrThrow();
        using var barrier = new Barrier(Threads);
        int[] accepted = new int[Rounds];

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () => Race(thread), default, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.All(accepted, count => Assert.Equal(5, count));

        void Race(int thread)
        {
            for (int round = 0; round < Rounds; round++)
            {
                barrier.SignalAndWait();
                string id = $"{round} {thread}";
                CommandOutcome outcome = book.Order(id, Line(10m)).Command.Outcome;
                if (outcome == CommandOutcome.Accepted)
                {
                    Interlocked.Increment(ref accepted[round]);
                }

                barrier.SignalAndWait();
                if (outcome == CommandOutcome.Accepted)
                {
                    book.Control.Release(new(id), Stamp).GetOrThrow();
                }
            }
        }
    }

    [Fact] // An order of two lines is there whole or not at all, and the law of the rule holds in every snapshot.
    public async Task Snapshot_WhileOthersReserve_ShowsNoHalfDocument()
    {
        var book = ControlBook.With((TeamOne, Paper, 1_000m)).Rules(Stop("r", Everything, RuleSpan.FullYear));
        Task[] writers =
        [
            .. Enumerable.Range(0, 3).Select(writer => Task.Run(() =>
            {
                for (int i = 0; i < 100; i++)
                {
                    string id = $"{writer} {i}";
                    book.Order(id, Line(1m), Line(2m)).GetOrThrow();
                    book.Invoice(id, Line(1m, from: (id, 0, 1m)), Line(2m, from: (id, 1, 2m))).GetOrThrow();
                }
            })),
        ];

        do
        {
            ControlSnapshot snapshot = book.Book.Snapshot().Control;
            RuleFigures figures = snapshot.FiguresOf("r", new(2026, 1));
            Assert.Equal(0m, figures.Committed % 3m);
            Assert.Equal(0m, figures.Actual % 3m);
            Assert.Equal(figures.Budget, figures.Available + figures.Reserved + figures.Consumed);
            Assert.Equal(
                figures.Committed, snapshot.Commitments.Sum(commitment => commitment.Lines.Sum(line => line.Open)));
        }
        while (!Array.TrueForAll(writers, writer => writer.IsCompleted));

        await Task.WhenAll(writers);
        Assert.Equal((0m, 900m, 100m), book.Three("r"));
    }
}
