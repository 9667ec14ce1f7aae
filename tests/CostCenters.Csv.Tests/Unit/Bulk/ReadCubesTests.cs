using System.Globalization;
using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Tests.Fuzz;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Structure;

namespace CostCenters.Csv.Tests.Unit.Bulk;

public class ReadCubesTests
{
    private const string Budget = "version,center,element,period,amount\nv,A1,4000,2024,1200\n";
    private const string Header = "date,center,element,amount,quantity,document,text\n";

    private static readonly CellAddress January =
        new(new CenterCode("A1"), new ElementCode("4000"), new FiscalPeriod(2024, 1));

    private static readonly CellAddress March =
        new(new CenterCode("A1"), new ElementCode("8000"), new FiscalPeriod(2024, 3));

    [Fact]
    public void ReadCubes_YearRow_IsSpreadOverItsPeriods()
    {
        using MessyBook book = MessyBook.Of(Budget, Rows(1));

        BookCubes cubes = BookFolder.ReadCubes(book.Folder).GetOrThrow();

        Assert.Equal([("v", LayerKey.Budget("v", 1))], cubes.Budgets.Select(budget => (budget.Name, budget.Layer)));
        Assert.Equal(Enumerable.Repeat(100m, 12), cubes.Budgets[0].Cube.Cells().Select(cell => cell.Amount));
    }

    [Fact]
    public void ReadCubes_ManyRows_TellsProgressInOrder()
    {
        using MessyBook book = MessyBook.Of(Budget, Rows(20_000));
        var told = new Collector();

        BookFolder.ReadCubes(
            book.Folder,
            BookProfiles.Unspecified,
            new BulkSettings { Threads = 2, ChunkSize = 4_096 },
            told,
            CancellationToken.None);

        Assert.True(told.Reports.Count > 20);
        Assert.Equal(told.Reports.OrderBy(report => report.BytesRead), told.Reports);
        Assert.Equal(told.Reports.OrderBy(report => report.RowsRead), told.Reports);
        Assert.Equal(20_001, told.Reports[^1].RowsRead);
        Assert.Equal(told.Reports[^1].TotalBytes, told.Reports[^1].BytesRead);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void ReadCubes_CanceledInTheMiddle_Throws(int threads)
    {
        using MessyBook book = MessyBook.Of(Budget, Rows(20_000));
        using var source = new CancellationTokenSource();
        var told = new Collector { Then = report => CancelAfterHalf(report, source) };

        Assert.Throws<OperationCanceledException>(() => BookFolder.ReadCubes(
            book.Folder,
            BookProfiles.Unspecified,
            new BulkSettings { Threads = threads, ChunkSize = 1_024 },
            told,
            source.Token));
        Assert.True(told.Reports[^1].BytesRead < told.Reports[^1].TotalBytes);
    }

    [Theory]
    [InlineData(-1_000)]
    [InlineData(1_000)]
    public void ReadCubes_FileChangesItsLengthMeanwhile_StopsTheBook(int bytes)
    {
        using MessyBook book = MessyBook.Of(Budget, Rows(20_000));
        string path = Path.Combine(book.Folder, "postings.csv");
        bool isChanged = false;
        var told = new Collector { Then = _ => isChanged = isChanged || Change() };

        ImportResult<BookCubes> result = BookFolder.ReadCubes(
            book.Folder,
            BookProfiles.Unspecified,
            new BulkSettings { Threads = 2, ChunkSize = 1_024 },
            told,
            CancellationToken.None);

        Assert.Null(result.Value);
        Assert.Contains(result.Issues, issue => issue.Code == ImportIssueCode.UnreadableFile);

        bool Change()
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.SetLength(file.Length + bytes);
            return true;
        }
    }

    [Fact]
    public void FindPostings_TwoCells_AreThoseOfTheLedgerInOrder()
    {
        using MessyBook book = MessyBook.Of(
            Budget,
            Header
                + "2024-01-31,A1,4000,1.50,2,D1,plain\n2024-01-30,A1,4000,-0.50,,,\"two\nlines\"\n"
                + "2024-03-01,A1,4000,9,,,\n",
            Header
                + "2024-01-01,\"A1\",4000,7.00,1,,\n2024-01-32,A1,4000,1,,,\n"
                + "2024-03-31,A1,8000,2.00,,D2,\"a \"\"b\"\"\"");
        Book plain = BookFolder.Read(
            book.Folder, new CommandStamp("test", NodaTime.Instant.FromUnixTimeSeconds(0))).Value!;
        for (int size = 1; size < 300; size += 7)
        {
            BookCubes cubes = BookFolder.ReadCubes(
                book.Folder,
                BookProfiles.Unspecified,
                new BulkSettings { Threads = 2, ChunkSize = size },
                null,
                CancellationToken.None).Value!;
            var found = cubes.FindPostings([January, March, January]);

            Assert.Equal(plain.Ledger.Snapshot().PostingsOf(January), found[January]);
            Assert.Equal(plain.Ledger.Snapshot().PostingsOf(March), found[March]);
            Assert.Equal(3, found[January].Length);
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public void FindPostings_OtherDialect_ReadsByTheSameProfile(string encoding)
    {
        using MessyBook book = MessyBook.Of(
            Budget,
            "Datum;center;element;amount;text\n31.01.2024;A1;4000;1.250,50;one\n30.01.2024;A1;4000;-0,50;two\n"
                + "01.03.2024;A1;8000;-7,00;turned\n");
        BookProfiles profiles = new BookProfiles().WithPostings(ImportProfile.Contract
            .WithDelimiter(';').WithEncoding(encoding).WithNumbers(',', ".").WithDatePatterns("dd.MM.uuuu")
            .WithColumn("date", "Datum").WithAmountSigns(AmountSigns.DebitPositive));
        BookCubes cubes = BookFolder.ReadCubes(book.Folder, threads: 2, profiles: profiles).GetOrThrow();

        Assert.Equal(
            [(1250.50m, "one"), (-0.50m, "two")],
            cubes.FindPostings([January])[January].Select(posting => (posting.Amount, posting.Text!)));
        Assert.Equal([1250m, 7m], cubes.Actual.Cells().Select(cell => cell.Amount));
    }

    [Fact]
    public void ReadCubes_WithoutQuantities_TakesTheSameRowsAndFindsThem()
    {
        using MessyBook book = MessyBook.Of(
            "version,center,element,period,amount,quantity\nv,A1,4000,2024,1200.00,12\nv,A1,4000,2024-P01,1,2\n",
            Header + "2024-01-31,A1,4000,1.50,2,,\n2024-01-30,A1,4000,-0.50,,,\n2024-01-30,A1,4000,1,1e3,,\n");
        ImportResult<BookCubes> whole = BookFolder.ReadCubes(book.Folder);
        ImportResult<BookCubes> bare = BookFolder.ReadCubes(book.Folder, quantities: false);

        Assert.Equal(whole.Issues.Select(issue => issue.ToString()), bare.Issues.Select(issue => issue.ToString()));
        Assert.Contains(bare.Issues, issue => issue.Column == "quantity");
        Assert.Equal(2m, Assert.Single(whole.Value!.Actual.Cells()).Quantity);
        Assert.Equal(
            whole.Value!.Actual.Cells().Concat(whole.Value!.Budgets[0].Cube.Cells())
                .Select(cell => (cell.Address, cell.Amount, (decimal?)null)),
            bare.Value!.Actual.Cells().Concat(bare.Value!.Budgets[0].Cube.Cells())
                .Select(cell => (cell.Address, cell.Amount, cell.Quantity)));
        Assert.Equal([2m, null], bare.Value!.FindPostings([January])[January].Select(posting => posting.Quantity));
    }

    [Fact]
    public void FindPostings_FilesHaveChanged_Throws()
    {
        using MessyBook book = MessyBook.Of(Budget, Rows(10));
        BookCubes cubes = BookFolder.ReadCubes(book.Folder).GetOrThrow();
        File.AppendAllText(Path.Combine(book.Folder, "postings.csv"), "2024-01-31,A1,4000,1,,,\n");

        Assert.Throws<IOException>(() => cubes.FindPostings([January]));
        Assert.Empty(cubes.FindPostings([March])[March]);
    }

    [Fact]
    public void ReadCubes_SumOutgrowsABlock_IsTold()
    {
        string rows = string.Concat(Enumerable.Repeat("2024-01-31,A1,4000,1000000000000000,,,\n", 93));
        using MessyBook book = MessyBook.Of(Budget, Header + rows);

        Assert.Throws<AmountOverflowException>(() => BookFolder.ReadCubes(book.Folder, threads: 2));
        Assert.Contains("outgrows", book.ReadPlainly(), StringComparison.Ordinal);
        Assert.Equal(book.ReadPlainly(), book.ReadInBulk(new BulkSettings { Threads = 2, ChunkSize = 100 }));
    }

    [Theory] // Batches of rows that are all good, all odd, of several periods, or of days on which a center is closed.
    [InlineData(1)]
    [InlineData(2)]
    public void ReadCubes_StretchesOfAlikeRows_AreTakenAsByThePlainReader(int threads)
    {
        string[] kinds =
        [
            "2024-01-31,A1,4000,1.25,,,\n",
            "2024-1-31,A1,4000,1.25,,,\n",
            "2024-02-29,A1,8000,-1.25,3,,\n2024-03-01,A1,8000,2,,,\n",
            "2024-06-15,C3,4000,7.25,,,\n2024-08-01,C3,4000,1.00,,,\n",
            "2024-05-05,A1,4000,x,,,\n",
            "2024-05-05,A1,4000,1,-,,\n",
            "2024-05-05,A1,4000,,,\n",
        ];
        string rows = string.Concat(kinds.Concat(kinds.Reverse())
            .Select(kind => string.Concat(Enumerable.Repeat(kind, 2_500))));
        using MessyBook book = MessyBook.Of(Budget, Header + rows);

        Assert.Equal(book.ReadPlainly(), book.ReadInBulk(new BulkSettings { Threads = threads }));
    }

    [Fact]
    public void ReadCubes_VersionsOfRefusedRowsAlone_TakeNoCubes()
    {
        const int count = 5_000;
        string rows = string.Concat(Enumerable.Range(0, count).Select(i => $"w{i},nowhere,4000,2024,1\n"));
        using MessyBook book = MessyBook.Of(Budget + rows, Rows(1));
        long before = GC.GetAllocatedBytesForCurrentThread();

        BookCubes cubes = BookFolder.ReadCubes(book.Folder, threads: 1).Value!;

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Single(cubes.Budgets);
        Assert.InRange(allocated, 1, count * 8_000L);
    }

    [Fact]
    public void ReadCubes_MoreRows_AllocateLessThanAByteEach()
    {
        const int count = 100_000;
        Allocated(1_000);

        long few = Allocated(count);
        long many = Allocated(4 * count);

        Assert.InRange(many - few, long.MinValue, 3 * count);
    }

    private static long Allocated(int rows)
    {
        using MessyBook book = MessyBook.Of(Budget, Rows(rows));
        long before = GC.GetAllocatedBytesForCurrentThread();
        BookCubes cubes = BookFolder.ReadCubes(book.Folder, threads: 1).GetOrThrow();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(12, cubes.Budgets[0].Cube.CellCount);
        Assert.NotEqual(0, cubes.Actual.CellCount);
        return allocated;
    }

    private static void CancelAfterHalf(ImportProgress report, CancellationTokenSource source)
    {
        if (report.BytesRead > report.TotalBytes / 2)
        {
            source.Cancel();
        }
    }

    private static string Rows(int count) => Header + string.Concat(Enumerable.Range(0, count).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"2024-01-{1 + (i % 31):00},A1,4000,{i}.25,,D{i},text {i}\n")));

    private sealed class Collector : IProgress<ImportProgress>
    {
        public List<ImportProgress> Reports { get; } = [];

        public Action<ImportProgress>? Then { get; init; }

        public void Report(ImportProgress value)
        {
            Reports.Add(value);
            Then?.Invoke(value);
        }
    }

    // Whatever the chunks and threads: the first rows of the file, each with all of its faults.
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(300, true)]
    [InlineData(7, false)] // Read by one thread to the end.
    public void MostTold_OfManyFaultyRows_AreTheFirstOfTheFile(int mostTold, bool isSplit)
    {
        string rows = string.Concat(Enumerable.Range(0, 600).Select(row =>
            row % 3 == 0 ? $"2026-01-{row % 40:D2},X{row},rent,1.234,,,\n" : "2026-01-31,A,rent,1,,,\n"));
        using TestBook book = new TestBook().With("postings.csv", TestBook.Postings + rows);
        ImportResult<BookCubes> whole = BookFolder.ReadCubes(book.Folder);
        long[] lines = [.. whole.Issues.Select(issue => issue.Line!.Value).Distinct().Take(mostTold)];
        ImportIssue[] expected = [.. whole.Issues.Where(issue => lines.Contains(issue.Line!.Value))];

        var settings = from threads in new[] { 1, 2, 7 } from size in new[] { 50, 300, 4_000 } select (threads, size);
        Assert.All(settings, each =>
        {
            ImportResult<BookCubes> some = BookFolder.ReadCubes(
                book.Folder,
                isSplit ? BookProfiles.Unspecified : new BookProfiles(ImportProfile.Contract.WithMaximumRows(5_000)),
                new BulkSettings
                {
                    Threads = each.threads, ChunkSize = each.size, LongestCarry = each.size / 10, MostTold = mostTold,
                },
                progress: null,
                CancellationToken.None);

            Assert.Equal(expected, some.Issues);
            Assert.Equal(whole.Counts, some.Counts);
            Assert.Equal(Math.Max(0, 200 - mostTold), some.Files.Sum(file => file.Untold));
            Assert.Equal(0, whole.Files.Sum(file => file.Untold));
        });
    }
}
