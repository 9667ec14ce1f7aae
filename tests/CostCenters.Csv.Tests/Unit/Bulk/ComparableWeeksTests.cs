using System.Globalization;
using System.Text;
using CostCenters.Cubes;
using NodaTime;

namespace CostCenters.Csv.Tests.Unit.Bulk;

/// <summary>The bulk import and the ledger give one answer; 2023 has 53 weeks.</summary>
public class ComparableWeeksTests
{
    private const string Description = """
        { "name": "Weeks", "currency": "EUR",
          "calendar": { "kind": "weeks", "pattern": "4-4-5", "yearNamedBy": "start", "week53": 3,
            "yearEnd": { "month": 1, "weekday": "saturday", "rule": "nearest" } } }
        """;

    [Theory] // In order of date whole batches are of one period, in disorder none; quoted rows go to the plain reader.
    [InlineData(1, true, true)]
    [InlineData(2, true, false)]
    [InlineData(1, false, false)]
    [InlineData(3, false, true)]
    public void ReadCubes_ComparableWeeks_AreThoseOfTheLedger(int threads, bool inOrder, bool quantities)
    {
        using TestBook book = Book(Rows(20_000, inOrder));

        BookCubes bulk = BookFolder.ReadCubes(
            book.Folder, threads, quantities: quantities, comparableWeeks: true).GetOrThrow();

        var ledger = BookFolder.Read(book.Folder, TestBook.Stamp).GetOrThrow().Ledger.Snapshot();
        Assert.Equal(Cells(ledger.ToComparableWeeks(), quantities), Cells(bulk.ComparableWeeks!, quantities));
        Assert.Equal(Cells(ledger.ToCube(), quantities), Cells(bulk.Actual, quantities));
        Assert.NotEqual(Cells(bulk.Actual, quantities), Cells(bulk.ComparableWeeks!, quantities));
    }

    [Fact]
    public void ReadCubes_LastWeeksOfTheCalendar_HaveNoYearAfter()
    {
        using TestBook book = Book(
            "2149-12-31,A,rent,1,,,\n2149-01-02,A,rent,2,,,\n2149-01-01,A,rent,4,,,\n\"2149-12-30\",A,rent,8,,,\n");

        BookCubes cubes = BookFolder.ReadCubes(book.Folder, comparableWeeks: true).GetOrThrow();

        Assert.Equal(15m, cubes.Actual.Cells().Sum(cell => cell.Amount));
        Assert.Equal(4m, Assert.Single(cubes.ComparableWeeks!.Cells()).Amount);
    }

    [Fact]
    public void ReadCubes_NotAskedForOrMonths_HasNone()
    {
        using TestBook weeks = Book("2023-02-06,A,rent,1,,,\n");
        using var months = new TestBook();

        Assert.Null(BookFolder.ReadCubes(weeks.Folder).GetOrThrow().ComparableWeeks);
        Assert.Null(BookFolder.ReadCubes(months.Folder, comparableWeeks: true).GetOrThrow().ComparableWeeks);
    }

    private static TestBook Book(string rows) => new TestBook()
        .With("book.json", Description)
        .With("centers.csv", "code,name,kind\nA,Alpha,profit\nB,Beta,cost\n")
        .With("budget.csv", "version,center,element,period,amount\n")
        .With("postings.csv", "date,center,element,amount,quantity,document,text\n" + rows)
        .Without("key-figures.csv");

    private static string Rows(int count, bool inOrder)
    {
        var rows = new StringBuilder();
        for (int row = 0; row < count; row++)
        {
            // Four years from 2022 on, day by day or all over the place; 1,459 is prime.
            int day = inOrder ? row * 1_459 / count : row * 577 % 1_459;
            string date = new LocalDate(2022, 1, 1).PlusDays(day).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            string quote = row % 97 == 0 ? "\"" : "";
            string quantity = row % 3 == 0 ? $"{row % 11}.5" : "";
            rows.Append(CultureInfo.InvariantCulture, $"{quote}{date}{quote},{(row % 2 == 0 ? "A" : "B")},")
                .Append(CultureInfo.InvariantCulture, $"{(row % 5 == 0 ? "sales" : "rent")},{row % 1_000}.25,")
                .Append(quantity).Append(",,\n");
        }

        return rows.ToString();
    }

    private static IEnumerable<string> Cells(Cube cube, bool quantities) =>
        cube.Cells().Select(cell => FormattableString.Invariant(
            $"{cell.Address.Center} {cell.Address.Element} {cell.Address.Period} {cell.Amount} ")
            + (quantities ? cell.Quantity?.ToString(CultureInfo.InvariantCulture) : ""));
}
