using CostCenters.Books;
using CostCenters.Csv.Imports;
using System.Text;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

/// <summary>Inputs without end or measure: each is refused or bounded, with a reason.</summary>
public sealed class InputBoundTests
{
    private const int MostTold = 20;

    public static TheoryData<string> FilesOfABook =>
        ["book.json", "centers.csv", "elements.csv", "budget.csv", "postings.csv", "key-figures.csv"];

    [Theory]
    [MemberData(nameof(FilesOfABook))]
    public void Read_LinkToAnEndlessDevice_IsRefusedByName(string file)
    {
        using TestBook folder = new TestBook().Without(file);
        File.CreateSymbolicLink(folder.PathOf(file), "/dev/zero");

        AssertRefused(folder, file);
    }

    // Opening a pipe waits for its writer, and closing it again ends that program.
    [Theory]
    [MemberData(nameof(FilesOfABook))]
    public void Read_Pipe_IsRefusedByNameWithoutWaitingForItsWriter(string file)
    {
        using TestBook folder = new TestBook().Without(file);
        System.Diagnostics.Process.Start("mkfifo", [folder.PathOf(file)]).WaitForExit();

        AssertRefused(folder, file);
    }

    [Fact]
    public void Read_PipeInAFolderOfPostings_IsRefusedByName()
    {
        using TestBook folder = new TestBook().Without("postings.csv").With("postings/a.csv", Postings);
        System.Diagnostics.Process.Start("mkfifo", [folder.PathOf("postings/b.csv")]).WaitForExit();

        AssertRefused(folder, "postings/b.csv");
    }

    [Fact]
    public async Task Read_OfATableFromAPipe_ReadsItOnceToItsEnd()
    {
        using var folder = new TestBook();
        string pipe = folder.PathOf("pipe");
        System.Diagnostics.Process.Start("mkfifo", [pipe]).WaitForExit();
        Task write = Task.Run(() => File.WriteAllText(pipe, Postings));

        var result = PostingsCsv.Read(CsvInput.FromFile(pipe), Space(), ImportProfile.Contract);

        await write;
        Assert.Equal(3, result.GetOrThrow().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("date,center,element,amount\n")]
    [InlineData("date,center,element,amount\n2026-01-31,A,rent,1\n2026")]
    [InlineData("date,center,element,amount\n2026-01-31,\"A\"B")]
    [InlineData("date,center,element,amount\n2026-01-31,\"A")]
    public void Read_RowWithoutEnd_StopsAtTheLimitOfTheProfile(string begin)
    {
        byte fill = (byte)(begin.Contains('"', StringComparison.Ordinal) ? 'x' : 0);
        using var stream = new EndlessStream(Encoding.ASCII.GetBytes(begin), fill);

        var result = PostingsCsv.Read(
            CsvInput.FromStream(stream, "endless.csv"),
            Space(),
            ImportProfile.Contract.WithMaximumRowLength(1_000_000));

        Assert.Null(result.Value);
        Assert.Equal(ImportIssueCode.RowTooLong, result.Issues[^1].Code);
        Assert.InRange(stream.Taken, 1_000_000, 17_000_000);
    }

    // A row of a known fault is not kept and may be longer, but is bounded, wherever reading by blocks cuts it.
    [Theory]
    [InlineData(15_999, ImportIssueCode.BadEncoding)]
    [InlineData(16_000, ImportIssueCode.RowTooLong)]
    public void Read_BrokenRowBeyondSixteenTimesTheLimit_IsTooLong(int length, string code)
    {
        string row = new string('\0', length) + "\n";

        var result = PostingsCsv.Read(
            Input("date,center,element,amount\n" + row),
            Space(),
            ImportProfile.Contract.WithMaximumRowLength(1_000));

        Assert.Equal(code, Assert.Single(result.Issues).Code);
    }

    [Fact]
    public void Read_DescriptionBeyondAMebibyte_IsRefused()
    {
        string padding = new(' ', (1 << 20) - Description.Length);
        using TestBook most = new TestBook().With("book.json", Description + padding);
        using TestBook more = new TestBook().With("book.json", Description + padding + " ");

        Assert.Empty(most.Read().Issues);
        ImportIssue issue = Assert.Single(more.Read().Issues);
        Assert.Equal((ImportIssueCode.BadBook, "book.json"), (issue.Code, issue.File));
        Assert.Contains("1048576", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DescriptionOfManyLevels_IsRefused()
    {
        string levels = string.Concat(Enumerable.Repeat("[", 100_000));
        using TestBook folder = new TestBook().With("book.json", $"{{ \"x\": {levels}");

        Assert.Equal(ImportIssueCode.BadBook, Assert.Single(folder.Read().Issues).Code);
    }

    [Fact]
    public void Read_ManyUnknownFields_AreToldInFewNotes()
    {
        string fields = string.Concat(Enumerable.Range(0, 50_000).Select(field => $"\"f{field}\":0,"));
        using TestBook folder = new TestBook().With("book.json", Description.Insert(1, fields));

        ImportResult<Book> result = folder.Read();

        Assert.True(result.IsComplete);
        Assert.Equal(MostTold + 1, result.Issues.Length);
        Assert.Contains("49980 more", result.Issues[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyUnknownColumns_AreToldInFewNotes()
    {
        string columns = string.Concat(Enumerable.Range(0, 16_384 - 4).Select(column => $",c{column}"));
        string wide = $"date,center,element,amount{columns}\n2026-01-31,A,rent,1{new string(',', 16_380)}\n";

        var result = PostingsCsv.Read(Input(wide), Space(), ImportProfile.Contract);

        Assert.Single(result.GetOrThrow());
        Assert.Equal(MostTold + 1, result.Issues.Length);
        Assert.Contains("16360 more", result.Issues[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreColumnsThanASheetHas_IsRefused()
    {
        string columns = string.Concat(Enumerable.Range(0, 16_385 - 4).Select(column => $",c{column}"));
        using TestBook folder = new TestBook().With("postings.csv", $"date,center,element,amount{columns}\n");

        ImportIssue plain = Assert.Single(folder.Read().Issues);
        ImportIssue bulk = Assert.Single(BookFolder.ReadCubes(folder.Folder).Issues);

        Assert.Equal((ImportIssueCode.TooManyColumns, "postings.csv", 1L), (plain.Code, plain.File, plain.Line));
        Assert.Equal(plain, bulk);
        Assert.Contains("16385", plain.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyOtherFiles_AreToldInFewNotes()
    {
        using var folder = new TestBook();
        for (int file = 0; file < 100; file++)
        {
            folder.With($"other{file}.txt", "");
        }

        ImportResult<Book> result = folder.Read();

        Assert.True(result.IsComplete);
        Assert.Equal(MostTold + 1, result.Issues.Length);
        Assert.Contains("80 more", result.Issues[^1].Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(TestBook folder, string file)
    {
        ImportResult<Book> plain = folder.Read();
        ImportResult<BookCubes> bulk = BookFolder.ReadCubes(folder.Folder);

        Assert.Null(plain.Value);
        ImportIssue issue = Assert.Single(plain.Issues);
        Assert.Equal((file, ImportIssueCode.UnreadableFile), (issue.File, issue.Code));
        Assert.Contains("a pipe, a device or a socket", issue.Message, StringComparison.Ordinal);
        Assert.Equal(plain.Issues.AsEnumerable(), bulk.Issues);
    }

    /// <summary>Some bytes and then the same one for ever.</summary>
    private sealed class EndlessStream(byte[] begin, byte fill) : Stream
    {
        public long Taken { get; private set; }

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
            buffer.Fill(fill);
            for (int i = 0; i < buffer.Length && Taken + i < begin.Length; i++)
            {
                buffer[i] = begin[Taken + i];
            }

            Taken += buffer.Length;
            return Taken > 1_000_000_000 ? throw new IOException("Nobody stopped.") : buffer.Length;
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
