using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;

namespace CostCenters.Csv.Tests.Unit.Profiles;

/// <summary>QuickBooks Online and Xero: reports in sections, one for each account.</summary>
public class GroupedProfileTests
{
    private const string QuickBooksFront = "Example Ltd,,,,,,,,\nGeneral Ledger,,,,,,,,\nJanuary - March 2026,,,,,,,,\n"
        + ",,,,,,,,\n,Date,Transaction Type,Num,Name,Memo/Description,Split,Amount,Balance\n";

    // Utilities have own postings of 8.00, and gas of 70,865.24 − 420.81 = 70,444.43.
    private const string QuickBooksBody = "Utilities,,,,,,,,\n"
        + "  Gas,,,,,,,,\n"
        + ",Beginning Balance,,,,,,,100.00\n"
        + ",01/31/2026,Bill,B1,Supplier,\"Gas, water\",Creditors,\"70,865.24\",\"70,965.24\"\n"
        + ",02/28/2026,Vendor Credit,C1,Supplier,,Creditors,(420.81),\"70,544.43\"\n"
        + "  Total for Gas,,,,,,,\"70,444.43\",\n"
        + ",03/01/2026,Bill,B2,,,,8.00,8.00\n"
        + "Total for Utilities,,,,,,,\"70,452.43\",\n"
        + "Total for Utilities with sub-accounts,,,,,,,\"70,452.43\",\n"
        + "Rent,,,,,,,,\n"
        + ",03/01/2026,Bill,B3,,,,1.00,1.00\n"
        + "Total for Rent,,,,,,,1.00,\n";

    private static readonly CubeSpace Book = ForeignFile.Book("Main|North", "Gas|Utilities|Rent|8 Sales", "USD");

    [Theory]
    [InlineData("\"70,453.43\"", "", "13 read, 4 accepted, 0 rejected, 9 set aside")]
    [InlineData("\"140,906.86\"", "18 - total-mismatch", "13 read, 4 accepted, 1 rejected, 8 set aside")]
    public void Read_QuickBooksLedger_CarriesTheAccountAndVerifiesTotals(string total, string faults, string counts) =>
        Assert.Equal(
            new ForeignFile(
                "2026-01-31 Main Gas 70865.24; 2026-02-28 Main Gas -420.81; 2026-03-01 Main Utilities 8.00; "
                    + "2026-03-01 Main Rent 1.00",
                faults,
                counts),
            ForeignFile.Postings(
                QuickBooksProfiles.GeneralLedger(ColumnSource.Constant("Main")),
                Book,
                QuickBooksFront + QuickBooksBody + $"TOTAL,,,,,,,{total},\n"));

    [Fact]
    public void Read_QuickBooksLedgerByClass_TakesItsColumn() =>
        Assert.Equal(
            new ForeignFile("2026-01-31 North Rent 5.00", "8 center missing-value; 9 - failed-check",
                "5 read, 1 accepted, 2 rejected, 2 set aside"),
            ForeignFile.Postings(
                QuickBooksProfiles.GeneralLedger(ColumnSource.Named("Class")),
                Book,
                "Example\nGeneral Ledger\nAll Dates\n\n,Date,Transaction Type,No.,Class,Amount,Balance\n"
                    + "Rent,,,,,,\n,01/31/2026,Bill,1,North,5.00,5.00\n,01/31/2026,Bill,2,,5.00,10.00\n"
                    + ",01/31/2026,Bill,3,North,5.00,20.00\nTotal for Rent,,,,,15.00,\n"));

    [Theory]
    [InlineData("8 Sales", "Total 8 Sales,,,,0.00,250.00,,,", "")]
    [InlineData("8 Sales", "Total 8 Sales,,,,250.00,0.00,,,", "14 - total-mismatch")]
    public void Read_XeroTransactions_TakesDebitLessCredit(string sales, string total, string faults)
    {
        ForeignFile read = ForeignFile.Postings(
            XeroProfiles.AccountTransactions(ColumnSource.Constant("Main")),
            Book,
            "Account Transactions,,,,,,,,\nExample Ltd,,,,,,,,\n"
                + "For the period 1 January 2024 to 31 March 2024,,,,,,,,\n,,,,,,,,\n"
                + "Date,Source,Description,Reference,Debit,Credit,Running Balance,Gross,Tax\n"
                + "Rent,,,,,,,,\nOpening Balance,,,,\"1,000.00\",0.00,\"1,000.00\",,\n"
                + "02 Jan 2024,Payable Invoice,Office,R-1,\"1,200.00\",0.00,\"2,200.00\",\"1,440.00\",240.00\n"
                + "29 Feb 2024,Credit Note,Office,R-2,0.00,200.00,\"2,000.00\",(240.00),(40.00)\n"
                + "Total Rent,,,,\"1,200.00\",200.00,,,\nClosing Balance,,,,\"2,000.00\",0.00,,,\n"
                + $"{sales},,,,,,,,\n5 Mar 2024,Receivable Invoice,,,0.00,250.00,(250.00),(300.00),(50.00)\n{total}\n"
                + "Total,,,,\"1,200.00\",450.00,,,\n");

        Assert.Equal(
            new ForeignFile(
                "2024-01-02 Main Rent 1200.00; 2024-02-29 Main Rent -200.00; 2024-03-05 Main 8 Sales 250.00",
                faults,
                faults.Length == 0
                    ? "10 read, 3 accepted, 0 rejected, 7 set aside"
                    : "10 read, 3 accepted, 1 rejected, 6 set aside"),
            read);
    }
}
