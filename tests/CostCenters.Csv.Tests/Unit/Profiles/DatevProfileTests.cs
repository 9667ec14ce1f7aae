using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;

namespace CostCenters.Csv.Tests.Unit.Profiles;

public class DatevProfileTests
{
    private const string Headings = "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;"
        + "WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Buchungstext;"
        + "KOST1 – Kostenstelle;KOST2 – Kostenstelle;Generalumkehr (GU)\r\n";

    private const string Body = "1234,56;S;EUR;;;;4711;1200;;1502;\"R;1\";\"Miete \"\"Süd\"\"\";100;;\r\n"
        + "50,00;H;;;;;4711;1200;;1602;;;100;;\r\n" // The currency is that of the first line.
        + "200,00;H;EUR;;;;1200;6000;;103;;;200;;\r\n" // The bank is credited, so the contra account is debited.
        + "75,00;S;EUR;;;;1200;8400;;0203;;;200;;\r\n" // The revenue is credited.
        + "10,00;S;EUR;;;;1200;1400;;0203;;;;;\r\n" // No element.
        + "30,00;S;EUR;;;;4711;6000;;0303;;;100;;\r\n" // Two elements.
        + "119,00;S;EUR;;;;4711;70000;9;0403;;;100;;\r\n" // With tax.
        + "100,00;S;USD;0,9;90,00;EUR;4711;1200;;0503;;;100;;\r\n"
        + "20,00;S;USD;;;;4711;1200;;0603;;;100;;\r\n" // No amount in euro.
        + "40,00;S;EUR;;;;4711;1200;;0703;;;100;;G\r\n" // A reversal.
        + "5,00;S;EUR;;;;4711;1200;;0105;;;100;;\r\n" // Beyond the last day.
        + "5,00;X;EUR;;;;4711;1200;;0803;;;100;;\r\n";

    private static readonly CubeSpace Book = ForeignFile.Book("100|200", "4711|6000|8400");

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void Read_PostingsOnEitherSide_GivesDebitsPositiveAndRevenueNatural() =>
        Assert.Equal(
            new ForeignFile(
                "2026-02-15 100 4711 1234.56; 2026-02-16 100 4711 -50.00; 2026-03-01 200 6000 200.00; "
                    + "2026-03-02 200 8400 75.00; 2026-03-04 100 4711 119.00; 2026-03-05 100 4711 90.00; "
                    + "2026-03-07 100 4711 -40.00",
                "8 - refused-row; 11 amount other-currency; 13 date bad-date; 14 amount bad-sign",
                "12 read, 7 accepted, 4 rejected, 1 set aside"),
            Read(Profile(), Body));

    [Theory]
    [InlineData(DatevSide.Account, "2026-03-03 100 4711 30.00")]
    [InlineData(DatevSide.ContraAccount, "2026-03-03 100 6000 -30.00")]
    public void Read_TwoElements_GivesTheOneOfTheNamedSide(DatevSide side, string expected) =>
        Assert.Equal(
            new ForeignFile(expected, "", "1 read, 1 accepted, 0 rejected"),
            Read(Profile(side), "30,00;S;EUR;;;;4711;6000;;0303;;;100;;\r\n"));

    [Theory]
    [InlineData("9", "", "3 - refused-row")]
    [InlineData("49", "", "3 - refused-row")]
    [InlineData("40", "2026-03-04 100 4711 119.00", "")] // The account's tax is switched off.
    [InlineData("80", "2026-03-04 100 4711 -119.00", "")] // The same, reversed.
    [InlineData("", "2026-03-04 100 4711 119.00", "")]
    public void Read_TaxKeyThatIsRefused_RejectsTheRow(string key, string rows, string faults)
    {
        ForeignFile read = Read(
            Profile(tax: DatevTax.RefuseTaxKeys), $"119,00;S;EUR;;;;4711;70000;{key};0403;;;100;;\r\n");

        Assert.Equal((rows, faults), (read.Rows, read.Faults));
    }

    [Theory]
    [InlineData("19", "40.00")]
    [InlineData("20", "-40.00")]
    [InlineData("39", "-40.00")]
    [InlineData("59", "40.00")]
    [InlineData("60", "-40.00")]
    [InlineData("89", "-40.00")]
    [InlineData("90", "40.00")]
    public void Read_KeyOfAReversal_IsOne(string key, string amount) =>
        Assert.Equal(
            $"2026-03-07 100 4711 {amount}",
            Read(Profile(), $"40,00;S;EUR;;;;4711;1200;{key};0703;;;100;;\r\n").Rows);

    [Theory]
    [InlineData(DatevReversal.TurnsTheFlag, "G", "2026-03-07 100 4711 -40.00", "")]
    [InlineData(DatevReversal.TurnsTheFlag, "0", "2026-03-07 100 4711 40.00", "")]
    [InlineData(DatevReversal.FollowsTheFlag, "1", "2026-03-07 100 4711 40.00", "")]
    [InlineData(DatevReversal.IsRefused, "1", "", "3 - refused-row")]
    public void Read_Reversal_DoesWhatTheProfileSays(DatevReversal reversal, string mark, string rows, string faults)
    {
        ForeignFile read = Read(
            Profile(reversal: reversal), $"40,00;S;EUR;;;;4711;1200;;0703;;;100;;{mark}\r\n");

        Assert.Equal((rows, faults), (read.Rows, read.Faults));
    }

    [Theory]
    [InlineData("20240101;4;20240101;20241231", "2902", "2024-02-29 100 4711 1.00", "")]
    [InlineData("20260101;4;20260101;20261231", "2902", "", "3 date bad-date")] // No such day in 2026.
    [InlineData("20250101;4;20250101;20260331", "0103", "", "3 date bad-date")] // In both years.
    [InlineData("20250101;4;20250101;20260331", "0104", "2025-04-01 100 4711 1.00", "")]
    public void Read_DayAndMonth_HasTheYearOfTheFirstLineOrIsRefused(
        string span, string day, string rows, string faults)
    {
        ForeignFile read = Read(Profile(), $"1,00;S;EUR;;;;4711;1200;;{day};;;100;;\r\n", span);

        Assert.Equal((rows, faults), (read.Rows, read.Faults));
    }

    [Theory]
    [InlineData(DatevCenter.Kost1, "100")]
    [InlineData(DatevCenter.Kost2, "200")]
    public void Read_TwoFieldsOfCenters_TakesTheNamedOne(DatevCenter center, string expected) =>
        Assert.Equal(
            $"2026-02-15 {expected} 4711 1.00",
            Read(
                DatevProfiles.Postings(
                    center,
                    account => RowTest.Is(account, "4711"),
                    DatevSide.Either,
                    DatevTax.TakeGross,
                    DatevReversal.IsRefused),
                "1,00;S;EUR;;;;4711;1200;;1502;;;100;200;\r\n").Rows);

    [Fact]
    public void Read_OlderFormatInUtf8_NeedsNeitherReversalsNorBaseAmounts()
    {
        const string Text = "EXTF;510;21;Buchungsstapel;7;20180101000000;;RE;;;1001;1;20180101;4;20180101;20180131;;;;"
            + ";;EUR\n"
            + "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);"
            + "BU-Schlüssel;Belegdatum;KOST1 - Kostenstelle\n24,95;H;EUR;1200;4711;;3101;100\n";

        Assert.Equal(
            "2018-01-31 100 4711 24.95",
            ForeignFile.Postings(Profile(), Book, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]).Rows);
    }

    private static ImportProfile Profile(
        DatevSide side = DatevSide.Either,
        DatevTax tax = DatevTax.TakeGross,
        DatevReversal reversal = DatevReversal.TurnsTheFlag) =>
        DatevProfiles.Postings(
            DatevCenter.Kost1, account => RowTest.Between(account, "4000", "08999"), side, tax, reversal);

    private static ForeignFile Read(
        ImportProfile profile, string body, string span = "20260101;4;20260201;20260331") =>
        ForeignFile.Postings(profile, Book, Windows.GetBytes(
            "\"EXTF\";700;21;\"Buchungsstapel\";13;20260405093000000;;\"RE\";\"\";\"\";1001;1;" + span
                + ";\"Stapel\";\"\";1;0;0;\"EUR\";;\"\";;;\"\";;;\"\";\"\"\r\n" + Headings + body));
}
