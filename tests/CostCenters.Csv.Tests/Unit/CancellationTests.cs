using System.Text;
using CostCenters.Budgets;
using CostCenters.Csv.Imports;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

/// <summary>Every path that reads a table ends when it is asked to, wherever it has come to.</summary>
public sealed class CancellationTests
{
    private static readonly Dictionary<string, (string Header, string Row, Action<CsvInput, CancellationToken> Read)>
        Tables = new()
    {
        ["centers"] = ("code,name,kind\n", "A,Alpha,cost\n",
            (input, token) => CentersCsv.Read(input, ImportProfile.Contract, token)),
        ["elements"] = ("code,name,nature\n", "rent,Rent,cost\n",
            (input, token) => ElementsCsv.Read(input, ImportProfile.Contract, token)),
        ["budgets"] = ("version,center,element,period,amount\n", "plan,A,rent,2026,1200\n",
            (input, token) => BudgetsCsv.Read(
                input, Space(), Phasing.Even(RemainderRule.LargestRemainder), ImportProfile.Contract, token)),
        ["postings"] = ("date,center,element,amount\n", "2026-01-31,A,rent,1\n",
            (input, token) => PostingsCsv.Read(input, Space(), ImportProfile.Contract, token)),
        ["posted"] = ("date,center,element,amount\n", "2026-01-31,A,rent,1\n",
            (input, token) => PostingsCsv.Post(
                input, new Ledger(Space()), new DocumentId("D"), Stamp, ImportProfile.Contract, token)),
        ["key figures"] = ("period,center,key_figure,value\n", "2026-P01,A,heads,3.5\n",
            (input, token) => KeyFiguresCsv.Read(
                input, Space().Centers, Space().Calendar, ImportProfile.Contract, token)),
    };

    public static TheoryData<string> Names => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_CancelledAtAnyMoment_EndsBeforeItReadsOn(string name)
    {
        var (header, row, read) = Tables[name];
        var random = new Random(20260331);
        for (int run = 0; run < 10; run++)
        {
            using var cancellation = new CancellationTokenSource();
            using var rows = new EndlessRows(header, row, cancellation, lastRead: random.Next(1, 12));

            Assert.Throws<OperationCanceledException>(
                () => read(CsvInput.FromStream(rows, "endless.csv"), cancellation.Token));

            Assert.Equal(0, rows.ReadsAfterwards);
        }
    }

    // Rows that are told as faults, or are none, must not hide the wish to end.
    [Theory]
    [InlineData("\n")]
    [InlineData("x\n")]
    [InlineData("\"x\"y\n")]
    [InlineData("\0\n")]
    [InlineData("\0")]
    public void Read_OfRowsThatAreNotHandedOut_EndsToo(string row)
    {
        using var cancellation = new CancellationTokenSource();
        using var rows = new EndlessRows("date,center,element,amount\n", row, cancellation, lastRead: 5);

        Assert.Throws<OperationCanceledException>(() => PostingsCsv.Read(
            CsvInput.FromStream(rows, "endless.csv"), Space(), ImportProfile.Contract, cancellation.Token));

        Assert.Equal(0, rows.ReadsAfterwards);
    }

    [Fact]
    public void Read_OfABook_CancelledBefore_ReadsNothing()
    {
        using var folder = new TestBook();
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(
            () => BookFolder.Read(folder.Folder, Stamp, cancellation: cancelled));
        Assert.Throws<OperationCanceledException>(
            () => BookFolder.ReadCubes(folder.Folder, cancellation: cancelled));
    }

    [Theory]
    [InlineData("centers.csv", Centers)]
    [InlineData("elements.csv", Elements)]
    [InlineData("budget.csv", Budget)]
    [InlineData("postings.csv", Postings)]
    [InlineData("key-figures.csv", TestBook.KeyFigures)]
    public void Read_OfABookWithALargeTable_CancelledWhileItIsRead_GivesNoValue(string file, string table)
    {
        string row = table[(table.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        using TestBook folder = new TestBook().With(file, table + Repeated(row, 20_000_000));
        var random = new Random(7);
        foreach (Action<CancellationToken> read in (Action<CancellationToken>[])
        [
            token => BookFolder.Read(folder.Folder, Stamp, cancellation: token),
            token => BookFolder.ReadCubes(folder.Folder, cancellation: token),
        ])
        {
            bool isCancelled = false;
            for (int tries = 0; tries < 20 && !isCancelled; tries++)
            {
                isCancelled = IsCancelled(read, afterMilliseconds: random.Next(1, 20));
            }

            Assert.True(isCancelled, "The reading never ended when it was asked to.");
        }
    }

    /// <summary>Whether a reading that is cancelled on its way gives no value. On a busy machine the reading may be
    /// done before anybody asks it to end; then nothing is known, and it is tried again.</summary>
    private static bool IsCancelled(Action<CancellationToken> read, int afterMilliseconds)
    {
        using var cancellation = new CancellationTokenSource();
        var canceller = new Thread(() =>
        {
            Thread.Sleep(afterMilliseconds);
            cancellation.Cancel();
        });
        canceller.Start();
        Exception? error = Record.Exception(() => read(cancellation.Token));
        canceller.Join();
        Assert.True(error is null or OperationCanceledException, error?.ToString());
        return error is not null;
    }

    private static string Repeated(string row, int length) =>
        new StringBuilder(length + row.Length).Insert(0, row, length / row.Length).ToString();

    /// <summary>A header and rows without end; the reading is cancelled within one of its reads.</summary>
    private sealed class EndlessRows(string header, string row, CancellationTokenSource cancellation, int lastRead)
        : Stream
    {
        private readonly byte[] header = Encoding.ASCII.GetBytes(header);
        private readonly byte[] rows = Encoding.ASCII.GetBytes(Repeated(row, 64 * 1024));
        private int reads;

        public int ReadsAfterwards => reads - lastRead;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            reads++;
            if (reads == lastRead)
            {
                cancellation.Cancel();
            }

            byte[] text = reads == 1 ? header : rows;
            int length = Math.Min(buffer.Length, text.Length);
            text.AsSpan(0, length).CopyTo(buffer);
            return reads < 1_000 ? length : throw new IOException("Nobody cancelled.");
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
