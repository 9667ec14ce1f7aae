using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;

namespace CostCenters.Simulation.Tests;

/// <content>The journal: full disks, cut ends, flipped bits, and threads that write and read.</content>
internal sealed partial class Simulator
{
    private DiskStream disk = new();

    // Where the entry of each position ends.
    private List<long> ends = [];

    /// <summary>The disk is full in the middle of a command: the command is accepted whole or never happened.</summary>
    private void FillTheDisk()
    {
        bool isStuck = OneIn(3);
        disk.FillAfter(random.Next(600), isStuck);
        long position = model.Position;
        try
        {
            Pick([Post, Reverse, CloseOrReopen, Import, AddBudget, RecordKeyFigures, Grow])();
        }
        catch (IOException)
        {
            Same(position, model.Position, "a command whose writing failed");
            if (isStuck)
            {
                RequireClosed();
                disk.Mend();
                Open(disk.ToArray());
            }
        }

        disk.Mend();
        Same(ends[^1], disk.Length, "the length of the journal");
    }

    private void RequireClosed()
    {
        try
        {
            subject.Withdraw(1, Stamp);
        }
        catch (InvalidOperationException)
        {
            return;
        }

        throw Difference("a command was taken although the journal is not whole");
    }

    /// <summary>The journal is cut at any byte and opened again: all that was whole is there, and nothing else.
    /// </summary>
    private void CutAndOpen()
    {
        byte[] journal = disk.ToArray();
        int length = (int)Math.Max(0, journal.Length - (OneIn(4) ? random.Next(journal.Length) : random.Next(3000)));
        if (length < ends[0])
        {
            RequireRefused(journal[..length], "a journal whose start is cut");
            length = journal.Length;
        }

        Open(journal[..length]);
    }

    private void Open(byte[] journal)
    {
        long position = ends.FindLastIndex(end => end <= journal.Length);
        disk = new DiskStream(journal);
        Same(journal.Length - ends[(int)position], subject.Open(disk), "the bytes that are cut off");
        model.CutBack(position);
        ends.RemoveRange((int)position + 1, ends.Count - (int)position - 1);
        standing.Clear();
        Compare();
        CompareEarlier(5);
    }

    private void FlipABit()
    {
        byte[] journal = disk.ToArray();
        JournalHash head = subject.Book.Journal.Snapshot().Head;
        Same(true, subject.IsIntact(journal, head), "whether the journal is intact");
        int place = random.Next(journal.Length);
        journal[place] ^= (byte)(1 << random.Next(8));
        Same(false, subject.IsIntact(journal, head), $"whether a journal with a flipped bit in byte {place} is intact");
        RequireRefused(journal, $"a journal with a flipped bit in byte {place}");
    }

    private void RequireRefused(byte[] journal, string what)
    {
        try
        {
            Books.Book.Read(new MemoryStream(journal));
        }
        catch (JournalException)
        {
            return;
        }

        throw Difference($"{what} was read as a good one");
    }

    /// <summary>Threads write and read at once; afterwards the positions tell in which order the model has to.
    /// </summary>
    private void WorkInThreads()
    {
        List<(string Id, List<Posting> Postings)> documents =
            [.. Enumerable.Range(0, 20).Select(_ => (NewName("d"), SomePostings(2)))];
        List<KeyFigureValue> values = [.. Enumerable.Range(0, 10).Select(number => new KeyFigureValue(
            model.PeriodOf(AnyDay()), new(KnownCenter()), Contacts, number))];
        var answers = new (Answer Answer, Func<Answer> ToModel)[documents.Count + values.Count];
        var seen = new System.Collections.Concurrent.ConcurrentBag<(long Position, Dictionary<ModelCell, ModelSum>)>();
        int writing = 3;
        InThreads(Look, Look, () => Write(0, 10), () => Write(10, 20), () => Write(20, 30));
        foreach ((Answer answer, Func<Answer> toModel) in answers
            .OrderBy(each => each.Answer.Position)
            .ThenByDescending(each => each.Answer.Outcome == CommandOutcome.Accepted))
        {
            Answer expected = toModel();
            Same(expected, answer, "the answer to a command beside others");
        }

        ends = Ends();
        foreach ((long position, Dictionary<ModelCell, ModelSum> cells) in seen)
        {
            SameCells(model.States[(int)position].Cells, cells, $"what a thread read at position {position}");
        }

        void Write(int first, int end)
        {
            for (int i = first; i < end; i++)
            {
                answers[i] = i < documents.Count ? PostOne(documents[i]) : RecordOne(values[i - documents.Count]);
            }

            Interlocked.Decrement(ref writing);
        }

        void Look()
        {
            for (int looks = 0; looks < 50 && (looks == 0 || Volatile.Read(ref writing) > 0); looks++)
            {
                var snapshot = subject.Snapshot();
                seen.Add((
                    snapshot.Position.Number, CellsOf(subject.Actuals(snapshot, 2, CancellationToken.None))));
            }
        }
    }

    private static void InThreads(params Action[] works)
    {
        Exception? failed = null;
        Thread[] threads = [.. works.Select(work => new Thread(() => Guarded(work)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        _ = failed is null ? failed : throw failed;

        void Guarded(Action work)
        {
            try
            {
                work();
            }
#pragma warning disable CA1031 // Whatever it is, the thread that waits throws it again.
            catch (Exception error)
            {
                failed = error;
            }
#pragma warning restore CA1031
        }
    }

    private (Answer, Func<Answer>) PostOne((string Id, List<Posting> Postings) document) => (
        subject.Post(new Document(new DocumentId(document.Id), Currency.Eur, document.Postings), Stamp),
        () => model.Post(document.Id, document.Postings));

    private (Answer, Func<Answer>) RecordOne(KeyFigureValue value) =>
        (subject.Record([value], Stamp), () => model.Record([value]));

    /// <summary>Where each entry ends, by the lines of the written journal.</summary>
    private List<long> Ends()
    {
        byte[] journal = disk.ToArray();
        var found = new List<long>();
        int start = 0;
        for (int end = 0; end < journal.Length; end++)
        {
            if (journal[end] == (byte)'\n')
            {
                if (journal.AsSpan(start..end).StartsWith("{\"hash\":"u8))
                {
                    found.Add(end + 1);
                }

                start = end + 1;
            }
        }

        return found;
    }
}
