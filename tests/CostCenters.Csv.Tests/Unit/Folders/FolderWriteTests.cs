using CostCenters.Books;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit.Folders;

/// <summary>A book written over another: the folder holds the old one or the new one, whatever happens.</summary>
public sealed class FolderWriteTests : IDisposable
{
    private static readonly string[] Files =
        ["book.json", "budget.csv", "centers.csv", "elements.csv", "key-figures.csv", "postings.csv"];

    private readonly TestBook folder = new();
    private readonly TestBook other = new TestBook()
        .With("book.json", Description.Replace("Test", "Other", StringComparison.Ordinal))
        .With("postings.csv", Postings.Replace("101.00", "5.00", StringComparison.Ordinal))
        .With("budget.csv", Budget.Replace("1200.00", "12.00", StringComparison.Ordinal));

    public FolderWriteTests() => Old = folder.Read().GetOrThrow();

    private Book Old { get; }

    private Book New => other.Read().GetOrThrow();

    public void Dispose()
    {
        folder.Dispose();
        other.Dispose();
    }

    [Fact]
    public void Write_OverAnotherBook_ReplacesItAndLeavesNothingElse()
    {
        BookFolder.Write(New, folder.Folder);

        AssertHoldsNewAlone();
        Assert.Empty(folder.Read().Issues);
    }

    [Fact]
    public void Write_CancelledAtAnyMoment_LeavesTheOldBookOrTheNewOne()
    {
        Book book = New;
        var random = new Random(13);
        Assert.Throws<OperationCanceledException>(
            () => BookFolder.Write(book, folder.Folder, new CancellationToken(true)));
        Assert.Equal(Old.Name, folder.Read().GetOrThrow().Name);
        for (int run = 0; run < 10; run++)
        {
            using var cancellation = new CancellationTokenSource();
            int spins = random.Next(100_000);
            var canceller = new Thread(() =>
            {
                Thread.SpinWait(spins);
                cancellation.Cancel();
            });
            canceller.Start();
            string expected = Old.Name;
            try
            {
                BookFolder.Write(book, folder.Folder, cancellation.Token);
                expected = book.Name;
            }
            catch (OperationCanceledException)
            {
                // The old book counts.
            }

            canceller.Join();
            Assert.Equal(expected, folder.Read().GetOrThrow().Name);
            Assert.Equal(Files, Directory.GetFileSystemEntries(folder.Folder).Select(Path.GetFileName).Order());
            BookFolder.Write(Old, folder.Folder);
        }
    }

    [Fact]
    public void Write_KeepsWhoMayReadTheFiles()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(folder.PathOf("postings.csv"), Mine);

        BookFolder.Write(New, folder.Folder);

        Assert.Equal(Mine, File.GetUnixFileMode(folder.PathOf("postings.csv")));
    }

    [Theory]
    [InlineData("book.json")]
    [InlineData("budget.csv")]
    [InlineData("key-figures.csv")]
    public void Write_WithAFileLocked_LeavesTheOldBook(string locked)
    {
        using (new FileStream(folder.PathOf(locked), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Assert.Throws<IOException>(() => BookFolder.Write(New, folder.Folder));
        }

        AssertHoldsOldAlone();
    }

    [Fact]
    public void Write_WithAFolderInThePlaceOfAFile_LeavesTheOldBook()
    {
        File.Delete(folder.PathOf("key-figures.csv"));
        Directory.CreateDirectory(folder.PathOf("key-figures.csv"));

        Assert.Throws<IOException>(() => BookFolder.Write(New, folder.Folder));

        Assert.Equal(Postings, File.ReadAllText(folder.PathOf("postings.csv")));
    }

    [Fact]
    public void Write_OfSomethingThatTheFilesCannotHold_LeavesTheOldBook()
    {
        Assert.Throws<ArgumentException>(() => BookFolder.Write(Unwritable(), folder.Folder));

        AssertHoldsOldAlone();
    }

    // Who may put a link into the folder must not decide which file is overwritten.
    [Fact]
    public void Write_WithALinkInThePlaceOfAFile_ReplacesTheLinkAndNotItsTarget()
    {
        string target = other.PathOf("precious.txt");
        File.WriteAllText(target, "precious");
        File.Delete(folder.PathOf("budget.csv"));
        File.CreateSymbolicLink(folder.PathOf("budget.csv"), target);

        BookFolder.Write(New, folder.Folder);

        Assert.Equal("precious", File.ReadAllText(target));
        Assert.Null(new FileInfo(folder.PathOf("budget.csv")).LinkTarget);
        AssertHoldsNewAlone();
    }

    [Fact]
    public void Read_AfterAWriteThatNeverCounted_IsTheOldBookAndSaysSo()
    {
        string aside = PrepareAside(Files[..3]);

        ImportResult<Book> read = folder.Read();

        Assert.Equal("Test", read.GetOrThrow().Name);
        ImportIssue note = Assert.Single(read.Issues);
        Assert.Equal(
            (ImportIssueCode.UnfinishedWrite, ImportSeverity.Note, aside), (note.Code, note.Severity, note.File));
        BookFolder.Write(Old, folder.Folder);
        AssertHoldsOldAlone();
    }

    // The number of files that had reached their places when the write was broken off.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Read_AfterAWriteThatCounted_IsTheNewBookAndTheNextWriteEndsIt(int moved)
    {
        string aside = BreakOff(moved);

        ImportResult<Book> read = folder.Read();
        ImportResult<BookCubes> cubes = BookFolder.ReadCubes(folder.Folder);

        Assert.Equal(aside, Assert.Single(read.Issues).File);
        Assert.Equal(ImportIssueCode.UnfinishedWrite, Assert.Single(cubes.Issues).Code);
        Assert.Equal("Other", read.GetOrThrow().Name);
        Assert.Equal(
            Report(New, "plan", Reports.ReportDimensions.Center),
            Report(read.GetOrThrow(), "plan", Reports.ReportDimensions.Center));
        Assert.Equal(read.Value!.Ledger.Snapshot().ToCube().Cells(), cubes.GetOrThrow().Actual.Cells());

        // A write that ends the one before and fails then leaves that one's book.
        Assert.Throws<ArgumentException>(() => BookFolder.Write(Unwritable(), folder.Folder));
        AssertHoldsNewAlone();
    }

    [Fact]
    public void Read_WithAMarkerCutAtAnyByte_IsTheOldBook()
    {
        BreakOff(moved: 0);
        string marker = folder.PathOf(PendingWrite.MarkerFile);
        byte[] whole = File.ReadAllBytes(marker);

        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(marker, whole[..length]);
            Assert.Equal("Test", folder.Read().GetOrThrow().Name);
        }

        BookFolder.Write(Old, folder.Folder);
        AssertHoldsOldAlone();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Read_AfterAFileOfABrokenOffWriteHasChanged_StopsAndSaysWhatToDo(int moved)
    {
        string aside = BreakOff(moved);
        File.AppendAllText(moved == 0 ? folder.PathOf($"{aside}/postings.csv") : folder.PathOf("postings.csv"), "\n");

        ImportResult<Book> read = folder.Read();

        Assert.Null(read.Value);
        ImportIssue stop = Assert.Single(read.Issues);
        Assert.Equal((ImportIssueCode.UnfinishedWrite, "postings.csv"), (stop.Code, stop.File));
        Assert.Contains(PendingWrite.MarkerFile, stop.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => BookFolder.Write(New, folder.Folder));
    }

    [Fact]
    public void ReadAndWrite_WhileAnotherProgramWrites_AreRefused()
    {
        BreakOff(moved: 2);
        using (new FileStream(
            folder.PathOf(PendingWrite.MarkerFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            ImportIssue stop = Assert.Single(folder.Read().Issues);
            Assert.Contains("being written", stop.Message, StringComparison.Ordinal);
            Assert.Throws<IOException>(() => BookFolder.Write(New, folder.Folder));
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            Assert.Throws<OperationCanceledException>(() => 
                BookFolder.Read(folder.Folder, Stamp, cancellation: soon.Token));
        }

        Assert.Equal("Other", folder.Read().GetOrThrow().Name);
    }

    [Fact]
    public async Task ReadAndWriteAtTheSameTime_SeeOneBookOrTheOther()
    {
        Book[] books = [Old, New];
        string[] expected = [.. books.Select(book => Report(book, "plan", Reports.ReportDimensions.Center))];
        using var end = new CancellationTokenSource();
        Task writer = Task.Run(() =>
        {
            for (int i = 0; !end.IsCancellationRequested; i++)
            {
                BookFolder.Write(books[i % 2], folder.Folder);
            }
        });

        try
        {
            for (int i = 0; i < 200; i++)
            {
                ImportResult<Book> read = folder.Read();
                Assert.All(read.Issues, issue => Assert.Contains(
                    issue.Code, new[] { ImportIssueCode.UnreadableFile, ImportIssueCode.UnfinishedWrite }));
                if (read.Value is Book book)
                {
                    Assert.Equal(
                        book.Name == "Test" ? expected[0] : expected[1],
                        Report(book, "plan", Reports.ReportDimensions.Center));
                }
            }
        }
        finally
        {
            await end.CancelAsync();
            await writer.WaitAsync(TimeSpan.FromMinutes(1));
        }

        Assert.NotNull(folder.Read().Value);
    }

    /// <summary>A book of which a later file has no place for what it holds: two revisions of one budget.</summary>
    private static Book Unwritable()
    {
        var book = new Book("Other", Space());
        foreach (int revision in new[] { 1, 2 })
        {
            Budgets.BudgetVersion version = new Budgets.BudgetVersion.Builder(
                book.Space, "b", revision, Budgets.Phasing.Even(Monetary.RemainderRule.LargestRemainder)).Freeze();
            book.Budgets.Add(version, Stamp).GetOrThrow();
        }

        return book;
    }

    /// <summary>What a write leaves that is broken off when it counts and has moved some of its files.</summary>
    private string BreakOff(int moved)
    {
        string aside = PrepareAside(Files);
        using (FileStream marker = File.Create(folder.PathOf(PendingWrite.MarkerFile)))
        {
            new PendingWrite(
                aside,
                Files.ToDictionary(file => file, file => new FileInfo(folder.PathOf($"{aside}/{file}")).Length))
                .Write(marker);
        }

        foreach (string file in Files[..moved])
        {
            File.Move(folder.PathOf($"{aside}/{file}"), folder.PathOf(file), overwrite: true);
        }

        return aside;
    }

    private string PrepareAside(IEnumerable<string> files)
    {
        string aside = PendingWrite.NewName();
        Directory.CreateDirectory(folder.PathOf(aside));
        using var written = new TestBook();
        BookFolder.Write(New, written.Folder);
        foreach (string file in files)
        {
            File.Copy(written.PathOf(file), folder.PathOf($"{aside}/{file}"));
        }

        File.WriteAllText(folder.PathOf($"{aside}/{PendingWrite.InUseFile}"), "");
        return aside;
    }

    private void AssertHoldsOldAlone()
    {
        Assert.Equal(Files, Names());
        Assert.Equal("Test", folder.Read().GetOrThrow().Name);
        Assert.Equal(Postings, File.ReadAllText(folder.PathOf("postings.csv")));
    }

    private void AssertHoldsNewAlone()
    {
        Assert.Equal(Files, Names());
        Assert.Equal("Other", folder.Read().GetOrThrow().Name);
        Assert.Equal(
            File.ReadAllText(other.PathOf("postings.csv")), File.ReadAllText(folder.PathOf("postings.csv")));
    }

    private IEnumerable<string> Names() =>
        Directory.GetFileSystemEntries(folder.Folder)
            .Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal);
}
