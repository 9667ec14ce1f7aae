using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Reports;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

public class WriterTests
{
    [Fact]
    public void RejectedRows_OfABook_AreOneLineForEachFault()
    {
        using TestBook folder = new TestBook()
            .With("budget.csv", Budget + "plan,X,rent,2026-P13,1,\n")
            .With("postings.csv", Postings + "2026-01-31,A,rent\n2026-01-31,\"=cmd\n(1)\",rent,-1.005,,,\n")
            .With("key-figures.csv", "period,center,key_figure,value\n2026-P01,A,heads,\n")
            .With("unknown.txt", "");

        string written = Written(stream => RejectedRowsCsv.Write(folder.Read().Issues, stream));

        // A value that a spreadsheet would run gets an apostrophe; a negative number is none.
        Assert.StartsWith(
            "file,line,column,code,value,message\n"
                + "budget.csv,4,center,unknown-center,X,\"No center has this code.",
            written,
            StringComparison.Ordinal);
        Assert.Equal(
            [
                "budget.csv,4,center,unknown-center", "budget.csv,4,period,bad-period", "postings.csv,5,,ragged-row",
                "postings.csv,6,center,unknown-center", "postings.csv,6,amount,too-many-digits",
                "key-figures.csv,2,value,missing-value",
            ],
            written.Split('\n').Where(line => line.Contains(".csv,", StringComparison.Ordinal))
                .Select(line => string.Join(',', line.Split(',')[..4])));
        Assert.Contains(",unknown-center,\"'=cmd\n(1)\",", written, StringComparison.Ordinal);
        Assert.Contains(",too-many-digits,-1.005,", written, StringComparison.Ordinal);
    }

    [Fact]
    public void RejectedRows_NoneRejected_AreTheHeaderAlone()
    {
        using TestBook folder = new TestBook().With("other.txt", "");

        Assert.Equal(
            "file,line,column,code,value,message\n",
            Written(stream => RejectedRowsCsv.Write(folder.Read().Issues, stream)));
    }

    // Root: cost 101.00 + 7.77 of 1200, sales 480.25 of 500. Margin of the budget 500 - 1200, of the actuals
    // 480.25 - 108.77.
    [Fact]
    public void VarianceReport_ByCenter_HasTheColumnsAndRowsOfTheContract()
    {
        using var folder = new TestBook();

        Assert.Equal(
            """
            center,measure,budget,actual,difference,percent,outcome
            ROOT,cost,1200.00,108.77,-1091.23,-90.94,favorable
            ROOT,revenue,500.00,480.25,-19.75,-3.95,unfavorable
            ROOT,margin,-700.00,371.48,1071.48,153.07,favorable
            A,cost,1200.00,101.00,-1099.00,-91.58,favorable
            B,cost,,7.77,7.77,,unfavorable

            """.ReplaceLineEndings("\n"),
            Report(folder.Read().GetOrThrow(), "plan", ReportDimensions.Center));
    }

    [Fact]
    public void VarianceReport_CodesThatNeedQuotes_AreQuotedAndNothingElseIs()
    {
        using TestBook folder = new TestBook()
            .With(
                "centers.csv",
                "code,name,kind\n\"a,b\",n,cost\n\"q\"\"q\",n,cost\n\"two\nlines\",n,cost\n=1 ,n,cost\n")
            .With("budget.csv", "version,center,element,period,amount\n")
            .With("key-figures.csv", "period,center,key_figure,value\n")
            .With(
                "postings.csv",
                "date,center,element,amount\n2026-01-01,\"a,b\",rent,0\n2026-01-01,\"q\"\"q\",rent,-0.00\n"
                    + "2026-01-01,\"two\nlines\",rent,1\n2026-01-01,=1 ,rent,1\n");

        Assert.Equal(
            "center,period,measure,budget,actual,difference,percent,outcome\n"
                + "=1 ,2026-P01,cost,,1.00,1.00,,unfavorable\n"
                + "\"a,b\",2026-P01,cost,,0.00,0.00,,neutral\n"
                + "\"q\"\"q\",2026-P01,cost,,0.00,0.00,,neutral\n"
                + "\"two\nlines\",2026-P01,cost,,1.00,1.00,,unfavorable\n",
            Report(folder.Read().GetOrThrow(), null, ReportDimensions.Center | ReportDimensions.Period));
    }

    [Fact]
    public void Input_FromFileStreamAndText_ReadsTheSame()
    {
        using var folder = new TestBook();
        string path = folder.PathOf("elements.csv");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Elements));
        using var text = new StringReader(Elements);
        CsvInput[] inputs =
        [
            CsvInput.FromFile(path), CsvInput.FromStream(stream, "s"), CsvInput.FromText(text, "t"),
        ];

        Assert.Equal(["elements.csv", "s", "t"], inputs.Select(input => input.Name));
        Assert.All(inputs, input =>
        {
            Structure.ElementChart chart = ElementsCsv.Read(input, ImportProfile.Contract).GetOrThrow();
            Assert.Equal(Elements, Written(output => ElementsCsv.Write(chart, output)));
        });
        Assert.True(stream.CanRead);
        Assert.Equal(-1, text.Read());
    }

    [Theory]
    [InlineData("gone.csv", ImportIssueCode.MissingFile)]
    [InlineData("gone/", ImportIssueCode.MissingFile)]
    public void Input_FromAPathThatIsNoFile_IsToldAsAnIssue(string name, string code)
    {
        using var folder = new TestBook();

        ImportResult<Structure.ElementChart> result = ElementsCsv.Read(
            CsvInput.FromFile(folder.PathOf(name)), ImportProfile.Contract);

        Assert.Null(result.Value);
        Assert.Equal(code, Assert.Single(result.Issues).Code);
    }

    [Fact]
    public void Input_WithoutAName_Throws()
    {
        Assert.Throws<ArgumentException>(() => CsvInput.FromFile(""));
        Assert.Throws<ArgumentNullException>(() => CsvInput.FromFile(null!));
        Assert.Throws<ArgumentException>(() => CsvInput.FromStream(Stream.Null, ""));
        Assert.Throws<ArgumentNullException>(() => CsvInput.FromText(null!, "x"));
    }

    [Fact]
    public void Input_StreamThatBreaksOff_IsToldAsAnIssue()
    {
        using var stream = new BreakingStream(Encoding.UTF8.GetBytes("code,name,nature\nrent,Rent,cost\n"));

        ImportResult<Structure.ElementChart> result = ElementsCsv.Read(
            CsvInput.FromStream(stream, "broken"), ImportProfile.Contract);

        Assert.Null(result.Value);
        Assert.Equal(ImportIssueCode.UnreadableFile, Assert.Single(result.Issues).Code);
    }

    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) =>
            Position < Length ? base.Read(buffer) : throw new IOException("The line is dead.");
    }
}
