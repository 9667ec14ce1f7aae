using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;

namespace CostCenters.Csv.Tests.Unit.Profiles;

public class ErpNextProfileTests
{
    private const string Front = "GL Entry,Posting Date,Account,Debit (EUR),Credit (EUR),Balance (EUR),Voucher Type,"
        + "Voucher No,Cost Center,Remarks\n";

    private const string Body = ",,'Opening',1000.0,0.0,1000.0,,,,\n"
        + "a,2026-01-31,4711 - Rent - EX,500.0,0.0,1500.0,Purchase Invoice,PI-1,Main - EX,\"one, two\"\n"
        + "b,2026-01-31,2100 - Creditors - EX,0.0,500.0,1000.0,Purchase Invoice,PI-1,Main - EX,\n"
        + "c,2026-02-28,4711 - Rent - EX,0.0,20.5,979.5,Journal Entry,JV-1,Main - EX,\n"
        + "d,2026-02-28,8000 - Sales - EX,0.0,70.0,909.5,Journal Entry,JV-1,Main - EX,\n";

    private const string Closing = ",,'Closing (Opening + Total)',1500.0,590.5,909.5,,,,\n";

    private const string Months = "Cost Center,Account,Budget (Jan) 2026,Actual (Jan) 2026,Variance (Jan) 2026,"
        + "Budget (Feb) 2026,Actual (Feb) 2026,Variance (Feb) 2026,Total Budget,Total Actual,Total Variance\n";

    // The group has the sums of A and B: 400.00 budget, 305.25 actual in January.
    private const string Centers = "All - EX,4711,400.0,305.25,94.75,400.0,410.5,-10.5,800.0,715.75,84.25\n"
        + "A,4711,100.0,90.25,9.75,100.0,110.5,-10.5,200.0,200.75,-0.75\n"
        + "B,4711,300.0,215.0,85.0,300.0,300.0,0.0,600.0,515.0,85.0\n";

    private static readonly CubeSpace Book = ForeignFile.Book("A|B|Main - EX", "4711|8000");

    // Debits of the file: 500; credits: 500 + 20.5 + 70 = 590.5. The opening does not count.
    [Theory]
    [InlineData(
        ",,'Total',500.0,590.5,-90.5,,,,\n", "", "7 read, 3 accepted, 0 rejected, 4 set aside")]
    [InlineData(
        ",,'Total',1500.0,590.5,909.5,,,,\n", "8 - total-mismatch",
        "7 read, 3 accepted, 1 rejected, 3 set aside")]
    public void Read_GeneralLedger_VerifiesTheTotal(string total, string faults, string counts) =>
        Assert.Equal(
            new ForeignFile(
                "2026-01-31 Main - EX 4711 500.00; 2026-02-28 Main - EX 4711 -20.50; 2026-02-28 Main - EX 8000 70.00",
                faults,
                counts),
            ForeignFile.Postings(Ledger(), Book, "General Ledger\n" + Front + Body + total + Closing));

    [Fact]
    public void Read_GeneralLedgerInAnotherCurrency_IsRefused() =>
        Assert.Equal(
            "2 amount other-currency",
            ForeignFile.Postings(
                Ledger(),
                Book,
                Front.Replace("EUR", "USD", StringComparison.Ordinal)
                    + "a,2026-01-31,4711 - Rent - EX,500.0,0.0,1500.0,,,Main - EX,\n").Faults);

    [Fact] // The total of each account, and that of the file, have one label.
    public void Read_GroupedGeneralLedger_SetsTotalsAside() =>
        Assert.Equal(
            new ForeignFile(
                "2026-01-31 Main - EX 4711 500.00; 2026-01-31 Main - EX 8000 70.00",
                "",
                "5 read, 2 accepted, 0 rejected, 3 set aside"),
            ForeignFile.Postings(
                ErpNextProfiles.GroupedGeneralLedger(ImportProfile.Contract, IsElement)
                    .WithColumn("element", ColumnSource.Named("Account").Part(" - ", 1)),
                Book,
                Front + "a,2026-01-31,4711 - Rent - EX,500.0,0.0,500.0,,,Main - EX,\n,,'Total',500.0,0.0,500.0,,,,\n"
                    + "b,2026-01-31,8000 - Sales - EX,0.0,70.0,-70.0,,,Main - EX,\n,,'Total',0.0,70.0,-70.0,,,,\n"
                    + ",,'Total',500.0,70.0,430.0,,,,\n"));

    [Fact]
    public void Read_BudgetVariance_GivesBudgetAndActualsOfOneFile()
    {
        Assert.Equal(
            new ForeignFile(
                "plan 2026-P01 A 4711 100.00; plan 2026-P02 A 4711 100.00; plan 2026-P01 B 4711 300.00; "
                    + "plan 2026-P02 B 4711 300.00",
                "",
                "5 read, 4 accepted, 0 rejected, 1 set aside"),
            ForeignFile.Budgets(
                ErpNextProfiles.MonthlyBudget(ImportProfile.Contract, "plan", "Cost Center", ["All - EX"]),
                Book,
                Months + Centers));
        Assert.Equal(
            "2026-01-31 A 4711 90.25; 2026-02-28 A 4711 110.50; 2026-01-31 B 4711 215.00; 2026-02-28 B 4711 300.00",
            ForeignFile.Postings(
                ErpNextProfiles.MonthlyActuals(ImportProfile.Contract, "Cost Center", ["All - EX"]),
                Book,
                Months + Centers).Rows);
    }

    [Fact] // The group is no center of the book, so nothing is counted twice even if it is not named.
    public void Read_BudgetVarianceWithAnotherSign_IsRefused() =>
        Assert.Equal(
            "2 - failed-check; 2 - failed-check",
            ForeignFile.Budgets(
                ErpNextProfiles.MonthlyBudget(ImportProfile.Contract, "plan", "Cost Center", []),
                Book,
                Months + "A,4711,100.0,90.25,9.75,100.0,110.5,-10.5,200.0,200.75,0.75\n").Faults);

    [Theory]
    [InlineData("-0.75", "plan 2026 A 4711 200.00", "")]
    [InlineData("0.75", "", "2 - failed-check")]
    public void Read_BudgetOfAYear_HasItsYearInTheHeading(string variance, string rows, string faults)
    {
        ForeignFile read = ForeignFile.Budgets(
            ErpNextProfiles.YearlyBudget(ImportProfile.Contract, "plan", "Cost Center", ["All - EX"]),
            Book,
            $"Cost Center,Account,Budget 2026,Actual 2026,Variance 2026\nA,4711,200.0,200.75,{variance}\n");

        Assert.Equal((rows, faults), (read.Rows, read.Faults));
    }

    private static RowTest IsElement(ColumnSource account) => RowTest.StartsWith(account, "4", "8");

    private static ImportProfile Ledger() => ErpNextProfiles.GeneralLedger(ImportProfile.Contract, IsElement)
        .WithColumn("element", ColumnSource.Named("Account").Part(" - ", 1));
}
