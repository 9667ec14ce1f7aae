using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;

namespace CostCenters.Csv.Tests.Unit.Profiles;

public class SapProfileTests
{
    private static readonly CubeSpace Book = ForeignFile.Book("4000|4100", "400000|430000");

    private static readonly ImportProfile German = ImportProfile.Contract
        .WithDelimiter(';').WithEncoding("windows-1252").WithNumbers(',', ".").WithDatePatterns("dd.MM.yyyy");

    [Fact] // Two amounts on each row: the one in dollars is not read.
    public void Read_EnglishLineItems_GivesTheNamedAmount() =>
        Assert.Equal(
            new ForeignFile(
                "2026-01-31 4000 400000 1234.56; 2026-02-27 4100 430000 -7.10",
                "5 amount other-currency",
                "4 read, 2 accepted, 1 rejected, 1 set aside"),
            ForeignFile.Postings(
                SapProfiles.LineItems(
                    ImportProfile.Contract.WithNumbers('.', ",").WithDatePatterns("MM/dd/yyyy"),
                    SapAmount.ReportCurrency,
                    ColumnSource.Named("Report currency")),
                Book,
                "Cost Center,Cost element,Name,Val.in rep.cur.,Report currency,Value TranCurr,Posting Date,"
                    + "Document Number\n"
                    + "4000,400000,Paper,\"1,234.56\",EUR,\"1,400.00\",01/31/2026,100\n"
                    + "4100,430000,Reversal,7.10-,EUR,8.00-,02/27/2026,101\n"
                    + "*,,,\"1,227.46\",EUR,,,\n"
                    + "4100,430000,Other,5.00,USD,5.00,02/28/2026,102\n"));

    [Theory]
    [InlineData(SapAmount.ReportCurrency, "1.00")]
    [InlineData(SapAmount.ControllingArea, "2.00")]
    [InlineData(SapAmount.ObjectCurrency, "3.00")]
    [InlineData(SapAmount.TransactionCurrency, "4.00")]
    public void Read_SeveralAmounts_TakesTheNamedOne(SapAmount amount, string expected) =>
        Assert.Equal(
            $"2026-01-31 4000 400000 {expected}",
            ForeignFile.Postings(
                SapProfiles.LineItems(ImportProfile.Contract, amount, ColumnSource.Constant("EUR")),
                Book,
                "Posting Date,Cost Center,Cost element,Val.in rep.cur.,Val/COArea Crcy,Value in Obj. Crcy,"
                    + "Value TranCurr\n2026-01-31,4000,400000,1.00,2.00,3.00,4.00\n").Rows);

    [Fact]
    public void Read_GermanLineItems_HasItsOwnLabels() =>
        Assert.Equal(
            new ForeignFile(
                "2026-01-31 4000 400000 1234.56; 2026-02-28 4100 430000 -7.10", "", "2 read, 2 accepted, 0 rejected"),
            ForeignFile.Postings(
                SapProfiles.LineItems(German, SapAmount.ControllingArea, ColumnSource.Constant("EUR")),
                Book,
                Encoding.Latin1.GetBytes(
                    "Kostenstelle;Kostenart;Kostenartenbezeichn.;Wert/KWähr;Buchungsdatum;Bezeichnung\n"
                    + "4000;400000;Büro;1.234,56 ;31.01.2026;Papier\n4100;430000;Löhne;7,10-;28.02.2026;\n")));

    [Theory]
    [InlineData("1.227,46 ", "")]
    [InlineData("1.241,66 ", "16 - total-mismatch")] // As if the minus behind the number were not there.
    public void Read_UnconvertedList_SetsTheFrameAsideAndVerifiesTotals(string total, string faults)
    {
        ForeignFile read = ForeignFile.Postings(
            SapProfiles.UnconvertedList(
                German.WithEncoding("iso-8859-1"), SapAmount.ControllingArea, ColumnSource.Constant("EUR")),
            Book,
            Encoding.Latin1.GetBytes("Kostenstellen Einzelposten Istkosten\n\nLayout   1SAP\n"
                + Page
                + "|  |4000        |400000   |     1.234,56 |31.01.2026|Büro 3\"  |\n"
                + "|* |            |         |     1.234,56 |          |         |\n"
                + "-----------------------------------------------------------------\nSeite 2\n"
                + Page
                + "|  |4100        |430000   |         7,10-|28.02.2026|         |\n"
                + "|* |            |         |         7,10-|          |         |\n"
                + $"|**|            |         |{total,14}|          |         |\n"
                + "-----------------------------------------------------------------\n"));

        Assert.Equal(
            ("2026-01-31 4000 400000 1234.56; 2026-02-28 4100 430000 -7.10", faults), (read.Rows, read.Faults));
    }

    private static string Page => "-----------------------------------------------------------------\n"
        + "|  |Kostenstelle|Kostenart|Wert/KWähr    |Buchungsdatum|Bezeichnung|\n"
        + "-----------------------------------------------------------------\n";
}
