using System.Globalization;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Ledgers;

public class LedgerConcurrencyTests
{
    private const int Documents = 3_000;
    private const int Readers = 3;

    /// <summary>How many postings there must be after so many documents.</summary>
    private static readonly long[] CountAfter = CountsAfter();

    [Fact] // 3,000 documents of 3 to 20 postings fill more than two blocks of columns; every fifth is refused.
    public async Task Snapshot_WhileAnotherThreadPosts_IsAlwaysWhole()
    {
        var ledger = new Ledger(Company.Space);
        using var start = new Barrier(Readers + 1);
        var readers = Enumerable.Range(0, Readers)
            .Select(_ => Task.Factory.StartNew(
                () => ReadToTheEnd(ledger, start), default, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        start.SignalAndWait();

        for (int i = 1; i <= Documents; i++)
        {
            if (i % 5 == 0)
            {
                var refused = ledger.Post(
                    new($"refused {i}"),
                    Currency.Eur,
                    Balanced(i + 7).Append(Company.Post(3, new("none"), Company.Sales, 1m)),
                    Company.Stamp);
                Assert.Equal(CommandOutcome.Refused, refused.Outcome);
            }

            ledger.Post(new($"{i}"), Currency.Eur, Balanced(i), Company.Stamp).GetOrThrow();
        }

        int[] checks = await Task.WhenAll(readers);
        Assert.All(checks, count => Assert.InRange(count, 1, int.MaxValue));
        Assert.Equal(Enumerable.Range(1, Documents).SelectMany(Balanced), ledger.Snapshot().Postings());
    }

    [Fact]
    public void Check_OfAWholeLedger_FindsNothing()
    {
        var postings = Balanced(1).Concat(Balanced(2)).ToList();

        Assert.Null(Complaint(postings, [Balanced(1).Count(), Balanced(2).Count()]));
    }

    [Fact] // Proves that the check above would see what a torn read shows.
    public void Check_OfTornReads_FindsEachOfThem()
    {
        var whole = Balanced(4).Concat(Balanced(5)).ToList();
        int[] counts = [Balanced(4).Count(), Balanced(5).Count()];

        Assert.NotNull(Complaint(whole[..^1], counts)); // A posting not yet there.
        for (int i = 0; i < whole.Count; i++)
        {
            var p = whole[i];
            Posting[] torn =
            [
                new(p.Date, p.Center, p.Element, p.Amount + 1m, p.Quantity, p.Reference, p.Text),
                new(p.Date, p.Center, p.Element, p.Amount, (p.Quantity ?? 0m) + 1m, p.Reference, p.Text),
                new(p.Date, p.Center, p.Element, p.Amount, p.Quantity, p.Reference, "text of another"),
                new(p.Date, p.Center, p.Element, p.Amount, p.Quantity, "ref of another", p.Text),
            ];
            Assert.All(
                torn, posting => Assert.NotNull(Complaint([.. whole[..i], posting, .. whole[(i + 1)..]], counts)));
        }
    }

    private static int ReadToTheEnd(Ledger ledger, Barrier start)
    {
        start.SignalAndWait();
        var last = ledger.Snapshot();
        int checks = 0;
        do
        {
            var next = ledger.Snapshot();
            Assert.True(next.Position >= last.Position);
            Assert.Equal(CountAfter[next.Position.Number], next.PostingCount);
            if (checks++ % 64 != 0 && next.Position.Number < Documents)
            {
                continue; // Most snapshots are checked by their counts alone, to take as many as possible.
            }

            var documents = next.Entries().OfType<DocumentEntry>().ToList();
            Assert.Equal(next.Position.Number, documents.Count);
            Assert.Equal(next.PostingCount, documents.Sum(document => document.PostingCount));

            // The newest documents are those that the writer was at; the older ones were checked before.
            var recent = documents.Skip((int)Math.Max(0, last.Position.Number - 20)).ToList();
            Assert.Null(Complaint(
                [.. recent.SelectMany(next.PostingsOf)], [.. recent.Select(document => document.PostingCount)]));
            Assert.Equal(0m, next.ToCube().Cells().Sum(cell => cell.Amount));
            last = next;
        }
        while (last.Position.Number < Documents);

        return checks;
    }

    /// <summary>A document whose amounts sum to zero, and whose other columns follow from the amounts.</summary>
    private static IEnumerable<Posting> Balanced(int number)
    {
        int count = 3 + (number % 18);
        for (int i = 1; i < count; i++)
        {
            yield return Derived((number * 100m) + i);
        }

        yield return Derived(-Enumerable.Range(1, count - 1).Sum(i => (number * 100m) + i));
    }

    private static long[] CountsAfter()
    {
        long[] counts = new long[Documents + 1];
        for (int i = 1; i <= Documents; i++)
        {
            counts[i] = counts[i - 1] + Balanced(i).Count();
        }

        return counts;
    }

    private static Posting Derived(decimal amount)
    {
        string digits = amount.ToString("0", CultureInfo.InvariantCulture);
        return new(
            Company.Day(3),
            Company.North,
            Company.Freight,
            amount,
            amount % 3m == 0m ? null : 2m * amount,
            amount % 5m == 0m ? $"ref {digits}" : null,
            amount % 7m == 0m ? null : $"text {digits}");
    }

    private static string? Complaint(List<Posting> postings, int[] counts)
    {
        if (postings.Count != counts.Sum())
        {
            return "Postings are missing.";
        }

        int first = 0;
        foreach (int count in counts)
        {
            var document = postings.Skip(first).Take(count).ToList();
            first += count;
            if (document.Sum(posting => posting.Amount) != 0m)
            {
                return $"A document sums to {document.Sum(posting => posting.Amount)}.";
            }

            if (document.Find(posting => posting != Derived(posting.Amount)) is Posting torn)
            {
                return $"{torn} does not fit its amount.";
            }
        }

        return null;
    }
}
