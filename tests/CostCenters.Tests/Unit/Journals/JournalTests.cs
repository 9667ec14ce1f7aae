using System.Security.Cryptography;
using System.Text;
using CostCenters.Books;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Tests.Unit.Books;
using NodaTime;

namespace CostCenters.Tests.Unit.Journals;

public class JournalTests
{
    [Fact] // A line that ends with ~ goes on in the next; the hashes are those of sha256sum.
    public void WriteTo_SmallLedger_IsTheseLines()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(
            Company.Document(
                "d \"1\"", new Posting(Company.Day(3), Company.North, Company.Freight, -0.5m, 2m, "PO", "a\nb", 1)),
            Company.Stamp).GetOrThrow();
        ledger.Reverse(new("d \"1\""), new("r1"), Company.Day(4), Company.Stamp).GetOrThrow();
        ledger.Close(Company.Period(13), [Company.South, Company.Head], Company.Stamp).GetOrThrow();
        ledger.Reopen(Company.Period(13), [Company.Head], Company.Stamp).GetOrThrow();

        string journal = Encoding.UTF8.GetString(Written(ledger.Journal));

        Assert.StartsWith(
            """
            {"journal":"CostCenters","format":2,"name":"","currency":"EUR","currencyDigits":2,"digits":2,~
            "calendar":"months 1 Start +2"}
            {"center":"1000","name":"Head office","kind":"Profit","from":"0001-01-01","through":"9999-12-31",~
            "status":"Open"}
            """.Replace("~\n", "", StringComparison.Ordinal),
            journal,
            StringComparison.Ordinal);
        Assert.Equal(
            """
            {"position":1,"at":"2026-04-01T08:30:00Z","by":"anna","post":"d \"1\"","postings":1}
            {"date":"2026-03-15","center":"1100","element":"6100","amount":"-0.50","quantity":"2.000000",~
            "reference":"PO","text":"a\nb","adjustmentPeriod":1}
            {"position":2,"at":"2026-04-01T08:30:00Z","by":"anna","post":"r1","reverses":"d \"1\"","date":"2026-04-15"}
            {"position":3,"at":"2026-04-01T08:30:00Z","by":"anna","close":"2026-P13","centers":["1200","1000"]}
            {"position":4,"at":"2026-04-01T08:30:00Z","by":"anna","open":"2026-P13","centers":["1000"]}

            """.Replace("~\n", "", StringComparison.Ordinal),
            string.Concat(journal.Split('\n')
                .SkipWhile(line => !line.StartsWith("{\"position\"", StringComparison.Ordinal))
                .Where(line => !line.StartsWith("{\"hash\"", StringComparison.Ordinal) && line.Length > 0)
                .Select(line => line + "\n")),
            ignoreLineEndingDifferences: false);
    }

    [Fact]
    public void Hash_OfEachEntry_IsTheSha256OfTheOneBeforeAndItsLines()
    {
        Book book = SmallBook.Create();
        var pending = new List<byte>(new byte[32]);
        var hashes = new List<string>();
        foreach (string line in Encoding.UTF8.GetString(SmallBook.Written(book)).TrimEnd('\n').Split('\n'))
        {
            if (!line.StartsWith("{\"hash\":\"", StringComparison.Ordinal))
            {
                pending.AddRange(Encoding.UTF8.GetBytes(line + "\n"));
                continue;
            }

            byte[] hash = SHA256.HashData([.. pending]);
            Assert.Equal($"{{\"hash\":\"{Convert.ToHexStringLower(hash)}\"}}", line);
            hashes.Add(Convert.ToHexStringLower(hash));
            pending = [.. hash];
        }

        JournalSnapshot snapshot = book.Journal.Snapshot();
        Assert.Equal(snapshot.Position.Number + 1, hashes.Count);
        Assert.Equal(
            hashes, Enumerable.Range(0, hashes.Count).Select(i => snapshot.HashAt(new JournalPosition(i)).ToString()));
        Assert.Equal(hashes[^1], snapshot.Head.ToString());
        Assert.True(JournalHash.TryParse(hashes[^1], out JournalHash parsed));
        Assert.Equal(snapshot.Head, parsed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("A3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void JournalHash_WhatIsNoHash_IsNotParsed(string? text) => Assert.False(JournalHash.TryParse(text, out _));

    [Fact]
    public void Verify_WhatWasWritten_IsIntact()
    {
        Book book = SmallBook.Create();

        JournalVerification found = Verify(SmallBook.Written(book), book.Journal.Snapshot().Head);

        Assert.True(found.IsIntact, found.Message);
        Assert.Equal((book.Journal.Position, book.Journal.Snapshot().Head), (found.Position, found.Head));
    }

    [Fact] // Fifty entries; each byte is altered in three ways, and the entry that holds it is named.
    public void Verify_WithAnyByteAltered_NamesItsEntry()
    {
        var ledger = new Ledger(Company.Space);
        for (int i = 1; i <= 50; i++)
        {
            ledger.Post(
                Company.Document($"d{i}", Company.Post((i % 12) + 1, Company.Head, Company.Sales, i / 100m)),
                Company.Stamp).GetOrThrow();
        }

        byte[] journal = Written(ledger.Journal);
        long entry = 0;
        for (int place = 0; place < journal.Length; place++)
        {
            byte[] changes = place % TestRounds.Step == 0 ? [1, 0x20, 0x80] : [];
            foreach (byte change in changes)
            {
                byte[] damaged = [.. journal];
                damaged[place] ^= change;
                JournalVerification found = Verify(damaged);
                Assert.Equal(new JournalPosition(entry), found.FirstBroken);
                Assert.Throws<JournalException>(() => SmallBook.Read(damaged));
            }

            bool endsEntry = journal[place] == (byte)'\n'
                && Encoding.UTF8.GetString(journal, 0, place).LastIndexOf("{\"hash\"", StringComparison.Ordinal)
                    > Encoding.UTF8.GetString(journal, 0, place).LastIndexOf('\n');
            entry += endsEntry ? 1 : 0;
        }

        Assert.Equal(51, entry);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("1.5")]
    [InlineData("null")]
    public void Verify_WithAPositionThatIsNoNumber_NamesItsEntry(string position)
    {
        string journal = Encoding.UTF8.GetString(SmallBook.Written(SmallBook.Create()));
        byte[] damaged = Encoding.UTF8.GetBytes(
            journal.Replace("{\"position\":11,", $"{{\"position\":{position},", StringComparison.Ordinal));

        Assert.Equal(new JournalPosition(11), Verify(damaged).FirstBroken);
        Assert.Throws<JournalException>(() => SmallBook.Read(damaged));
    }

    [Fact]
    public void Verify_WithAnEntryDroppedInsertedOrMoved_NamesTheFirstThatIsWrong()
    {
        Book book = SmallBook.Create();
        List<string> entries = Entries(SmallBook.Written(book));
        for (int i = 1; i < entries.Count - 1; i++)
        {
            Assert.Equal(i, Broken([.. entries[..i], .. entries[(i + 1)..]]));
            Assert.Equal(i + 1, Broken([.. entries[..(i + 1)], .. entries[i..]]));
            Assert.Equal(i, Broken([.. entries[..i], entries[i + 1], entries[i], .. entries[(i + 2)..]]));
        }
    }

    [Fact]
    public void Verify_WithEntriesCutOff_IsFoundByAHashThatWasKept()
    {
        Book book = SmallBook.Create();
        List<string> entries = Entries(SmallBook.Written(book));
        JournalHash head = book.Journal.Snapshot().Head;
        for (int count = 1; count < entries.Count; count++)
        {
            byte[] cut = Encoding.UTF8.GetBytes(string.Concat(entries[..count]));

            Assert.True(Verify(cut).IsIntact);
            Assert.Equal(new JournalPosition(count), Verify(cut, head).FirstBroken);
            Assert.True(Verify(cut, book.Journal.Snapshot().HashAt(new(count - 1))).IsIntact);
        }
    }

    [Theory] // Hashes computed anew hide nothing that is written in another way, or twice.
    [InlineData("\"by\":\"anna\"", "\"by\":\"anna\",\"by\":\"anna\"")]
    [InlineData("\"by\":\"anna\"", "\"by\": \"anna\"")]
    [InlineData("\"amount\":\"7.25\"", "\"amount\":\"7.250\"")]
    [InlineData("\"amount\":\"7.25\"", "\"amount\":\"7.2500000000000000000000000000000000001\"")]
    [InlineData("\"amount\":\"7.25\"", "\"amount\":\"7.25\",\"note\":\"x\"")]
    [InlineData("\"amount\":\"7.25\"", "\"amount\":7.25")]
    [InlineData("\"postings\":2", "\"postings\":3")]
    [InlineData("\"reverses\":\"d2\"", "\"reverses\":\"d1\"")]
    [InlineData("\"reverses\":\"d2\"", "\"reverses\":\"none\"")]
    [InlineData("\"revision\":2", "\"revision\":1")]
    [InlineData("\"period\":\"2026-P04\"", "\"period\":\"2026-P99\"")]
    [InlineData("\"withdrawKeyFigures\":10", "\"withdrawKeyFigures\":6,\"x\":1")]
    [InlineData("\"center\":\"1400\",\"element\"", "\"center\":\"none\",\"element\"")]
    [InlineData("\"kind\":\"Profit\"", "\"kind\":\"7\"")]
    [InlineData("\"close\":\"2026-P03\"", "\"shut\":\"2026-P03\"")]
    public void Read_ForgedWithNewHashes_IsRefused(string text, string forged)
    {
        string journal = Encoding.UTF8.GetString(SmallBook.Written(SmallBook.Create()));
        Assert.Contains(text, journal, StringComparison.Ordinal);
        byte[] rehashed = SmallBook.Rehashed(journal.Replace(text, forged, StringComparison.Ordinal));

        Assert.True(Verify(rehashed).IsIntact);
        Assert.Throws<JournalException>(() => SmallBook.Read(rehashed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"journal\":\"Other\",\"format\":2,\"name\":\"\"}")]
    [InlineData("{\"journal\":\"CostCenters\",\"format\":1,\"name\":\"\"}")]
    [InlineData("{\"hash\":\"0\"}")]
    [InlineData("\uFEFF{}")]
    public void Read_WrongStart_IsRefused(string start) =>
        Assert.Throws<JournalException>(() => SmallBook.Read(SmallBook.Rehashed(start + "\n{\"hash\":\"?\"}\n")));

    [Fact] // From the first instant that there is to the last.
    public void Read_InstantsAtTheEndsOfTime_AreTheSame()
    {
        var book = new Book("", Company.Space);
        book.Ledger.Close(Company.Period(3), [Company.North], new("a", Instant.MinValue)).GetOrThrow();
        book.Ledger.Reopen(Company.Period(3), [Company.North], new("a", Instant.MaxValue)).GetOrThrow();

        Book read = SmallBook.Read(SmallBook.Written(book));

        Assert.Equal(
            [Instant.MinValue, Instant.MaxValue], read.Journal.Snapshot().Entries().Select(entry => entry.Stamp.At));
        Assert.Equal(book.Journal.Snapshot().Head, read.Journal.Snapshot().Head);
    }

    private static long? Broken(IEnumerable<string> entries) =>
        Verify(Encoding.UTF8.GetBytes(string.Concat(entries))).FirstBroken?.Number;

    private static JournalVerification Verify(byte[] journal, JournalHash? head = null)
    {
        using var stream = new MemoryStream(journal);
        return Journal.Verify(stream, head);
    }

    private static byte[] Written(Journal journal)
    {
        using var stream = new MemoryStream();
        journal.Snapshot().WriteTo(stream);
        return stream.ToArray();
    }

    /// <summary>What the journal starts from, and each entry, with their lines of hashes.</summary>
    private static List<string> Entries(byte[] journal)
    {
        var entries = new List<string> { "" };
        foreach (string line in Encoding.UTF8.GetString(journal).TrimEnd('\n').Split('\n'))
        {
            entries[^1] += line + "\n";
            if (line.StartsWith("{\"hash\"", StringComparison.Ordinal))
            {
                entries.Add("");
            }
        }

        entries.RemoveAt(entries.Count - 1);
        return entries;
    }
}
