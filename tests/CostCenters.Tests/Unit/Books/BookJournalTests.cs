using System.Text;
using CostCenters.Books;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Tests.Unit.Books;

public class BookJournalTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameBookAtEveryPosition()
    {
        Book book = SmallBook.Create();
        byte[] journal = SmallBook.Written(book);

        Book read = SmallBook.Read(journal);

        Assert.Equal(journal, SmallBook.Written(read));
        Assert.Equal(book.Journal.Snapshot().Entries(), read.Journal.Snapshot().Entries());
        Assert.Equal(book.Journal.Snapshot().Head, read.Journal.Snapshot().Head);
        Assert.Equal(SmallBook.Text(book.Snapshot()), SmallBook.Text(read.Snapshot()));
        for (long position = 0; position <= book.Journal.Position.Number; position++)
        {
            Assert.Equal(
                SmallBook.Text(book.AsOf(new(position))), SmallBook.Text(read.AsOf(new(position))));
        }
    }

    [Fact]
    public void AppendTo_AStream_HoldsEachCommandWhenItIsAccepted()
    {
        using var stream = new MemoryStream();
        var book = new Book("x", Company.Space);
        book.Journal.AppendTo(stream);
        for (int i = 1; i <= 3; i++)
        {
            book.Ledger.Post(
                Company.Document($"d{i}", Company.Post(i, Company.Head, Company.Sales, i)), Company.Stamp).GetOrThrow();
            Assert.Equal(SmallBook.Written(book), stream.ToArray());
        }

        book.Ledger.Post(Company.Document("d1", Company.Post(9, Company.Head, Company.Sales, 1m)), Company.Stamp);
        Assert.Equal(SmallBook.Written(book), stream.ToArray());
    }

    [Fact] // At every byte: what was accepted before is there, the entry that is not whole is dropped and reported.
    public void Open_CutAtAnyByte_IsTheBookOfTheLastWholeEntry()
    {
        Book book = SmallBook.Create();
        byte[] journal = SmallBook.Written(book);
        List<int> ends = Ends(journal);
        IEnumerable<int> lengths = Enumerable.Range(0, journal.Length)
            .Where(length => length % TestRounds.Step == 0 || length == journal.Length - 1 || ends.Contains(length));
        foreach (int length in lengths)
        {
            int whole = ends.FindLastIndex(end => end <= length);
            using var file = new MemoryStream();
            file.Write(journal.AsSpan(0, length));
            file.Position = 0;
            if (whole < 0)
            {
                Assert.True(Assert.Throws<JournalException>(() => Book.Open(file, out _)).IsTorn);
                continue;
            }

            Book opened = Book.Open(file, out long dropped);

            Assert.Equal((length - ends[whole], ends[whole]), (dropped, file.Length));
            Assert.Equal(whole, opened.Journal.Position.Number);
            Assert.Equal(book.Journal.Snapshot().HashAt(new(whole)), opened.Journal.Snapshot().Head);
            if (length == ends[whole] || length == journal.Length - 1)
            {
                Assert.Equal(SmallBook.Text(book.AsOf(new(whole))), SmallBook.Text(opened.Snapshot()));
            }
        }
    }

    [Fact] // A write that was broken off leaves nothing where its end belongs; the last entry was altered, and stays.
    public void Open_WithAnAlteredLastByte_IsRefusedAndCutsNothingOff()
    {
        byte[] journal = SmallBook.Written(SmallBook.Create());
        journal[^1] ^= 0x10;
        using var file = new MemoryStream();
        file.Write(journal);

        JournalException error = Assert.Throws<JournalException>(() => Book.Open(file, out _));

        Assert.False(error.IsTorn);
        Assert.Equal(journal, file.ToArray());
    }

    [Fact]
    public void Open_AfterACut_GoesOnAppending()
    {
        byte[] journal = SmallBook.Written(SmallBook.Create());
        using var file = new MemoryStream();
        file.Write(journal.AsSpan(0, journal.Length - 1));
        file.Position = 0;

        Book opened = Book.Open(file, out _);
        opened.Ledger.Post(
            Company.Document("next", Company.Post(5, Company.Head, Company.Sales, 1m)), Company.Stamp).GetOrThrow();

        Assert.Equal(SmallBook.Text(opened.Snapshot()), SmallBook.Text(SmallBook.Read(file.ToArray()).Snapshot()));
        Assert.Equal(file.ToArray(), SmallBook.Written(opened));
    }

    [Fact] // A stream that takes a certain number of bytes, as a full disk does.
    public void Post_WhereTheStreamIsFull_IsNotAcceptedAndLeavesTheJournalWhole()
    {
        for (int room = 0; room < 400; room++)
        {
            using var disk = new SmallDisk();
            var book = new Book("x", Company.Space);
            book.Journal.AppendTo(disk);
            long before = disk.Length;
            disk.Room = before + room;

            IOException? full = null;
            try
            {
                book.Ledger.Post(
                    Company.Document("d1", new Posting(Company.Day(1), Company.Head, Company.Sales, 1m, 3m)),
                    Company.Stamp);
            }
            catch (IOException error)
            {
                full = error;
            }

            Assert.Equal(full is null ? 1 : 0, book.Journal.Position.Number);
            disk.Room = long.MaxValue;
            book.Ledger.Post(
                Company.Document("d2", new Posting(Company.Day(2), Company.Head, Company.Sales, 2m, 4m)), Company.Stamp)
                .GetOrThrow();
            Assert.Equal(SmallBook.Text(book.Snapshot()), SmallBook.Text(SmallBook.Read(disk.ToArray()).Snapshot()));
        }
    }

    [Fact] // A command that comes while another is being written waits, and is not taken for one after a fault.
    public void Post_FromSeveralThreads_AppendsEveryDocument()
    {
        using var file = new MemoryStream();
        var book = new Book("x", Company.Space);
        book.Journal.AppendTo(file);

        Parallel.For(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => book.Ledger.Post(
            Company.Document($"d{i}", Company.Post(5, Company.Head, Company.Sales, i)), Company.Stamp).GetOrThrow());

        Assert.Equal(2_000, book.Journal.Position.Number);
        Assert.Equal(SmallBook.Written(book), file.ToArray());
    }

    [Fact]
    public void Open_AStreamThatStandsElsewhere_ReadsItFromItsStart()
    {
        using var file = new MemoryStream();
        Book book = SmallBook.Create();
        book.Journal.AppendTo(file);

        Book opened = Book.Open(file, out long dropped);

        Assert.Equal(0, dropped);
        Assert.Equal(SmallBook.Text(book.Snapshot()), SmallBook.Text(opened.Snapshot()));
    }

    [Fact]
    public void AppendTo_WhatHoldsSomething_IsRefused()
    {
        using var stream = new MemoryStream("x"u8.ToArray());
        using var empty = new MemoryStream();
        Book book = SmallBook.Create();

        Assert.Throws<ArgumentException>(() => book.Journal.AppendTo(stream));
        Assert.Throws<ArgumentNullException>(() => book.Journal.AppendTo(null!));
        book.Journal.AppendTo(empty);
        Assert.Throws<InvalidOperationException>(() => book.Journal.AppendTo(new MemoryStream()));
        Assert.Equal(SmallBook.Written(book), empty.ToArray());
    }

    private static List<int> Ends(byte[] journal)
    {
        var ends = new List<int>();
        int end = 0;
        foreach (string line in Encoding.UTF8.GetString(journal).TrimEnd('\n').Split('\n'))
        {
            end += Encoding.UTF8.GetByteCount(line) + 1;
            if (line.StartsWith("{\"hash\"", StringComparison.Ordinal))
            {
                ends.Add(end);
            }
        }

        return ends;
    }

    /// <summary>A stream that is full at a length, after as much of a write as there is room for.</summary>
    private sealed class SmallDisk : MemoryStream
    {
        public long Room { get; set; } = long.MaxValue;

        public override void Write(byte[] buffer, int offset, int count)
        {
            int fits = (int)Math.Clamp(Room - Position, 0, count);
            base.Write(buffer, offset, fits);
            if (fits < count)
            {
                throw new IOException("The disk is full.");
            }
        }
    }
}
