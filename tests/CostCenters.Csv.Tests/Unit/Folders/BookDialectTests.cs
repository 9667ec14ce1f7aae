using CostCenters.Books;
using CostCenters.Csv.Imports;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit.Folders;

/// <summary>Books whose <c>book.json</c> names the dialect of their tables.</summary>
public class BookDialectTests
{
    private const string German = "date;center;element;amount\n31.01.2026;A;rent;1.234,50\n";

    [Fact]
    public void Read_DialectOfOneFile_LeavesTheOthersToTheContract()
    {
        using TestBook book = new TestBook()
            .With("book.json", WithDialect("""{ "postings.csv": "de-DE" }"""))
            .With("postings.csv", German);

        Assert.Equal(1234.50m, Total(book));
    }

    [Fact]
    public void Read_DialectOfAllFiles_MayExceptSome()
    {
        using TestBook book = new TestBook()
            .With("book.json", WithDialect(
                """{ "*": "en-US", "postings.csv": "de-DE" }"""))
            .With("postings.csv", German);

        Assert.Equal(1234.50m, Total(book));
    }

    [Fact]
    public void Read_ProfileFile_IsReadAndNotTakenForAStrangeFile()
    {
        using TestBook book = new TestBook()
            .With("book.json", WithDialect("""{ "postings.csv": "bank.json" }"""))
            .With("bank.json", """{ "delimiter": ";", "columns": { "center": "KST" }, "amount": { "debit": "S", "credit": "H" } }""")
            .With("postings.csv", "date;KST;element;S;H\n2026-01-31;A;rent;1.00;\n2026-01-31;A;rent;;0.25\n");

        Assert.Equal(0.75m, Total(book));
        Assert.Empty(BookFolder.ReadCubes(book.Folder).Issues);
    }

    [Fact]
    public void Read_ProfilesInCode_OutweighTheBook()
    {
        using TestBook book = new TestBook().With("book.json", WithDialect("\"de-DE\""));

        Assert.NotNull(BookFolder.Read(book.Folder, Stamp, new BookProfiles(ImportProfile.Contract)).Value);
        Assert.Null(BookFolder.Read(book.Folder, Stamp).Value);
    }

    [Theory]
    [InlineData("\"xx-XX\"", "book.json", "There is no dialect xx-XX")]
    [InlineData("7", "book.json", "a culture such as")]
    [InlineData("""{ "posting.csv": "de-DE" }""", "book.json", "no such table")]
    [InlineData("""{ "postings.csv": "gone.json" }""", "book.json", "a file 'gone.json'")]
    [InlineData("""{ "postings.csv": "../x.json" }""", "book.json", "within the folder")]
    [InlineData("""{ "postings.csv": "bad.json" }""", "bad.json", "columns.centre")]
    public void Read_DialectThatIsNone_StopsTheBookAndSaysWhy(string dialect, string file, string message)
    {
        using TestBook book = new TestBook()
            .With("book.json", WithDialect(dialect))
            .With("bad.json", """{ "columns": { "centre": "A" } }""");

        ImportResult<Book> result = BookFolder.Read(book.Folder, Stamp);

        Assert.Null(result.Value);
        Assert.Contains(result.Issues, issue =>
            issue.File == file
            && issue.Severity == ImportSeverity.FileStopped
            && issue.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Scale_IsThatOfTheBook()
    {
        using TestBook book = new TestBook()
            .With("book.json", Description.Replace("\"EUR\"", "\"EUR\", \"scale\": 6", StringComparison.Ordinal))
            .With("postings.csv", "date,center,element,amount\n2026-01-31,A,rent,0.123456\n");

        Assert.Equal(0.123456m, Total(book));
    }

    private static string WithDialect(string dialect) =>
        Description.Replace("\"EUR\"", $"\"EUR\", \"dialect\": {dialect}", StringComparison.Ordinal);

    /// <summary>The sum of the postings, the same in memory and in cubes.</summary>
    private static decimal Total(TestBook folder)
    {
        Book book = BookFolder.Read(folder.Folder, Stamp).GetOrThrow();
        BookCubes cubes = BookFolder.ReadCubes(folder.Folder).GetOrThrow();
        decimal sum = book.Ledger.Snapshot().Postings().Sum(posting => posting.Amount);

        Assert.Equal(sum, cubes.Actual.Cells().Sum(cell => cell.Amount));
        return sum;
    }
}
