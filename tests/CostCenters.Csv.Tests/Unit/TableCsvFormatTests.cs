using System.Globalization;
using System.Text;
using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Reports;
using CostCenters.Reports.Tables;
using NodaTime;

namespace CostCenters.Csv.Tests.Unit;

public sealed class TableCsvFormatTests : IDisposable
{
    // Budgets of 100 and nothing; actuals of 112.50 and 7 for a code that a spreadsheet would run, and for one with the
    // list separator of Germany in it.
    private const string German = "\uFEFFcenter;measure;budget;actual;difference;percent;outcome\n"
        + "'=1+1;cost;100,00;112,50;12,50;12,50;unfavorable\n"
        + "\"A;B\";cost;;7,00;7,00;;unfavorable\n";

    private const string ByTheContract = "center,measure,budget,actual,difference,percent,outcome\n"
        + "=1+1,cost,100.00,112.50,12.50,12.50,unfavorable\n"
        + "A;B,cost,,7.00,7.00,,unfavorable\n";

    private readonly TestBook folder = new TestBook()
        .With("centers.csv", "code,name,kind\n=1+1,Sum,cost\nA;B,Both,cost\n")
        .With("elements.csv", "code,name,nature\nrent,Rent,cost\n")
        .With("budget.csv", "version,center,element,period,amount\nplan,=1+1,rent,2026-P01,100.00\n")
        .With("postings.csv", "date,center,element,amount\n2026-01-31,=1+1,rent,112.50\n2026-01-31,A;B,rent,7.00\n")
        .With("key-figures.csv", "period,center,key_figure,value\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_ForGermany_HasItsSeparatorsAndNeutralizedCodes() =>
        Assert.Equal(German, Written(TableCsvFormat.ForCulture(CultureInfo.GetCultureInfo("de-DE"))));

    [Fact]
    public void Write_ForGermanyWithCodesAsTheyAre_LeavesThem() => Assert.Equal(
        German.Replace("'=1+1", "=1+1", StringComparison.Ordinal),
        Written(TableCsvFormat.ForCulture(CultureInfo.GetCultureInfo("de-DE")).WithNeutralizedCodes(false)));

    [Fact]
    public void Write_ByTheContract_IsAsBefore()
    {
        Assert.Equal(ByTheContract, Written(null));
        Assert.Equal(ByTheContract, Written(TableCsvFormat.Contract));
        Assert.Equal(
            ByTheContract.Replace("=1+1", "'=1+1", StringComparison.Ordinal),
            Written(TableCsvFormat.Contract.WithNeutralizedCodes(true)));
    }

    [Theory] // Where a culture lists by its decimal separator, or by more than one character, a semicolon stands in.
    [InlineData(",", ".", ',', ".")]
    [InlineData(";", ",", ';', ",")]
    [InlineData(",", ",", ';', ",")]
    [InlineData(", ", ".", ';', ".")]
    [InlineData("\u060C", "\u066B", ';', "\u066B")]
    [InlineData("5", ".", ';', ".")]
    public void ForCulture_Separators_AreThoseThatCanBeToldApart(
        string list, string point, char delimiter, string decimalSeparator)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.TextInfo.ListSeparator = list;
        culture.NumberFormat.NumberDecimalSeparator = point;
        TableCsvFormat format = TableCsvFormat.ForCulture(culture);

        Assert.Equal((delimiter, decimalSeparator), (format.Delimiter, format.DecimalSeparator));
        Assert.True(format.HasByteOrderMark && format.NeutralizesCodes);
        Assert.Contains(
            $"{delimiter}112{decimalSeparator}50{delimiter}12{decimalSeparator}50{delimiter}",
            Written(format),
            StringComparison.Ordinal);
    }

    private string Written(TableCsvFormat? format)
    {
        Book book = folder.Read().GetOrThrow();
        BookSnapshot snapshot = book.Snapshot();
        var range = new FiscalPeriodRange(new(2026, 1), new(2026, 1));
        var report = VarianceReport.Create(
            new Comparison(snapshot.Budgets[0].Cube, snapshot.Ledger.ToCube(), range),
            book.Space.Centers.TreeAsOf(new LocalDate(2026, 1, 31)),
            ReportDimensions.Center);
        using var stream = new MemoryStream();
        ReportTableCsv.Write(
            ReportTable.Create(report, VarianceReportCsv.PercentDigits, MidpointRounding.AwayFromZero),
            stream,
            threads: 2,
            format);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
