using System.Globalization;
using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

/// <summary>Each limit of a profile at its border, read row by row and in bulk.</summary>
public sealed class LimitTests
{
    private const string Header = "date,center,element,amount,document\n";
    private const string Row = "2026-01-31,A,rent,1.00,D1\n";

    public static TheoryData<string, string, int, string> Limits => new()
    {
        // The longest cell of the rows has ten bytes, of the header eight.
        { "field", Header + Row, 10, "2 - field-too-long" },
        { "field", Header.Replace("document", "document,\"a \"\"note\"\"\"", StringComparison.Ordinal)
            + Row.Replace("D1", "D1,x", StringComparison.Ordinal), 10, "2 - field-too-long" },
        { "field", Header.Replace("document", "document,twelve bytes", StringComparison.Ordinal)
            + Row.Replace("D1", "D1,x", StringComparison.Ordinal), 12, "1 - field-too-long" },
        { "field", Header + Row.Replace("D1", "DDDDDDDD\u20AC", StringComparison.Ordinal), 11, "2 - field-too-long" },
        { "columns", Header + Row, 5, "1 - too-many-columns" },
        { "rows", Header + Row + "\n,,,,\n" + Row, 2, "5 - too-many-rows" },
        { "rows", Header + Row + "x\n" + "2026-01-31,\"A\"x,rent,1,\n", 3, "4 - too-many-rows" },
        { "size", Header + Row, 62, "- - file-too-large" },
        { "size", Header.Replace("document", "document,\u20AC", StringComparison.Ordinal)
            + Row.Replace("D1", "D1,x", StringComparison.Ordinal), 68, "- - file-too-large" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Read_AtTheLimit_IsReadAndOneBelowIsRefused(string limit, string text, int border, string fault)
    {
        ImportProfile profile = ImportProfile.Contract;

        Assert.Equal(FaultsOf(profile, text), FaultsOf(With(profile, limit, border), text));
        Assert.Equal(fault, FaultsOf(With(profile, limit, border - 1), text).Split(';')[^1]);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Read_InBulkAndThroughAReader_IsTheSame(string limit, string text, int border, string fault)
    {
        using TestBook book = new TestBook().With("postings.csv", text);
        ImportProfile below = With(ImportProfile.Contract, limit, border - 1);
        var postings = new Csv.Folders.BookProfiles().WithPostings(below);

        var cubes = BookFolder.ReadCubes(book.Folder, profiles: postings);
        var whole = BookFolder.Read(book.Folder, Stamp, profiles: postings);
        var reader = PostingsCsv.Read(CsvInput.FromText(new StringReader(text), "postings.csv"), Space(), below);

        Assert.Equal(fault, Faults(cubes.Issues).Split(';')[^1]);
        Assert.Equal(Faults(whole.Issues), Faults(cubes.Issues));
        Assert.Equal(whole.Issues.Select(issue => issue.ToString()), cubes.Issues.Select(issue => issue.ToString()));
        Assert.Equal(Faults(cubes.Issues), Faults(reader.Issues));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Message_OfALimit_NamesItAndWhatRaisesIt(string limit, string text, int border, string fault)
    {
        ImportIssue issue = PostingsCsv.Read(
            Input(text), Space(), With(ImportProfile.Contract, limit, border - 1)).Issues[^1];

        Assert.NotEmpty(fault);
        Assert.Contains((border - 1).ToString(CultureInfo.InvariantCulture), issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FieldsOfAReportInSections_StopItSinceARowMayBeALabel()
    {
        ImportProfile profile = ImportProfile.Contract.WithSections(new SectionRules(ColumnSource.At(1)))
            .WithColumn("element", ColumnSource.Section()).WithMaximumFieldLength(12);
        string text = "label,date,center,amount\nrent,,,\n,2026-01-31,A,1.00\nA label of many bytes,,,\n";

        ImportIssue[] issues = [.. PostingsCsv.Read(Input(text), Space(), profile).Issues];

        Assert.Equal(
            "4 field-too-long;4 unknown-section",
            string.Join(';', issues.Where(issue => issue.Severity != ImportSeverity.Note)
                .Select(issue => $"{issue.Line} {issue.Code}")));
    }

    [Fact]
    public void Read_HeaderFoundByItsNames_HasTheLimits()
    {
        ImportProfile found = ImportProfile.Contract.WithHeader(HeaderPlace.FoundWithin(3));
        string text = "A title,,,,\n" + Header + Row;

        Assert.Equal("", FaultsOf(found.WithMaximumColumns(5), text));
        Assert.Equal("2 - too-many-columns", FaultsOf(found.WithMaximumColumns(4), text));
        Assert.Equal("2 - field-too-long", FaultsOf(found.WithMaximumFieldLength(7), text));
    }

    [Fact]
    public void Read_SizeOfAFileInAnotherEncoding_CountsItsOwnBytes()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(Header + Row.Replace("D1", "\u00E4\u00F6", StringComparison.Ordinal));
        ImportProfile profile = ImportProfile.Contract.WithEncoding("iso-8859-1");

        Assert.Equal("", Read(bytes.Length));
        Assert.Equal("- - file-too-large", Read(bytes.Length - 1));

        string Read(long most) => Faults(PostingsCsv.Read(
            CsvInput.FromStream(new MemoryStream(bytes), "postings.csv"),
            Space(),
            profile.WithMaximumFileSize(most)).Issues);
    }

    [Fact]
    public void Limits_ThatAreNotNamed_AreNull()
    {
        ImportProfile profile = ImportProfile.Contract;

        Assert.Equal(
            (null, 16_384, null, null),
            (profile.MaximumFieldLength, profile.MaximumColumns, profile.MaximumRows, profile.MaximumFileSize));
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.WithMaximumFieldLength(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.WithMaximumColumns(16_385));
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.WithMaximumRows(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.WithMaximumFileSize(0));
    }

    private static ImportProfile With(ImportProfile profile, string limit, int value) => limit switch
    {
        "field" => profile.WithMaximumFieldLength(value),
        "columns" => profile.WithMaximumColumns(value),
        "rows" => profile.WithMaximumRows(value),
        _ => profile.WithMaximumFileSize(value),
    };

    private static string FaultsOf(ImportProfile profile, string text) =>
        Faults(PostingsCsv.Read(Input(text), Space(), profile).Issues);

    private static string Faults(IEnumerable<ImportIssue> issues) => string.Join(';', issues
        .Where(issue => issue.Severity != ImportSeverity.Note)
        .Select(issue => string.Create(
            CultureInfo.InvariantCulture, $"{(object?)issue.Line ?? "-"} {issue.Column ?? "-"} {issue.Code}")));
}
