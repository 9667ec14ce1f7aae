using System.Text;
using CostCenters.Ledgers;
using NodaTime;

namespace CostCenters.Tests.Unit.Ledgers;

public class LedgerJournalTests
{
    [Fact] // A line that ends with ~ goes on in the next.
    public void Write_SmallLedger_IsTheseLines()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(
            Company.Document(
                "d \"1\"", new Posting(Company.Day(3), Company.North, Company.Freight, -0.5m, 2m, "PO", "a\nb", 1)),
            Company.Stamp).GetOrThrow();
        ledger.Reverse(new("d \"1\""), new("r1"), Company.Day(4), Company.Stamp).GetOrThrow();
        ledger.Close(Company.Period(13), [Company.South, Company.Head], Company.Stamp).GetOrThrow();
        ledger.Reopen(Company.Period(13), [Company.Head], Company.Stamp).GetOrThrow();

        Assert.Equal(
            """
            {"journal":"CostCenters","format":1,"currency":"EUR","digits":2,"moments":4}
            {"moment":1,"at":"2026-04-01T08:30:00Z","by":"anna","post":"d \"1\"","postings":1}
            {"date":"2026-03-15","center":"1100","element":"6100","amount":"-0.50","quantity":"2.000000",~
            "reference":"PO","text":"a\nb","adjustmentPeriod":1}
            {"moment":2,"at":"2026-04-01T08:30:00Z","by":"anna","post":"r1","reverses":"d \"1\"","postings":1}
            {"date":"2026-04-15","center":"1100","element":"6100","amount":"0.50","quantity":"-2.000000",~
            "reference":"PO","text":"a\nb"}
            {"moment":3,"at":"2026-04-01T08:30:00Z","by":"anna","close":"2026-P13","centers":["1200","1000"]}
            {"moment":4,"at":"2026-04-01T08:30:00Z","by":"anna","open":"2026-P13","centers":["1000"]}

            """.Replace("~\n", "", StringComparison.Ordinal),
            Encoding.UTF8.GetString(Written(ledger.Snapshot())),
            ignoreLineEndingDifferences: false);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameLedger()
    {
        var ledger = Rich();
        byte[] journal = Written(ledger.Snapshot());

        var read = Read(journal);

        Assert.Equal(ledger.Snapshot().Entries(), read.Snapshot().Entries());
        Assert.Equal(ledger.Snapshot().Postings(), read.Snapshot().Postings());
        Assert.Equal(ledger.Snapshot().ClosedPeriods.Count, read.Snapshot().ClosedPeriods.Count);
        Assert.Equal(ledger.Snapshot().ToCube().Cells(), read.Snapshot().ToCube().Cells());
        Assert.Equal(journal, Written(read.Snapshot()));
        Assert.Equal(
            PostingFaultKind.NotReversible,
            read.Reverse(new("d1"), new("again"), null, Company.Stamp).Faults[0].Kind);
        Assert.Equal(
            ledger.Snapshot().Moment.Number + 1,
            read.Post(Company.Document("next", Company.Post(5, Company.Head, Company.Sales, 1m)), Company.Stamp)
                .GetOrThrow().Number);
    }

    [Fact]
    public void Read_AnEmptyLedger_IsEmpty()
    {
        var read = Read(Written(new Ledger(Company.Space).Snapshot()));

        Assert.Equal(default, read.Snapshot().Moment);
    }

    [Fact]
    public void Write_AnEarlierMoment_IsTheJournalOfThen()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(Company.Document("d1", Company.Post(3, Company.Head, Company.Sales, 1m)), Company.Stamp);
        byte[] then = Written(ledger.Snapshot());
        ledger.Post(Company.Document("d2", Company.Post(3, Company.Head, Company.Sales, 2m)), Company.Stamp);

        Assert.Equal(then, Written(ledger.AsOf(new Moment(1))));
    }

    [Fact] // The last LF ends the last line and tells nothing more.
    public void Read_CutAfterAnyByte_IsRefusedWithItsLine()
    {
        byte[] journal = Written(Rich().Snapshot());

        for (int length = 0; length < journal.Length - 1; length++)
        {
            byte[] cut = journal[..length];
            var error = Assert.Throws<JournalException>(() => Read(cut));
            int missing = journal[length] == (byte)'\n' ? 2 : 1; // A line cut at its LF is whole; the next is missing.
            Assert.Equal(cut.AsSpan().Count((byte)'\n') + missing, error.Line);
            Assert.Contains($"line {error.Line}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_WithoutOneLineOrWithOneTwice_IsRefused()
    {
        string[] lines = Encoding.UTF8.GetString(Written(Rich().Snapshot())).TrimEnd('\n').Split('\n');

        for (int line = 0; line < lines.Length; line++)
        {
            Assert.Throws<JournalException>(() => Read([.. lines[..line], .. lines[(line + 1)..]]));
            Assert.Throws<JournalException>(() => Read([.. lines[..(line + 1)], .. lines[line..]]));
        }
    }

    [Fact]
    public void Read_WithAnyByteBroken_IsRefusedOrKeepsAllPostings()
    {
        var ledger = Rich();
        byte[] journal = Written(ledger.Snapshot());
        int refused = 0;
        for (int place = 0; place < journal.Length; place++)
        {
            byte[] damaged = [.. journal];
            damaged[place] = (byte)'#';
            try
            {
                // A letter of a text may change unseen; a line may not be lost.
                Assert.Equal(ledger.Snapshot().PostingCount, Read(damaged).Snapshot().PostingCount);
            }
            catch (JournalException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, journal.Length / 2, journal.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"journal\":\"Other\",\"format\":1,\"currency\":\"EUR\",\"digits\":2,\"moments\":0}")]
    [InlineData("{\"journal\":\"CostCenters\",\"format\":2,\"currency\":\"EUR\",\"digits\":2,\"moments\":0}")]
    [InlineData("{\"journal\":\"CostCenters\",\"format\":1,\"currency\":\"USD\",\"digits\":2,\"moments\":0}")]
    [InlineData("{\"journal\":\"CostCenters\",\"format\":1,\"currency\":\"EUR\",\"digits\":3,\"moments\":0}")]
    [InlineData("{\"journal\":\"CostCenters\",\"format\":1,\"currency\":\"EUR\",\"digits\":2,\"moments\":-1}")]
    [InlineData("{\"journal\":\"CostCenters\",\"format\":1,\"currency\":\"EUR\",\"digits\":2,\"moments\":1e99}")]
    [InlineData("\uFEFF{\"journal\":\"CostCenters\",\"format\":1,\"currency\":\"EUR\",\"digits\":2,\"moments\":0}")]
    public void Read_WrongHeader_IsRefusedAtLineOne(string header) =>
        Assert.Equal(1, Assert.Throws<JournalException>(() => Read([header])).Line);

    [Theory]
    [InlineData("\"post\":\"d1\",\"postings\":0")]
    [InlineData("\"post\":\"d1\",\"postings\":-1")]
    [InlineData("\"post\":\"\",\"postings\":1")]
    [InlineData("\"post\":null,\"postings\":1")]
    [InlineData("\"post\":7,\"postings\":1")]
    [InlineData("\"post\":\"d1\"")]
    [InlineData("\"close\":\"2026-P99\",\"centers\":[\"1000\"]")]
    [InlineData("\"close\":\"2026-1\",\"centers\":[\"1000\"]")]
    [InlineData("\"close\":\"2026-P01\",\"centers\":[\"none\"]")]
    [InlineData("\"close\":\"2026-P01\",\"centers\":[]")]
    [InlineData("\"close\":\"2026-P01\",\"centers\":[7]")]
    [InlineData("\"open\":\"2026-P01\",\"centers\":[\"1000\"]")]
    [InlineData("\"other\":1")]
    public void Read_WrongCommand_IsRefusedAtItsLine(string command)
    {
        const string Header = """{"journal":"CostCenters","format":1,"currency":"EUR","digits":2,"moments":1}""";
        string line = $$"""{"moment":1,"at":"2026-04-01T08:30:00Z","by":"anna",{{command}}}""";

        Assert.InRange(Assert.Throws<JournalException>(() => Read([Header, line])).Line, 2, 3);
    }

    [Fact]
    public void Read_ReversalOfWhatIsReversedAlready_IsRefused()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(Company.Document("d1", Company.Post(3, Company.Head, Company.Sales, 1m)), Company.Stamp);
        ledger.Reverse(new("d1"), new("r1"), null, Company.Stamp).GetOrThrow();
        ledger.Post(Company.Document("d2", Company.Post(3, Company.Head, Company.Sales, 1m)), Company.Stamp);
        ledger.Reverse(new("d2"), new("r2"), null, Company.Stamp).GetOrThrow();
        string journal = Encoding.UTF8.GetString(Written(ledger.Snapshot()));

        string twice = journal.Replace("\"reverses\":\"d2\"", "\"reverses\":\"d1\"", StringComparison.Ordinal);
        string ofReversal = journal.Replace("\"reverses\":\"d2\"", "\"reverses\":\"r1\"", StringComparison.Ordinal);

        Assert.Equal(8, Assert.Throws<JournalException>(() => Read(Encoding.UTF8.GetBytes(twice))).Line);
        Assert.Equal(8, Assert.Throws<JournalException>(() => Read(Encoding.UTF8.GetBytes(ofReversal))).Line);
    }

    [Theory] // No UTF-8 text can hold half of a surrogate pair, so it would come back as another text.
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Write_TextThatIsNoUnicode_IsRefusedRatherThanChanged(int half)
    {
        string text = $"a{(char)half}b";
        var ledger = new Ledger(Company.Space);
        ledger.Post(
            Company.Document("d1", new Posting(Company.Day(3), Company.Head, Company.Sales, 1m, text: text)),
            Company.Stamp).GetOrThrow();

        Assert.ThrowsAny<ArgumentException>(() => Written(ledger.Snapshot()));
    }

    [Fact]
    public void WriteAndRead_Streams_StayOpen()
    {
        using var stream = new MemoryStream();
        LedgerJournal.Write(Rich().Snapshot(), stream);
        stream.Position = 0;
        LedgerJournal.Read(stream, Company.Space);

        Assert.True(stream.CanRead);
        Assert.Throws<ArgumentNullException>(() => LedgerJournal.Write(null!, stream));
        Assert.Throws<ArgumentNullException>(() => LedgerJournal.Write(Rich().Snapshot(), null!));
        Assert.Throws<ArgumentNullException>(() => LedgerJournal.Read(null!, Company.Space));
        Assert.Throws<ArgumentNullException>(() => LedgerJournal.Read(stream, null!));
    }

    /// <summary>A ledger with every kind of entry and field.</summary>
    private static Ledger Rich()
    {
        var ledger = new Ledger(Company.Space);
        string[] texts =
        [
            "", " ", "a\r\nb\n\tc", "\"quoted\", 'single' \\ back", "äöüß € 漢字 \U0001F600", "\0\u0001\u001F\u007F",
            "\u0085\u2028\u2029\uFEFF", "<b>&amp;</b>", "null", "{\"moment\":2}",
        ];
        ledger.Post(
            Company.Document(
                "d1",
                [
                    .. texts.Select((text, i) => new Posting(
                        Company.Day(3), Company.North, Company.Freight, i - 5.01m, null, text, texts[^(i + 1)])),
                    new Posting(new(1900, 1, 1), Company.Head, Company.Sales, 1_000_000_000_000_000m, 0m, null, null),
                    new Posting(new(2149, 12, 31), Company.Head, Company.Sales, 0m, -0.000001m, null, "x", 2),
                ]),
            new CommandStamp("Çağrı \"Ç\"\n", Instant.FromUtc(1999, 12, 31, 23, 59).PlusNanoseconds(1))).GetOrThrow();
        ledger.Close(Company.Period(3), [Company.North, Company.Head], new("a", Instant.MinValue)).GetOrThrow();
        ledger.Reverse(new("d1"), new("r\n1"), Company.Day(5), new("b", Instant.MaxValue)).GetOrThrow();
        ledger.Reopen(Company.Period(3), [Company.North], Company.Stamp).GetOrThrow();
        ledger.Post(
            Company.Document("{}", new Posting(Company.Day(3), Company.North, Company.Freight, 1m)), Company.Stamp)
            .GetOrThrow();
        return ledger;
    }

    private static byte[] Written(LedgerSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        LedgerJournal.Write(snapshot, stream);
        return stream.ToArray();
    }

    private static Ledger Read(IEnumerable<string> lines) =>
        Read(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    private static Ledger Read(byte[] journal)
    {
        using var stream = new MemoryStream(journal);
        return LedgerJournal.Read(stream, Company.Space);
    }
}
