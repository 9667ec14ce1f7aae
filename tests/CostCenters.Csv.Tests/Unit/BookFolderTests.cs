using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using NodaTime;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

public class BookFolderTests
{
    [Fact]
    public void Read_BookWithAReadme_HasNothingToTellOfIt()
    {
        using TestBook book = new TestBook().With("README.md", "# Our book\n").With("readme.txt", "");

        Assert.Equal(
            ["readme.txt"],
            BookFolder.ReadCubes(book.Folder).Issues
                .Where(issue => issue.Code == ImportIssueCode.IgnoredFile).Select(issue => issue.File));
    }

    [Fact]
    public void Read_SoundBook_HasEverythingInIt()
    {
        using var folder = new TestBook();

        ImportResult<Book> result = folder.Read();

        Book book = result.GetOrThrow();
        Assert.Empty(result.Issues);
        Assert.Equal("Test", book.Name);
        Assert.Equal(("EUR", 2), (book.Space.Currency.Code, book.Space.Scale.Digits));
        Assert.Equal("plan", Assert.Single(book.Snapshot().Budgets).Name);
        Assert.Equal(3, book.Ledger.Snapshot().PostingCount);
        Assert.Equal(3.5m, Assert.Single(book.Snapshot().KeyFigures).Value);
        Assert.Equal(
            ["centers.csv", "elements.csv", "budget.csv", "postings.csv", "key-figures.csv"],
            result.Files.Select(file => file.Name));
        Assert.Equal([3, 2, 2, 3, 1], result.Files.Select(file => file.Counts.Accepted));
        Assert.Equal(11, result.Counts.Read);
    }

    [Fact]
    public void Read_WithoutKeyFigures_IsComplete()
    {
        using TestBook folder = new TestBook().Without("key-figures.csv");

        Assert.Empty(folder.Read().GetOrThrow().Snapshot().KeyFigures);
    }

    [Fact]
    public void Read_FolderOfPostings_IsReadInOrdinalOrder()
    {
        const string Header = "date,center,element,amount\n";
        using TestBook folder = new TestBook()
            .Without("postings.csv")
            .With("postings/b.csv", Header + "2026-01-02,A,rent,2\n")
            .With("postings/a2.csv", Header + "2026-01-02,A,rent,x\n")
            .With("postings/a10.csv", Header + "2026-01-02,A,rent,1\n")
            .With("postings/Z.csv", Header + "2026-01-02,A,rent,0\n")
            .With("postings/deeper/c.csv", Header)
            .With("postings/notes.txt", "");

        ImportResult<Book> result = folder.Read();

        Assert.Equal(
            ["postings/Z.csv", "postings/a10.csv", "postings/a2.csv", "postings/b.csv"],
            result.Files.Select(file => file.Name)
                .Where(name => name.StartsWith("postings", StringComparison.Ordinal)));
        Assert.Equal([0m, 1m, 2m], result.Value!.Ledger.Snapshot().Postings().Select(posting => posting.Amount));
        Assert.Equal(
            ["postings/deeper", "postings/notes.txt"],
            result.Issues.Where(issue => issue.Code == ImportIssueCode.IgnoredFile).Select(issue => issue.File));
        Assert.Equal("postings/a2.csv", result.Issues.Single(issue => issue.Code == ImportIssueCode.BadNumber).File);
        Assert.True(result.Value.Ledger.Snapshot().TryGetDocument(new DocumentId("postings/b.csv"), out _));
    }

    [Fact]
    public void Read_UnknownFilesAndColumns_AreToldAndIgnored()
    {
        using TestBook folder = new TestBook()
            .With("notes.txt", "")
            .With("budgets.csv", "")
            .With("postings", "a file, not a folder")
            .With("elements.csv", "code,name,nature,group\nrent,Rent,cost,x\nsales,Sales,revenue,x\n")
            .With("book.json", Description.Replace("{ \"name\"", "{ \"owner\": 1, \"name\"", StringComparison.Ordinal));

        ImportResult<Book> result = folder.Read();

        Assert.True(result.IsComplete);
        Assert.Equal(
            ["book.json ignored-column", "budgets.csv ignored-file", "notes.txt ignored-file", "postings ignored-file",
                "elements.csv ignored-column"],
            result.Issues.Select(issue => $"{issue.File} {issue.Code}"));
    }

    [Fact]
    public void Read_MissingFolder_StopsAndSaysSo()
    {
        using var folder = new TestBook();

        ImportResult<Book> missing = BookFolder.Read(folder.PathOf("gone"), Stamp);
        ImportResult<Book> file = BookFolder.Read(folder.PathOf("book.json"), Stamp);

        Assert.Equal(ImportIssueCode.MissingFile, Assert.Single(missing.Issues).Code);
        Assert.Contains("does not exist", missing.Issues[0].Message, StringComparison.Ordinal);
        Assert.Contains("this is a file", Assert.Single(file.Issues).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BookFolder.Read("", Stamp));
        Assert.Throws<ArgumentNullException>(() => BookFolder.Read(folder.Folder, null!));
    }

    [Fact]
    public void Read_EverythingMissing_TellsEachFile()
    {
        using TestBook folder = new TestBook()
            .Without("book.json").Without("centers.csv").Without("elements.csv")
            .Without("budget.csv").Without("postings.csv").Without("key-figures.csv");

        Assert.Equal(
            ["book.json", "centers.csv", "elements.csv", "budget.csv", "postings.csv"], Stopped(folder.Read()));
    }

    [Fact]
    public void Read_SeveralFilesWrongAtOnce_TellsAllOfThem()
    {
        using TestBook folder = new TestBook()
            .With(
                "book.json",
                """{ "currency": { "code": "X" }, "calendar": { "kind": "months", "firstMonth": 13 } }""")
            .With("centers.csv", "code,name,kind\nA,Alpha,bad\n,Beta,cost\n")
            .With("elements.csv", "code,name,nature,NAME\n")
            .With("budget.csv", "version,center\n")
            .With("postings.csv", "")
            .With("key-figures.csv", "period,center,key_figure,val\0ue\n");

        ImportResult<Book> result = folder.Read();

        Assert.Null(result.Value);
        Assert.Equal(
            """
            book.json bad-book name: a text was expected, the field is missing.
            book.json bad-book currency.digits: a number from 0 to 8 was expected, the field is missing.
            book.json bad-book calendar.firstMonth: a whole number from 1 to 12 was expected.
            book.json bad-book calendar.yearNamedBy: a text was expected, the field is missing.
            centers.csv:2 kind bad-kind
            centers.csv:3 code missing-value
            elements.csv:1 duplicate-column
            budget.csv:1 missing-column
            budget.csv:1 missing-column
            budget.csv:1 missing-column
            postings.csv:1 no-header
            key-figures.csv:1 bad-encoding
            """.ReplaceLineEndings("\n"),
            string.Join('\n', result.Issues.Select(issue => issue.File == "book.json"
                ? $"{issue.File} {issue.Code} {issue.Message}"
                : $"{issue.File}:{Faults([issue])}")));
    }

    [Theory]
    [InlineData("budget.csv", "version,center,element,period\n")]
    [InlineData("postings.csv", "date,center,element\n")]
    [InlineData("key-figures.csv", "period,center,value\n")]
    [InlineData("postings.csv", "\uFEFF\uFEFFdate,center,element,amount\n")]
    [InlineData("budget.csv", "\nversion,center,element,period,amount\n")]
    public void Read_HeaderOfATableWrong_StopsTheBook(string file, string text)
    {
        using TestBook folder = new TestBook().With(file, text);

        Assert.Equal([file], Stopped(folder.Read()));
    }

    [Fact]
    public void Read_PostingsTwiceOrNowhere_StopsTheBook()
    {
        using TestBook both = new TestBook().With("postings/a.csv", "date,center,element,amount\n");
        using TestBook neither = new TestBook().Without("postings.csv").With("postings/a.txt", "");

        Assert.Equal(["postings.csv"], Stopped(both.Read()));
        Assert.Equal(["postings"], Stopped(neither.Read()));
    }

    [Theory]
    [InlineData("""{ "code": "XYZ", "digits": 3 }""", "XYZ", 3)]
    [InlineData("""{ "digits": 4, "code": "EUR " }""", "EUR ", 4)]
    [InlineData("""{ "code": "EUR", "digits": 2 }""", "EUR", 2)]
    [InlineData("\"HRK\"", "HRK", 2)]
    [InlineData("\"XAD\"", "XAD", 2)]
    public void Read_CurrencyOfTheListOrDeclared_ComesBackWhenWritten(string json, string code, int digits)
    {
        using TestBook folder = new TestBook().With("book.json", Declared(json));
        Book book = folder.Read().GetOrThrow();
        using var copy = new TestBook();
        BookFolder.Write(book, copy.Folder);

        Assert.Equal(Currency.Custom(code, digits), book.Space.Currency);
        Assert.Equal(book.Space.Currency, copy.Read().GetOrThrow().Space.Currency);
        Assert.Equal(digits, book.Space.Scale.Digits);
    }

    [Fact] // The book of 2022 is as good as any; the kuna ended with that year.
    public void Read_PostingsAfterTheWithdrawalOfTheCurrency_ToldInOneNote()
    {
        const string Header = "date,center,element,amount\n";
        using TestBook folder = new TestBook()
            .With("book.json", Description.Replace("EUR", "HRK", StringComparison.Ordinal))
            .Without("postings.csv")
            .With("postings/2022.csv", Header + "2022-12-31,A,rent,1.00\n")
            .With(
                "postings/2023.csv",
                Header + "2022-12-31,A,rent,1.00\n2023-01-01,A,rent,x\n2023-01-01,A,rent,2.00\n"
                    + "\"2023-02-01\",A,rent,4\n");
        ImportResult<Book> rows = folder.Read();
        ImportResult<BookCubes> bulk = BookFolder.ReadCubes(folder.Folder, threads: 2);

        ImportIssue note = Assert.Single(rows.Issues, issue => issue.Severity == ImportSeverity.Note);
        Assert.Equal(
            ("currency-withdrawn", "postings/2023.csv", 4L, "date"), (note.Code, note.File, note.Line, note.Column));
        Assert.Contains("HRK was withdrawn on 2023-01-01; 2 rows", note.Message, StringComparison.Ordinal);
        Assert.Equal(4, rows.Value!.Ledger.Snapshot().Postings().Count());
        Assert.Equal(rows.Issues.AsEnumerable(), bulk.Issues);
        Assert.Equal(8.00m, bulk.Value!.Actual.Cells().Sum(cell => cell.Amount));
    }

    public static TheoryData<string, string> WrongBooks => new()
    {
        { "", "The file is no JSON from byte 1 of the line on. Correct the text." },
        { "{", "The file is no JSON" },
        { "[]", "The file: an object { ... } was expected" },
        { "{}", "name: a text was expected" },
        { "{ \"name\": 1, \"currency\": \"EUR\" }", "calendar: an object { ... } was expected" },
        { Description.Replace("EUR", "eur", StringComparison.Ordinal), "currency: a code of ISO 4217" },
        { Declared("""{ "digits": 2 }"""), "currency.code: a text was expected" },
        { Declared("""{ "code": " ", "digits": 2 }"""), "currency.code: a text that is not blank" },
        { Declared("""{ "code": "XYZ", "digits": 9 }"""), "currency.digits: a whole number from 0 to 8" },
        { Declared("""{ "code": "XYZ", "digits": "2" }"""), "currency.digits: a whole number from 0 to 8" },
        { Declared("""{ "code": "JPY", "digits": 2 }"""), "currency.digits: JPY has 0 of them by ISO 4217, 2 came" },
        { Declared("2"), "currency: a text was expected" },
        { Description.Replace("months", "days", StringComparison.Ordinal), "calendar.kind: one of months, weeks" },
        { Description.Replace("1 }", "\"1\" }", StringComparison.Ordinal), "calendar.firstMonth: a whole number" },
        { Description.Replace("1 }", "1.5 }", StringComparison.Ordinal), "calendar.firstMonth: a whole number" },
        { Description.Replace("1 }", "4 }", StringComparison.Ordinal), "calendar.yearNamedBy: a text was expected" },
        {
            Description.Replace("1 }", "4, \"yearNamedBy\": \"both\" }", StringComparison.Ordinal),
            "calendar.yearNamedBy: one of start, end was expected, 'both' came"
        },
        {
            Description.Replace("{ \"name\"", "{ \"name\": \"x\", \"name\"", StringComparison.Ordinal),
            "name: the field stands twice"
        },
        { Weeks("\"pattern\": \"4-4-6\""), "calendar.pattern: '4-4-6' is not a pattern of weeks; write 4-4-5" },
        { Weeks("\"yearEnd\": 1"), "calendar.yearEnd: an object" },
        { Weeks("\"week53\": 13"), "calendar.week53: a whole number from 1 to 12" },
        { Weeks("\"week53\": 0"), "calendar.week53: a whole number from 1 to 12" },
        {
            Weeks("\"yearEnd\": { \"month\": 0, \"weekday\": \"Sunday\", \"rule\": \"first\" }"),
            "calendar.yearEnd.month: a whole number from 1 to 12"
        },
        { Description.Replace("Test", "\\ud800", StringComparison.Ordinal), "no characters" },
    };

    [Theory]
    [MemberData(nameof(WrongBooks))]
    public void Read_WrongDescription_StopsTheBookAndSaysWhere(string json, string message)
    {
        using TestBook folder = new TestBook().With("book.json", json);

        ImportResult<Book> result = folder.Read();

        Assert.Null(result.Value);
        Assert.Contains(result.Issues, issue => issue.Message.StartsWith(message, StringComparison.Ordinal)
            || issue.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(result.Issues, issue => Assert.Equal("book.json", issue.File));
    }

    [Fact]
    public void Read_DescriptionWithBytesThatAreNoText_StopsTheBook()
    {
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes(
            Description.Replace("Test", "Müller", StringComparison.Ordinal));
        using TestBook folder = new TestBook().With("book.json", bytes);

        ImportIssue issue = Assert.Single(folder.Read().Issues);
        Assert.Equal(("book.json", ImportIssueCode.BadEncoding), (issue.File, issue.Code));
    }

    [Fact]
    public void Read_WeekCalendar_IsThatCalendar()
    {
        using TestBook folder = new TestBook().With("book.json", Weeks("\"week53\": 5"));

        Assert.Equal(
            FiscalCalendar.Weeks(
                WeekPattern.FourFourFive, new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Last), YearNaming.End, 5),
            folder.Read().GetOrThrow().Space.Calendar);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameBook()
    {
        using TestBook given = new TestBook().With("book.json", Weeks("\"week53\": 5"));
        using var written = new TestBook();
        Book book = given.Read().GetOrThrow();

        BookFolder.Write(book, written.Folder);

        Assert.All(
            ["centers.csv", "elements.csv", "budget.csv", "key-figures.csv", "postings.csv"],
            file => Assert.Equal(File.ReadAllText(given.PathOf(file)), File.ReadAllText(written.PathOf(file))));
        Book read = written.Read().GetOrThrow();
        Assert.Equal((book.Name, book.Space.Calendar), (read.Name, read.Space.Calendar));
    }

    [Fact]
    public void Write_IntoAFolderWithAFolderOfPostings_IsRefused()
    {
        using var given = new TestBook();
        using TestBook taken = new TestBook().With("postings/a.csv", "");

        Assert.Throws<IOException>(() => BookFolder.Write(given.Read().GetOrThrow(), taken.Folder));
    }

    [Fact]
    public void Read_SameBookAgain_SaysTheSameInEveryCulture()
    {
        using TestBook folder = new TestBook()
            .With("postings.csv", Postings + "2026-01-31,x,y,1.2.3,,,\n")
            .With("other.txt", "");
        string expected = Told();
        foreach (string culture in (string[])["de-DE", "tr-TR", "ar-SA"])
        {
            System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
            try
            {
                System.Globalization.CultureInfo.CurrentCulture = new(culture);
                Assert.Equal(expected, Told());
            }
            finally
            {
                System.Globalization.CultureInfo.CurrentCulture = before;
            }
        }

        string Told()
        {
            ImportResult<Book> result = folder.Read();
            return string.Join('\n', result.Issues) + Report(result.Value!, "plan", Reports.ReportDimensions.Center);
        }
    }

    private static string Declared(string currency) =>
        Description.Replace("\"EUR\"", currency, StringComparison.Ordinal);

    private static string Weeks(string field)
    {
        string name = field.Split(':')[0];
        string[] fields =
        [
            "\"kind\": \"weeks\"", "\"pattern\": \"4-4-5\"",
            "\"yearEnd\": { \"month\": 1, \"weekday\": \"saturday\", \"rule\": \"last\" }", "\"yearNamedBy\": \"end\"",
        ];
        string calendar = string.Join(
            ", ", fields.Where(each => !each.StartsWith(name, StringComparison.Ordinal)).Append(field));
        return $$"""{ "name": "Test", "currency": "EUR", "calendar": { {{calendar}} } }""";
    }

    private static IEnumerable<string> Stopped(ImportResult<Book> result)
    {
        Assert.Null(result.Value);
        return result.Issues.Where(issue => issue.Severity == ImportSeverity.FileStopped)
            .Select(issue => issue.File).Distinct();
    }
}
