using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using CostCenters.Csv.Tests.Unit.Shapes;
using CostCenters.Ledgers;

namespace CostCenters.Csv.Tests.Unit.Rows;

/// <summary>Messages that say what a file looks like and which setting reads it.</summary>
public class FormAdviceTests
{
    private const string Header = "date,center,element,amount\n";

    [Theory]
    [InlineData("date;center;element;amount\n", "separates by ; and the profile by ,")]
    [InlineData("date\tcenter\telement\tamount\n", "separates by tab and the profile by ,")]
    [InlineData("<!DOCTYPE html><html>\n", "is a web page")]
    [InlineData("PK\u0003\u0004x", "an Excel workbook (xlsx)")]
    [InlineData("%PDF-1.7\n", "a PDF document")]
    [InlineData(Header + "31.12.2025,A,4711,1\n", "looks like dd.MM.yyyy")]
    [InlineData(Header + "12/31/2025,A,4711,1\n", "dd/MM/yyyy or MM/dd/yyyy")]
    [InlineData(Header + "2025-12-31T00:00:00,A,4711,1\n", "yyyy-MM-dd'T'HH:mm:ss")]
    [InlineData(Header + "2025-12-31,A,4711,\"1.234,56\"\n", "WithNumbers or the JSON key numbers")]
    [InlineData(Header + "2025-12-31,A,4711,\"1,234.56\"\n", "name their separator")]
    [InlineData(Header + "2025-12-31,A,4711,12.50-\n", "stands behind the number")]
    [InlineData(Header + "2025-12-31,A,4711,(12.50)\n", "Parentheses may mean a minus")]
    [InlineData(Header + "2025-12-31,A,4711, 12.50\n", "WithTrimmedCells")]
    [InlineData(Header + "2025-12-31,A,4711,1.25E2\n", "WithExponents")]
    public void Read_ContractOnAnotherDialect_SaysWhatItLooksLike(string text, string advice) =>
        Assert.Contains(advice, Assert.Single(Messages(text).Distinct().Take(1)), StringComparison.Ordinal);

    [Fact]
    public void Read_OldWorkbook_IsNamed() =>
        Assert.Contains(
            "an old Excel workbook",
            Messages([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ImportProfile.Contract)[0],
            StringComparison.Ordinal);

    [Fact]
    public void Read_PlainFault_HasNoAdvice() =>
        Assert.EndsWith(
            "no exponent.", Messages(Header + "2025-12-31,A,4711,ten\n")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("Debit", "CREDIT", true)]
    [InlineData("S", "H", true)]
    [InlineData("S", "other", false)]
    [InlineData("", "", false)]
    public void Read_ColumnThatLooksLikeADirection_IsTold(string first, string second, bool isTold)
    {
        string text = "date,center,element,amount,Type\n"
            + $"2025-12-31,A,4711,1,{first}\n2025-12-31,A,4711,2,{second}\n";

        Assert.Equal(isTold, Codes(text, ImportProfile.Contract).Contains(ImportIssueCode.DirectionColumn));
        Assert.Equal(isTold, Codes(text, ImportProfile.Contract.WithTrimmedCells())
            .Contains(ImportIssueCode.DirectionColumn));
        Assert.DoesNotContain(ImportIssueCode.DirectionColumn, Codes(text, ImportProfile.Contract
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named("amount"))
                .SignedBy(ColumnSource.Named("Type"), ["Debit", "S"], ["Credit", "H"]))));
    }

    [Fact]
    public void ReadCubes_ColumnThatLooksLikeADirection_IsToldOnce()
    {
        using TestBook book = new TestBook().With(
            "postings.csv",
            "date,center,element,amount,dc\n"
                + string.Concat(Enumerable.Repeat("2026-01-31,A,rent,1,D\n2026-01-31,A,rent,1,C\n", 300)));

        Assert.Single(
            BookFolder.ReadCubes(book.Folder).Issues, issue => issue.Code == ImportIssueCode.DirectionColumn);
    }

    [Theory]
    [InlineData(4_999, false)]
    [InlineData(5_000, true)]
    [InlineData(5_001, false)]
    public void Read_AsManyRowsAsExportsAreCutAt_IsTold(int rows, bool isTold)
    {
        string text = Header + string.Concat(Enumerable.Repeat("2025-12-31,A,4711,1\n", rows));
        using TestBook book = new TestBook().With(
            "postings.csv",
            Header + string.Concat(Enumerable.Repeat("2026-01-31,A,rent,1\n", rows)));

        Assert.Equal(isTold, Codes(text, ImportProfile.Contract).Contains(ImportIssueCode.RowLimit));
        Assert.Equal(isTold, BookFolder.ReadCubes(book.Folder).Issues
            .Any(issue => issue.Code == ImportIssueCode.RowLimit));
    }

    [Fact]
    public void ToString_ControlAndLongValues_AreShownEscapedAndCut()
    {
        var issue = new ImportIssue(
            "bad-number", ImportSeverity.RowRejected, "f.csv", 2, "amount", "a\u0007b" + new string('x', 500), "No.");

        Assert.StartsWith("f.csv:2 amount bad-number \"a\\u0007bxxx", issue.ToString(), StringComparison.Ordinal);
        Assert.Contains("… (503 characters)\"", issue.ToString(), StringComparison.Ordinal);
        Assert.Equal(503, issue.Value!.Length);
    }

    private static string[] Messages(string text) => Messages(Encoding.UTF8.GetBytes(text), ImportProfile.Contract);

    private static string[] Messages(byte[] bytes, ImportProfile profile) =>
        [.. Read(bytes, profile).Issues.Select(issue => issue.Message)];

    private static string[] Codes(string text, ImportProfile profile) =>
        [.. Read(Encoding.UTF8.GetBytes(text), profile).Issues.Select(issue => issue.Code)];

    private static ImportResult<IReadOnlyList<Posting>> Read(byte[] bytes, ImportProfile profile) => PostingsCsv.Read(
        CsvInput.FromStream(new MemoryStream(bytes), "file.csv"), ShapedPostings.Space, profile);
}
