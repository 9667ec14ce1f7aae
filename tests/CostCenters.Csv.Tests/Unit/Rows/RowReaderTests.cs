using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tests.Unit.Rows;

public class RowReaderTests
{
    [Theory]
    [InlineData("", "1 no-header", "the file is at its end")]
    [InlineData("\n", "1 no-header", "empty row")]
    [InlineData(",,\n,,\n", "1 no-header", "empty row")]
    [InlineData("center,amount\n", "1 missing-column", "center, amount")]
    [InlineData("x\n", "1 missing-column; 1 missing-column; 1 missing-column", "center, date, amount")]
    [InlineData("center,date,amount, AMOUNT\n", "1 duplicate-column", "twice")]
    [InlineData("center,date,amount,a,A\n", "1 duplicate-column", "twice")]
    [InlineData("center,\"date\"x,amount\n", "1 bad-quoting", "badly quoted")]
    [InlineData("center,date\0,amount\n", "1 bad-encoding", "UTF-16")]
    [InlineData("\uFEFF\uFEFFcenter,date,amount\n", "1 bad-encoding", "Two byte order marks")]
    [InlineData("sep=;\ncenter;date;amount\n", "1 bad-separator-line", "sep=")]
    public void Open_NoUsableHeader_StopsAndSaysWhy(string text, string faults, string message)
    {
        Table table = Table.Read(text);

        Assert.Equal(faults, table.Faults);
        Assert.True(table.Log.IsStopped);
        Assert.All(table.Log.Issues, issue => Assert.Equal(ImportSeverity.FileStopped, issue.Severity));
        Assert.Contains(message, table.Log.Issues[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("center,date,amount\rA,2024-03-31,1\r", 0)]
    [InlineData("center,date,amount\rA,2024-03-31,1", 0)]
    [InlineData("center,date,amount\r\"A\",2024-03-31,1\r", 0)]
    [InlineData("center,date,amount,text\rA,2024-03-31,1,\"two\nlines\"\rB,2024-03-31,1,\r", 0)]
    [InlineData("center,date,amount\r\"A,2024-03-31,1\r", 0)]
    [InlineData("center,date,amount\r\0\r", 0)]
    [InlineData("sep=,\rcenter,date,amount\rA,2024-03-31,1\r", 0)]
    [InlineData("Report\rcenter,date,amount\rA,2024-03-31,1\r", 1)]
    public void Open_LinesThatEndWithReturnsAlone_StopsNamingThem(string text, int preamble)
    {
        ImportProfile profile = ImportProfile.Contract.WithPreamble(preamble).WithSeparatorLine();
        foreach (Table table in new[] { Table.Read(text, profile), Table.Read(text, profile.WithMaximumRowLength(24)) })
        {
            Assert.Equal("1 bad-line-ends", table.Faults);
            Assert.True(table.Log.IsStopped);
            Assert.Contains("carriage returns alone", table.Log.Issues[0].Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Open_HeaderThatEndsWithTheLastReturn_IsRead()
    {
        Table table = Table.Read("center,date,amount\r");

        Assert.Equal("", table.Faults);
        Assert.False(table.Log.IsStopped);
    }

    [Fact]
    public void Open_Utf16_StopsNamingIt()
    {
        byte[] bytes = [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("center,date,amount\n")];

        Table table = Table.Read(bytes);

        Assert.Equal("1 bad-encoding", table.Faults);
        Assert.Contains("UTF-16", table.Log.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Utf16WithItsProfile_IsRead()
    {
        byte[] bytes = [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("center,date,amount\nÄ,2024-03-31,1\n")];

        Assert.Equal(["Ä 2024-03-31 100"], Table.Read(bytes, ImportProfile.Contract.WithEncoding("utf-16")).Rows);
    }

    [Fact]
    public void Read_BytesThatAreNoTextInAnotherEncoding_RejectTheirRow()
    {
        byte[] bytes =
        [
            .. "center,date,amount\nA,2024-03-31,1\nB"u8, 0x81, .. ",2024-03-31,1\nC,2024-03-31,1\n"u8,
        ];

        Table table = Table.Read(bytes, ImportProfile.Contract.WithEncoding("us-ascii"));

        Assert.Equal("3 bad-encoding", table.Faults);
        Assert.Equal(new ImportCounts(2, 1), table.Counts);
    }

    [Fact]
    public void Open_MissingFile_StopsAndSaysSo()
    {
        var log = new ImportLog("gone.csv", tellsValues: true);

        Assert.Null(TableRows.Open(
            CsvInput.FromFile(Path.Combine(Path.GetTempPath(), "gone", "gone.csv")),
            RowSchema.Parse("a"),
            ImportProfile.Contract,
            default,
            log,
            default));
        Assert.Equal(ImportIssueCode.MissingFile, Assert.Single(log.Issues).Code);
    }

    [Fact]
    public void Open_OtherOrderCaseAndSpaces_FindsTheColumns()
    {
        Table table = Table.Read(" Amount , DATE,Center ,,note\n1.5,2024-03-31, A ,ignored,x\n");

        Assert.Equal([" A  2024-03-31 150"], table.Rows);
        ImportIssue note = Assert.Single(table.Log.Issues);
        Assert.Equal(
            (ImportIssueCode.IgnoredColumn, ImportSeverity.Note, "note"), (note.Code, note.Severity, note.Column));
    }

    [Theory]
    [InlineData("A,2024-03-31\n", "2 ragged-row", 0, 1)]
    [InlineData("A,2024-03-31,1,x\n", "2 ragged-row", 0, 1)]
    [InlineData("A,2024-03-31,1,,,\n", "", 1, 0)]
    [InlineData("\n,\n,,,,\n\"\",\"\"\nA,2024-03-31,1\n", "", 1, 0)]
    [InlineData(" \nA,2024-03-31,1\n", "2 ragged-row", 1, 1)]
    [InlineData("\r\nA,2024-03-31,1\r", "", 1, 0)]
    [InlineData("A,2024-03-31,\"1\"\r", "", 1, 0)]
    [InlineData("A,2024-03-31,1\r\r", "2 amount bad-number", 0, 1)]
    [InlineData("A,2024-03-31,1\rB,2024-03-31,2\n", "2 ragged-row", 0, 1)]
    [InlineData("A,2024-03-31,1\n\r", "", 1, 0)]
    [InlineData("\n\n,2024-02-30,x\n", "4 center missing-value; 4 date bad-date; 4 amount bad-number", 0, 1)]
    [InlineData("A,2024-03-31,1\nB,\"2024\n-03-31\",1\nC,2024-03-31,1", "3 date bad-date", 2, 1)]
    [InlineData("A,2024-03-31,\"1\nB,2024-03-31,1\n", "2 bad-quoting", 0, 1)]
    public void Read_Rows_AreCountedAndTheirFaultsTold(string rows, string faults, int accepted, int rejected)
    {
        Table table = Table.Read("center,date,amount\n" + rows);

        Assert.Equal(faults, table.Faults);
        Assert.Equal(new ImportCounts(accepted, rejected), table.Counts);
        Assert.Equal(accepted, table.Rows.Count);
        Assert.False(table.Log.IsStopped);
    }

    [Fact]
    public void Read_RowBeyondTheLimit_StopsTheFile()
    {
        Table table = Table.Read(
            "center,date,amount\nA,2024-03-31,1\n\"" + new string('x', 300_000),
            ImportProfile.Contract.WithMaximumRowLength(1_000));

        Assert.Equal("3 row-too-long", table.Faults);
        Assert.True(table.Log.IsStopped);
    }

    [Fact]
    public void Read_FaultsWithValuesSwitchedOff_KeepsThemOut()
    {
        const string Text = "center,date,amount\nA,secret,secret2\n";

        Assert.Equal(["secret", "secret2"], Table.Read(Text).Log.Issues.Select(issue => issue.Value));
        Assert.All(
            Table.Read(Text, ImportProfile.Contract.WithoutOffendingValues()).Log.Issues,
            issue => Assert.DoesNotContain("secret", issue.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ManyRowsOverManyBlocks_KeepsEveryRowAndLine()
    {
        string body = string.Concat(Enumerable.Range(0, 60_000).Select(i =>
            i % 1_000 == 7 ? "B\"x,\n" : FormattableString.Invariant($"\"C\n{i}\",2024-03-31,{i}.25\n")));

        Table table = Table.Read("center,date,amount\n" + body);

        Assert.Equal(new ImportCounts(59_940, 60), table.Counts);
        Assert.Equal("C\n59999 2024-03-31 5999925", table.Rows[^1]);

        // Seven rows of two lines stand between the header and the first broken row.
        Assert.Equal(2 + (7 * 2), table.Log.Issues[0].Line);
    }
}
