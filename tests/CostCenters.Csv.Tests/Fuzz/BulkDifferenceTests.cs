using CostCenters.Csv.Bulk;
using CostCenters.Csv.Imports;
using Xunit.Abstractions;

namespace CostCenters.Csv.Tests.Fuzz;

public class BulkDifferenceTests(ITestOutputHelper output)
{
    private const int Books = 150;

    private const string Budget = """
        version,center,element,period,amount,quantity
        v2,A1,4000,2024,100.00,1
        v1,A1,4000,2024-P01,-0.05,
        v2,C3,4000,2024,1.00,
        "v,3","x,y",8000,2024-P12,7,"2.5"

        """;

    private const string Postings = "date,center,element,amount,quantity,\"docu\nment\",text\n"
        + "2024-01-31,A1,4000,1.50,,D1,plain\n"
        + "2024-01-31,A1,4000,-2.50,3,D1,\"two\nlines, \"\"quoted\"\"\"\r\n"
        + "2024-02-29,CENTER-OF-MORE-THAN-16-BYTES,8000,3.75,,,\"\"\r\n"
        + "\n"
        + "2024-08-01,C3,4000,1.00,,,not valid\n"
        + "2024-02-30,nobody,4000,1.005,x,,all wrong\n"
        + ",,,,,,\n"
        + "2024-03-01,A1,40\"00,1.00,,,stray \"quote\n"
        + "2024-03-01,\"A1\"x,4000,1.00,,,text after the quote\n"
        + "2024-03-01,A1,4000,1.00,,,\"closed\"\r2\n"
        + "2024-03-02,Ü1,E,0.01,0.000001,,é\n"
        + "2024-03-02,A1\n"
        + "2024-03-02,A1,4000,5.00,,,NUL\0\n"
        + "2024-03-03,\"q\"\"q\",4000,6.00,,,\"last, \r\n and unclosed\n2024-03-03,A1,4000,7.00,,,";

    [Theory]
    [InlineData("\r", "actual: CubeCell", "01")]
    [InlineData("\"\r", "actual: CubeCell", "\"01")]
    [InlineData("\r\r", "bad-number", "01")]
    [InlineData("\n\r", "actual: CubeCell", "01")]
    public void ReadCubes_ReturnAsTheLastByte_BelongsToTheEndOfItsLine(string end, string told, string amount)
    {
        string postings = "date,center,element,amount\n2024-01-31,A1,4000,1.50\r\n2024-01-31,A1,4000,"
            + amount + end;
        using MessyBook book = MessyBook.Of(Budget, postings);
        string plain = book.ReadPlainly();
        Assert.Contains(told, plain, StringComparison.Ordinal);
        BulkDifference.NoneInChunks(plain, postings.Length, 2, settings => book.ReadInBulk(settings));
    }

    [Theory]
    [InlineData("date,center,element,amount\r2024-01-31,A1,4000,1.50\r2024-01-31,A1,4000,2.50\r")]
    [InlineData("date,center,element,amount\r2024-01-31,\"A1\",4000,1.50")]
    public void ReadCubes_ReturnsAlone_StopLikeThePlainReader(string postings)
    {
        using MessyBook book = MessyBook.Of(Budget, postings);
        string plain = book.ReadPlainly();

        Assert.Contains(ImportIssueCode.BadLineEnds, plain, StringComparison.Ordinal);
        Assert.Equal(plain, book.ReadInBulk(new BulkSettings { Threads = 2, ChunkSize = 16 }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void ReadCubes_ChunkBordersAtEveryByte_TellsWhatThePlainReaderTells(int threads)
    {
        using MessyBook book = MessyBook.Of(Budget, Postings);
        string plain = book.ReadPlainly();
        Assert.Contains("bad-quoting", plain, StringComparison.Ordinal);
        BulkDifference.NoneInChunks(plain, Postings.Length, threads, settings => book.ReadInBulk(settings));
    }

    [Fact]
    public void ReadCubes_RowsTooLongToCarry_TellsWhatThePlainReaderTells()
    {
        using MessyBook book = MessyBook.Of(Budget, Postings);
        BulkDifference.NoneWithCarry(book.ReadPlainly(), settings => book.ReadInBulk(settings));
    }

    [Fact]
    public void ReadCubes_MessyBooks_TellsWhatThePlainReaderTells()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");

        Assert.Equal("", FirstDifference(seed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20260331)]
    public void ReadCubes_MessyBooksOfAKnownSeed_TellsWhatThePlainReaderTells(int seed) =>
        Assert.Equal("", FirstDifference(seed));

    // Proves that the books hold something of everything: the comparison above would be easy without.
    [Fact]
    public void MessyBooks_OfAKnownSeed_HaveEveryFaultOfARow()
    {
        var random = new Random(1);
        var told = new System.Text.StringBuilder();
        for (int i = 0; i < Books; i++)
        {
            using MessyBook book = MessyBook.Create(random);
            told.AppendLine(book.ReadPlainly());
        }

        string[] expected =
        [
            ImportIssueCode.MissingValue, ImportIssueCode.UnknownCenter, ImportIssueCode.CenterNotValid,
            ImportIssueCode.UnknownElement, ImportIssueCode.BadDate, ImportIssueCode.BadPeriod,
            ImportIssueCode.BadNumber, ImportIssueCode.TooManyDigits, ImportIssueCode.OutOfRange,
            ImportIssueCode.RaggedRow, ImportIssueCode.BadQuoting, ImportIssueCode.BadEncoding,
            "actual: CubeCell", "v1: CubeCell", "v,3: CubeCell",
        ];
        string all = told.ToString();
        Assert.All(expected, text => Assert.Contains(text, all, StringComparison.Ordinal));
    }

    private static string FirstDifference(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < TestRounds.Of(Books); i++)
        {
            using MessyBook book = MessyBook.Create(random);
            string difference =
                BulkDifference.First(random, book.ReadPlainly(), settings => book.ReadInBulk(settings));
            if (difference.Length > 0)
            {
                return $"seed {seed}, book {i}, {difference}";
            }
        }

        return "";
    }
}
