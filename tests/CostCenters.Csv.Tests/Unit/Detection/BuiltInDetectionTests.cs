using CostCenters.Csv.Detection;
using CostCenters.Csv.Profiles;

namespace CostCenters.Csv.Tests.Unit.Detection;

public class BuiltInDetectionTests
{
    private const string ErpNextFront = "GL Entry,Posting Date,Account,Debit (EUR),Credit (EUR),Balance (EUR),"
        + "Voucher Type,Voucher No,Cost Center,Remarks\n";

    /// <summary>The first rows of exports, as the tests of the profiles have them, and the profiles that fit.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);"
            + "BU-Schlüssel;Belegdatum;Belegfeld 1;Buchungstext;KOST1 - Kostenstelle\n"
            + "10,50;S;EUR;4711;1200;;3101;R1;Miete;100\n", "DatevProfiles.Postings" },
        { "Cost Center,Cost Element,Name,Val.in rep.cur.,RCurr,Value TranCurr,Posting Date,Document Number\n"
            + "4000,400000,Paper,\"1,234.56\",EUR,\"1,400.00\",01/31/2026,100\n", "SapProfiles.LineItems" },
        { "|Kostenstelle|Kostenart|Buchungsdatum|Wert/KWähr|\n|4000|400000|31.01.2026|1,00|\n"
            + "|4000|400000|31.01.2026|1,00|\n", "SapProfiles.UnconvertedList" },
        { ErpNextFront + "a,2026-01-31,4711 - Rent - EX,500.0,0.0,1500.0,Purchase Invoice,PI-1,Main - EX,\n",
            "ErpNextProfiles.GeneralLedger ErpNextProfiles.GroupedGeneralLedger" },
        { "Cost Center,Account,Budget (Jan) 2026,Actual (Jan) 2026,Variance (Jan) 2026\nA,4711,1.0,2.0,-1.0\n",
            "ErpNextProfiles.MonthlyBudget ErpNextProfiles.MonthlyActuals" },
        { "Cost Center,Account,Budget 2026,Actual 2026,Variance 2026\nA,4711,1.0,2.0,-1.0\n",
            "ErpNextProfiles.YearlyBudget" },
        { "Date,Description,Amount,Quantity,Unit of Measure,Departments,Projects,Currency,Financial Account\n"
            + "2024-02-29,Licence,-100.00,1.3333333,Units,IT,P1,EUR,601500\n", "OdooProfiles.AnalyticItems" },
        { "Entry No.,Posting Date,Document Type,Document No.,G/L Account No.,Department Code,Description,Amount\n"
            + "1,01/31/2026,Invoice,PI-1,601500,IT,Licences,\"1,000.50\"\n", "DynamicsProfiles.GeneralLedgerEntries" },
        { "TransDate,Voucher,AccountDisplayValue,DebitAmount,CreditAmount,CurrencyCode,Text\n"
            + "01/31/2026,V1,1-2,10.00,0.00,EUR,a\n", "DynamicsProfiles.GeneralJournal" },
        { "Example\nGeneral Ledger\nAll Dates\n\n,Date,Transaction Type,No.,Class,Amount,Balance\nRent,,,,,,\n"
            + ",01/31/2026,Bill,1,North,5.00,5.00\n,01/31/2026,Bill,2,,5.00,10.00\n",
            "QuickBooksProfiles.GeneralLedger" },
        { "Date,Source,Description,Reference,Debit,Credit,Running Balance,Gross,Tax\nRent,,,,,,,,\n"
            + "02 Jan 2024,Payable Invoice,Office,R-1,\"1,200.00\",0.00,\"2,200.00\",\"1,440.00\",240.00\n",
            "XeroProfiles.AccountTransactions" },
        { "Status Code,Ledger ID,Effective Date of Transaction,Journal Source,Journal Category,Currency Code,"
            + "Journal Entry Creation Date,Actual Flag,Segment1,Segment2,Segment3,Entered Debit Amount,"
            + "Entered Credit Amount\nNEW,1,2026/01/31,Manual,Adj,EUR,2026/02/01,A,01,CC-001,601500,10.25,\n",
            "OracleProfiles.JournalImport" },
        { "BilledCost,EffectiveCost,ContractedCost,ListCost,BillingCurrency,ChargePeriodStart,SubAccountName\n"
            + "1,2,3,4,USD,2024-09-30 22:00:00,Sun\n", "CloudProfiles.Focus" },
        { "identity/LineItemId,lineItem/UsageStartDate,lineItem/UnblendedCost,lineItem/CurrencyCode\n"
            + "a,2024-09-30T23:00:00Z,1.25,USD\n", "CloudProfiles.Aws" },
        { "Date,Quantity,Cost,BillingCurrency,AdditionalInfo,CostCenter\n09/21/2023,0.5,3.25,USD,,Sun\n",
            "CloudProfiles.Azure" },
        { "Department Family,Entity,Date,Expense Type,Expense Area,Supplier,Transaction Number,Amount,Description\n"
            + "DfE,Agency,31/03/2024,Rent,Area,Landlord,1,\"1,329,075.00\",a\n",
            "CouncilProfiles.SpendingOver25Thousand" },
        { "Ticket ID,Subject,Created time,Resolved time,Initial response time,First response time (in hrs)\n"
            + "1,s,2026-01-31 10:00:00,2026-01-31 12:00:00,,0:30:00\n",
            "SupportProfiles.FreshdeskTickets SupportProfiles.FreshdeskTicketsByDuration" },
        { "Issue key,Issue Type,Created,Resolved\nD-1,Bug,31/Jan/26 9:05 AM,31/Jan/26 10:05 AM\n",
            "SupportProfiles.JiraIssues" },
        { "Date,Center,Element,Amount\n2026-01-31,A,6000,1.00\n", "" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Detect_ExportOfASystem_PointsToItsProfile(string text, string methods)
    {
        ProfileProposal proposal = Detected.Of(text);

        Assert.Equal(methods, string.Join(' ', proposal.BuiltIn.Select(each => each.Method)));
        Assert.Equal(
            methods.Length > 0,
            proposal.Evidence.Any(line => line.StartsWith("The headings are those of", StringComparison.Ordinal)));
    }

    [Fact]
    public void BuiltIn_AfterADecision_StaysKnown()
    {
        ProfileProposal proposal = Detected.Of(ErpNextFront + "a,2026-01-31,4711,500.0,0.0,1.0,P,PI-1,Main,\n");

        Assert.Equal(
            proposal.BuiltIn.AsEnumerable(), proposal.Map("center", Csv.Shapes.ColumnSource.At(9)).BuiltIn);
    }

    [Fact]
    public void Detect_EveryBuiltInProfile_IsRecognisedByAFile() => Assert.Equal(
        BuiltInProfiles.All.Select(each => each.Method).Order(StringComparer.Ordinal),
        Files.SelectMany(row => ((string)row[1]).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()
            .Order(StringComparer.Ordinal));
}
