using System.Collections.Immutable;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>The headings by which the export of a system is known, each with its alternatives between bars.</summary>
internal static class ProfileMarks
{
    private static readonly string[] SapLineItems =
    [
        "Cost Element|Cost Elem.|Kostenart|成本要素", "Posting Date|Buchungsdatum|Pstng Date|过账日期",
        "Val.in rep.cur.|Val. in rep cur.|Val.in RepCur.|Wert/BWähr|报表货币值|Val/COArea Crcy|Wert/KWähr|"
            + "Value in Obj. Crcy|Wert/OWähr|对象货币值|Value TranCurr|Wert/TWähr",
    ];

    private static readonly string[] ErpNextLedger =
        ["Posting Date", "Account", "Debit ({currency})", "Credit ({currency})", "Voucher No"];

    private static readonly string[] ErpNextMonths = ["Account", "Budget ({month}) {year}", "Actual ({month}) {year}"];

    private static readonly string[] Freshdesk = ["Ticket ID", "Created time", "Resolved time"];

    private static readonly ImmutableDictionary<string, HeadingPattern[][]> All = new Dictionary<string, string[]>
    {
        ["DatevProfiles.Postings"] = ["Umsatz (ohne Soll/Haben-Kz)", "Soll/Haben-Kennzeichen", "Konto", "Belegdatum"],
        ["SapProfiles.LineItems"] = SapLineItems,
        ["SapProfiles.UnconvertedList"] = SapLineItems,
        ["ErpNextProfiles.GeneralLedger"] = ErpNextLedger,
        ["ErpNextProfiles.GroupedGeneralLedger"] = ErpNextLedger,
        ["ErpNextProfiles.MonthlyBudget"] = ErpNextMonths,
        ["ErpNextProfiles.MonthlyActuals"] = ErpNextMonths,
        ["ErpNextProfiles.YearlyBudget"] = ["Account", "Budget {year}", "Actual {year}", "Variance {year}"],
        ["OdooProfiles.AnalyticItems"] = ["Date", "Description", "Amount", "Unit of Measure", "Currency"],
        ["DynamicsProfiles.GeneralLedgerEntries"] = ["Posting Date", "G/L Account No.", "Amount"],
        ["DynamicsProfiles.GeneralJournal"] = ["AccountDisplayValue", "DebitAmount", "CreditAmount"],
        ["QuickBooksProfiles.GeneralLedger"] = ["Date", "Transaction Type", "Num|No.", "Amount", "Balance"],
        ["XeroProfiles.AccountTransactions"] = ["Date", "Source", "Reference", "Debit", "Credit", "Running Balance"],
        ["OracleProfiles.JournalImport"] =
            ["Entered Debit Amount", "Entered Credit Amount", "Effective Date of Transaction"],
        ["CloudProfiles.Focus"] =
            ["BilledCost|EffectiveCost|ContractedCost|ListCost", "BillingCurrency", "ChargePeriodStart"],
        ["CloudProfiles.Aws"] =
        [
            "lineItem/UnblendedCost|line_item_unblended_cost|lineItem/BlendedCost|line_item_blended_cost",
            "lineItem/CurrencyCode|line_item_currency_code",
        ],
        ["CloudProfiles.Azure"] =
            ["Date", "Cost|CostInBillingCurrency", "BillingCurrency|BillingCurrencyCode", "AdditionalInfo"],
        ["CouncilProfiles.SpendingOver25Thousand"] =
            ["Expense Type", "Expense Area", "Supplier", "Amount|Amount £|Amount (£)"],
        ["SupportProfiles.FreshdeskTickets"] = Freshdesk,
        ["SupportProfiles.FreshdeskTicketsByDuration"] = [.. Freshdesk, "First response time (in hrs)"],
        ["SupportProfiles.JiraIssues"] = ["Issue key", "Created", "Resolved"],
    }.ToImmutableDictionary(each => each.Key, each => each.Value.Select(PatternsOf).ToArray());

    /// <summary>The headings of a profile, each with its alternatives.</summary>
    public static HeadingPattern[][] Of(string method) => All[method];

    private static HeadingPattern[] PatternsOf(string mark) => [.. mark.Split('|').Select(HeadingPattern.Parse)];
}
