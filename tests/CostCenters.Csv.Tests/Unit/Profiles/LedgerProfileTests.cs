using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;

namespace CostCenters.Csv.Tests.Unit.Profiles;

/// <summary>Odoo, Dynamics and Oracle: one row a posting, and a column or segment that the customer names.</summary>
public class LedgerProfileTests
{
    private static readonly CubeSpace Book = ForeignFile.Book("IT|HR|CC-001|CC-002", "601500|602000|801000");

    private static readonly ImportProfile American = ImportProfile.Contract
        .WithNumbers('.', ",").WithDatePatterns("MM/dd/yyyy");

    [Fact] // The fourth row is a revenue, the fifth in dollars; the quantity is 7 decimals long and not read.
    public void Read_OdooAnalyticItems_TurnsCosts() =>
        Assert.Equal(
            new ForeignFile(
                "2024-02-29 IT 601500 100.00; 2024-03-01 IT 601500 -12.50; 2024-03-02 HR 801000 80.00",
                "5 amount other-currency; 6 center missing-value",
                "5 read, 3 accepted, 2 rejected"),
            ForeignFile.Postings(
                OdooProfiles.AnalyticItems("Departments", ColumnSource.Named("Financial Account")),
                Book,
                "Date,Description,Amount,Quantity,Unit of Measure,Departments,Projects,Currency,Financial Account\n"
                    + "2024-02-29,Licence,-100.00,1.3333333,Units,IT,P1,EUR,601500\n"
                    + "2024-03-01,Refund,12.50,,,IT,,EUR,601500\n"
                    + "2024-03-02,Sale,80.00,,,HR,,EUR,801000\n"
                    + "2024-03-03,Licence,-5.00,,,HR,,USD,601500\n"
                    + "2024-03-04,Rest,-5.00,,,,P2,EUR,601500\n"));

    [Fact]
    public void Read_BusinessCentralEntries_KeepsElementsOfTheNamedRange() =>
        Assert.Equal(
            new ForeignFile(
                "2026-01-31 IT 601500 1000.50; 2026-02-01 IT 601500 -0.50; 2026-02-02 HR 801000 20.00",
                "",
                "4 read, 3 accepted, 0 rejected, 1 set aside"),
            ForeignFile.Postings(
                DynamicsProfiles.GeneralLedgerEntries(American, "Cost Center Code", Costs),
                Book,
                "Entry No.,Posting Date,Document Type,Document No.,G/L Account No.,Cost Center Code,Description,"
                    + "Amount\n"
                    + "1,01/31/2026,Invoice,PI-1,601500,IT,Licences,\"1,000.50\"\n"
                    + "2,01/31/2026,Invoice,PI-1,210000,,Creditors,\"-1,000.50\"\n"
                    + "3,02/01/2026,Credit Memo,PC-1,601500,IT,,-0.50\n"
                    + "4,02/02/2026,Invoice,SI-1,801000,HR,Sale,-20.00\n"));

    [Theory]
    [InlineData("-", "601500-BU1-CC-001", "CC")] // A separator within the code cuts it: no center of the book.
    [InlineData("|", "601500|BU1|CC-001", "CC-001")]
    public void Read_FinanceJournal_SplitsTheDimensions(string separator, string dimensions, string center)
    {
        ForeignFile read = ForeignFile.Postings(
            DynamicsProfiles.GeneralJournal(American, separator, accountPart: 1, centerPart: 3, Costs),
            Book,
            "TransDate,Voucher,AccountDisplayValue,DebitAmount,CreditAmount,CurrencyCode,Text\n"
                + $"01/31/2026,V1,{dimensions},10.00,0.00,EUR,a\n01/31/2026,V1,{dimensions},0.00,2.50,EUR,b\n"
                + $"01/31/2026,V1,211000{separator}{separator},0.00,7.50,EUR,c\n");

        Assert.Equal(
            center == "CC-001"
                ? new ForeignFile(
                    "2026-01-31 CC-001 601500 10.00; 2026-01-31 CC-001 601500 -2.50",
                    "",
                    "3 read, 2 accepted, 0 rejected, 1 set aside")
                : new ForeignFile(
                    "",
                    "2 center unknown-center; 3 center unknown-center",
                    "3 read, 0 accepted, 2 rejected, 1 set aside"),
            read);
    }

    [Fact] // A budget line is no actual, and an amount in dollars needs a rate.
    public void Read_OracleJournalImport_TakesActualsInTheBooksCurrency() =>
        Assert.Equal(
            new ForeignFile(
                "2026-01-31 CC-001 601500 10.25; 2026-01-31 CC-002 602000 -3.00",
                "5 amount other-currency; 6 amount two-amounts",
                "5 read, 2 accepted, 2 rejected, 1 set aside"),
            ForeignFile.Postings(
                OracleProfiles.JournalImport("CostCenter", "Account", Costs),
                Book,
                "Status Code,Ledger ID,Effective Date of Transaction,Journal Source,Journal Category,Currency Code,"
                    + "Journal Entry Creation Date,Actual Flag,Company,CostCenter,Account,Entered Debit Amount,"
                    + "Entered Credit Amount\n"
                    + "NEW,1,2026/01/31,Manual,Adj,EUR,2026/02/01,A,01,CC-001,601500,10.25,\n"
                    + "NEW,1,2026/01/31,Manual,Adj,EUR,2026/02/01,A,01,CC-002,602000,,3.00\n"
                    + "NEW,1,2026/01/31,Manual,Adj,EUR,2026/02/01,B,01,CC-001,601500,99.00,\n"
                    + "NEW,1,2026/01/31,Manual,Adj,USD,2026/02/01,A,01,CC-001,601500,5.00,\n"
                    + "NEW,1,2026/01/31,Manual,Adj,EUR,2026/02/01,A,01,CC-001,601500,5.00,4.00\n"));

    private static RowTest Costs(ColumnSource account) => RowTest.Between(account, "600000", "899999");
}
