namespace CostCenters.Concurrency.Tests;

/// <summary>Reserve, post, void, transfer and read over one book, in thousands of orders of their steps.</summary>
/// <remarks>What the exploration is worth is tested, too: broken locks, a reader who mixes two moments, and locks that
/// are taken crosswise have to be found within the same bound.</remarks>
public class LastMoneyTests
{
    private static int Schedules => TestRounds.Of(10_000);

    [Fact]
    public void Commands_InEverySchedule_GrantExactlyTheLimit()
    {
        var (explored, faults) = Exploration.Run(Schedules, () => Race(book => book.Read()));

        Assert.Empty(faults);
        Assert.Equal(Schedules, explored);
    }

    [Fact]
    public void Commands_WithoutLocks_AreFound()
    {
        Lock.AreBroken = true;
        try
        {
            Assert.NotEmpty(Exploration.Run(Schedules, () => Race(book => book.Read())).Faults);
        }
        finally
        {
            Lock.AreBroken = false;
        }
    }

    [Fact]
    public void Reader_OfTwoMoments_IsFound() =>
        Assert.NotEmpty(Exploration.Run(Schedules, () => Race(book => book.ReadTwice())).Faults);

    [Fact]
    public void Locks_TakenCrosswise_AreFound()
    {
        var (_, faults) = Exploration.Run(Schedules, () =>
        {
            Lock first = new();
            Lock second = new();
            Exploration.Together(() => TakeBoth(first, second), () => TakeBoth(second, first));
        });

        Assert.Contains("deadlock", Assert.Single(faults), StringComparison.OrdinalIgnoreCase);

        static void TakeBoth(Lock outer, Lock inner)
        {
            lock (outer)
            {
                lock (inner)
                {
                }
            }
        }
    }

    private static void Race(Action<LastMoney> read)
    {
        using var book = new LastMoney();
        Exploration.Together(
            () =>
            {
                if (book.Reserve("a"))
                {
                    book.Void("a");
                }
            },
            () =>
            {
                if (book.Reserve("b"))
                {
                    book.Post("b");
                }
            },
            () =>
            {
                book.Transfer();
                book.Reserve("c");
            },
            () => read(book));
        book.RequireExactlyTheLimit();
    }
}
