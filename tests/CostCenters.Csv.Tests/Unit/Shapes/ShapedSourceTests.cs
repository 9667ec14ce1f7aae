using System.Globalization;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using NodaTime;
using static CostCenters.Csv.Tests.Unit.Shapes.ShapedPostings;

namespace CostCenters.Csv.Tests.Unit.Shapes;

/// <summary>Texts that profiles make of cells, and tests of rows, each by itself.</summary>
public class ShapedSourceTests
{
    private static readonly ImportProfile Contract = ImportProfile.Contract;

    // 45,382 days after 1899-12-30 is 2024-03-31 (as in the file 054 of the hostile ones); 61 is the first day after
    // the 29 February 1900 that workbooks have and the calendar does not.
    [Theory]
    [InlineData("45382", "2024-03-31")]
    [InlineData("45382.999999", "2024-03-31")]
    [InlineData("61", "1900-03-01")]
    [InlineData("60", null)]
    [InlineData("-5", null)]
    [InlineData("1e4", null)]
    [InlineData("9999999", null)]
    [InlineData("", null)]
    public void Read_NumberOfAWorkbook_IsItsDate(string cell, string? expected) =>
        Assert.Equal(
            expected,
            DatePattern.Create("excel-serial").Read(cell)?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    [Fact] // Half a day and a twelfth: 14:00; the last part of a day stays in it.
    public void Read_NumberOfAWorkbook_HasItsTime()
    {
        DatePattern serial = DatePattern.Create("excel-serial");

        Assert.Equal(new LocalDateTime(2024, 3, 31, 14, 0), serial.ReadMoment("45382.5833333333"));
        Assert.Equal(new LocalDate(2024, 3, 31), serial.ReadMoment("45382.9999999999")!.Value.Date);
    }

    [Theory]
    [InlineData("[de-DE] dddd, d. MMMM yyyy", "Sonntag, 31. März 2024", "2024-03-31")]
    [InlineData("[fr-FR] d MMMM yyyy", "29 février 2024", "2024-02-29")]
    [InlineData("dddd, d MMMM yyyy", "Sunday, 31 March 2024", "2024-03-31")]
    [InlineData("dddd, d MMMM yyyy", "Monday, 31 March 2024", null)] // It was a Sunday.
    [InlineData("d MMMM yyyy", "31 März 2024", null)]
    public void Read_LongDate_HasTheNamesOfItsLanguage(string pattern, string cell, string? expected) =>
        Assert.Equal(
            expected,
            DatePattern.Create(pattern).Read(cell)?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("[xx-nonsense] yyyy")]
    [InlineData("[de-DE]")]
    [InlineData("[de-DE yyyy-MM-dd")]
    public void WithDatePatterns_NoLanguageOrPattern_Throws(string pattern) =>
        Assert.Throws<ArgumentException>(() => Contract.WithDatePatterns(pattern));

    [Theory]
    [InlineData("février", 2)]
    [InlineData("août", 8)]
    [InlineData("Enero", 1)]
    [InlineData("set", 9)]
    [InlineData("mrt", 3)]
    [InlineData("dez.", 12)]
    public void Read_MonthInAnotherLanguage_IsFound(string month, int expected) =>
        Assert.Equal(
            FormattableString.Invariant($"2026-{expected:00}-01 A 4711 1.00"),
            ShapedPostings.Read(
                Contract.WithColumn("date", ColumnSource.MonthDate(
                    ColumnSource.Constant("2026"), ColumnSource.Named("Month"), DayOfMonth.First)),
                $"Month,center,element,amount\n{month},A,4711,1.00\n").Rows);

    [Theory]
    [InlineData("04000", true)]
    [InlineData("4999", true)]
    [InlineData("3999", false)]
    [InlineData("5000", false)]
    [InlineData("4500a", false)]
    [InlineData("", false)]
    [InlineData("12345678901234567890123", false)]
    public void Between_Account_ComparesAsNumbers(string account, bool isKept) =>
        Assert.Equal(
            isKept ? "1 read, 1 accepted, 0 rejected" : "1 read, 0 accepted, 0 rejected, 1 set aside",
            ShapedPostings.Read(
                Contract.WithFilter(RowFilter.Keep(
                    RowTest.Between(ColumnSource.Named("Account"), "4000", "4999"), "other accounts")),
                $"date,center,element,amount,Account\n2026-01-31,A,4711,1.00,{account}\n").Counts);

    [Theory]
    [InlineData("5", "4")]
    [InlineData("a", "b")]
    [InlineData("-1", "1")]
    [InlineData("", "1")]
    public void Between_NoRange_Throws(string from, string through) =>
        Assert.Throws<ArgumentException>(() => RowTest.Between(ColumnSource.At(1), from, through));

    [Fact]
    public void Refuse_Row_RejectsItWithItsReason()
    {
        ImportResult<IReadOnlyList<Ledgers.Posting>> result = PostingsCsv.Read(
            TestBook.Input("date,center,element,amount,Kind\n2026-01-31,A,4711,1,x\n2026-01-31,A,4711,2,y\n"),
            Space,
            Contract.WithFilter(RowFilter.Refuse(RowTest.Is(ColumnSource.Named("Kind"), "y"), "No y was expected.")));

        Assert.Equal(new ImportCounts(1, 1), result.Counts);
        ImportIssue issue = Assert.Single(result.Issues, each => each.Severity == ImportSeverity.RowRejected);
        Assert.Equal((ImportIssueCode.RefusedRow, 3, "No y was expected."), (issue.Code, issue.Line, issue.Message));
    }

    [Theory] // The total and the balance have the row that the filter sets aside.
    [InlineData("6", "")]
    [InlineData("4", "6 - total-mismatch")]
    public void Read_FilteredRows_CountInTotalsAndBalances(string total, string faults) =>
        Assert.Equal(
            faults,
            ShapedPostings.Read(
                Contract
                    .WithFilter(RowFilter.Drop(RowTest.Is(ColumnSource.Named("element"), "1200"), "balance sheet"))
                    .WithCheck(ColumnCheck.RunningTotal(ColumnSource.Named("Balance")))
                    .WithTotals(new TotalRows(RowTest.Is(ColumnSource.Named("date"), "Total"), TotalScope.WholeFile)),
                "date,center,element,amount,Balance\n2026-01-31,A,4711,1,1\n2026-01-31,A,1200,2,3\n"
                    + $"2026-01-31,A,4711,3,6\n\nTotal,,,{total},\n").Faults);

    [Fact]
    public void When_Test_ChoosesTheText() =>
        Assert.Equal(
            "2026-01-31 A 4711 1.00; 2026-01-31 B 4711 2.00",
            ShapedPostings.Read(
                Contract.WithColumn("center", ColumnSource.When(
                    RowTest.IsEmpty(ColumnSource.Named("First")),
                    ColumnSource.Named("Second"),
                    ColumnSource.Named("First"))),
                "date,First,Second,element,amount\n2026-01-31,A,B,4711,1.00\n2026-01-31,,B,4711,2.00\n").Rows);

    [Theory]
    [InlineData("date,center,element,amount,Belegfeld\n2026-01-31,A,4711,1.00,x\n", "x")]
    [InlineData("date,center,element,amount\n2026-01-31,A,4711,1.00\n", null)]
    public void NamedIfPresent_ColumnThatLacks_IsEmpty(string text, string? document) =>
        Assert.Equal(
            document,
            Assert.Single(PostingsCsv.Read(
                TestBook.Input(text),
                Space,
                Contract.WithColumn("document", ColumnSource.NamedIfPresent("Belegfeld"))).GetOrThrow()).Reference);

    [Theory]
    [InlineData("2026-03-01", "2026-02-28")]
    [InlineData("2026-03-01 00:00:00", "2026-02-28")]
    [InlineData("2026-03-01 00:00:01", "2026-03-01")]
    [InlineData("2024-03-01", "2024-02-29")]
    public void LastDayBefore_ExclusiveEnd_IsTheDayBeforeMidnight(string end, string expected) =>
        Assert.Equal(
            $"{expected} A 4711 1.00",
            ShapedPostings.Read(
                Contract.WithDatePatterns("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss")
                    .WithColumn("date", ColumnSource.LastDayBefore(ColumnSource.Named("end"))),
                $"end,center,element,amount\n{end},A,4711,1.00\n").Rows);

    [Theory] // A faulty date and a debit that is none are told each once, and the sound amount not at all.
    [InlineData("13", "1.00,", "2 date bad-date")]
    [InlineData("13", "x,y", "2 date bad-date; 2 amount bad-number; 2 amount bad-number")]
    public void Read_FaultOfAnotherColumn_LeavesDebitAndCreditAlone(string month, string amounts, string expected) =>
        Assert.Equal(
            expected,
            ShapedPostings.Read(
                Contract
                    .WithColumn("date", ColumnSource.MonthDate(
                        ColumnSource.Constant("2026"), ColumnSource.Named("Month"), DayOfMonth.First))
                    .WithAmount(AmountSource.FromDebitAndCredit(
                        ColumnSource.Named("debit"), ColumnSource.Named("credit"))),
                $"Month,center,element,debit,credit\n{month},A,4711,{amounts}\n").Faults);

    [Fact]
    public void ToString_IssueWithControlCharacters_ShowsThemEscapedAndCut()
    {
        var issue = new ImportIssue(
            ImportIssueCode.BadDate,
            ImportSeverity.RowRejected,
            "a.csv",
            2,
            "date",
            "1\n\u001B[2J" + new string('x', 400),
            "m");

        Assert.StartsWith("a.csv:2 date bad-date \"1\\u000A\\u001B[2Jxxx", issue.ToString(), StringComparison.Ordinal);
        Assert.True(issue.ToString().Length < 300);
    }
}
