using System.Collections.Immutable;

namespace CostCenters.Csv.Profiles;

/// <summary>The profiles that come with the library: what to call, what it asks, and what it rests on.</summary>
public static class BuiltInProfiles
{
    /// <summary>All profiles, by system.</summary>
    public static ImmutableArray<BuiltInProfile> All { get; } =
    [
        new(
            "DatevProfiles.Postings", "DATEV Buchungsstapel (EXTF, DTVF)", "postings", ProfileEvidence.SampleFile,
            "An example file and the documentation of version 13; sides, tax and reversals were not seen in a ledger.",
            "KOST1 or KOST2", "which accounts are elements", "the side of the element", "gross or refused",
            "what the mark of a reversal means"),
        new(
            "SapProfiles.LineItems", "SAP line items (KSB1, KOB1, CJI3), converted", "postings",
            ProfileEvidence.Program,
            "English, German and Chinese labels in programs that read such files; no true export.",
            "delimiter, numbers and dates", "which amount", "its currency"),
        new(
            "SapProfiles.UnconvertedList", "SAP line items, unconverted list", "postings", ProfileEvidence.Program,
            "As the converted ones; the frame in programs that read such lists.",
            "encoding, numbers and dates", "which amount", "its currency"),
        new(
            "ErpNextProfiles.GeneralLedger", "ERPNext general ledger", "postings", ProfileEvidence.Program,
            "The source of the report.", "numbers and dates", "which accounts are elements"),
        new(
            "ErpNextProfiles.GroupedGeneralLedger", "ERPNext general ledger in groups", "postings",
            ProfileEvidence.Program, "The source of the report.", "numbers and dates", "which accounts are elements"),
        new(
            "ErpNextProfiles.MonthlyBudget", "ERPNext budget variance by months: budget", "budget",
            ProfileEvidence.Program, "The source of the report.",
            "numbers", "the budget version", "the dimension's heading", "which centers are groups"),
        new(
            "ErpNextProfiles.MonthlyActuals", "ERPNext budget variance by months: actuals", "postings",
            ProfileEvidence.Program, "The source of the report.",
            "numbers", "the dimension's heading", "which centers are groups"),
        new(
            "ErpNextProfiles.YearlyBudget", "ERPNext budget variance by one year: budget", "budget",
            ProfileEvidence.Program, "The source of the report.",
            "numbers", "the budget version", "the dimension's heading", "which centers are groups"),
        new(
            "OdooProfiles.AnalyticItems", "Odoo analytic items", "postings", ProfileEvidence.Program,
            "Labels and signs in Odoo's source; no true export.", "the plan's heading", "the element"),
        new(
            "DynamicsProfiles.GeneralLedgerEntries", "Business Central G/L entries", "postings",
            ProfileEvidence.SampleFile, "A made-up file.",
            "numbers and dates", "the dimension's heading", "which accounts are elements"),
        new(
            "DynamicsProfiles.GeneralJournal", "Dynamics 365 Finance and Operations journal", "postings",
            ProfileEvidence.Program, "Programs; the headings of date, voucher and text are documented only.",
            "numbers and dates", "the separator", "the account's place", "the center's place",
            "which accounts are elements"),
        new(
            "QuickBooksProfiles.GeneralLedger", "QuickBooks Online general ledger", "postings",
            ProfileEvidence.SampleFile, "A made-up file.", "the center"),
        new(
            "XeroProfiles.AccountTransactions", "Xero account transactions", "postings", ProfileEvidence.Program,
            "A program that reads the report.", "the center"),
        new(
            "OracleProfiles.JournalImport", "Oracle Fusion journal import", "postings", ProfileEvidence.Program,
            "A program that writes it; the headings of the amounts are documented only.",
            "the center's segment", "the account's segment", "which accounts are elements"),
        new(
            "CloudProfiles.Focus", "FOCUS 1.0 and later", "postings", ProfileEvidence.RealFile,
            "Sample data of the specification, whose sums come out.",
            "which cost", "which day", "the center", "the element", "the rounding"),
        new(
            "CloudProfiles.Aws", "AWS cost and usage report", "postings", ProfileEvidence.Program,
            "A program that reads it; the headings of version 2 are documented only.",
            "which cost", "the center", "the element", "the rounding"),
        new(
            "CloudProfiles.Azure", "Azure enterprise agreement usage", "postings", ProfileEvidence.RealFile,
            "Real exports, whose sums come out.", "the center", "the element", "the rounding"),
        new(
            "CouncilProfiles.SpendingOver25Thousand", "UK spending over 25,000 pounds", "postings",
            ProfileEvidence.SampleFile, "Published files of departments.", "the center", "the element"),
        new(
            "SupportProfiles.FreshdeskTickets", "Freshdesk tickets", "contacts", ProfileEvidence.Program,
            "Headings in programs; the form of times was not seen.", "the time zone", "the center", "the channel"),
        new(
            "SupportProfiles.FreshdeskTicketsByDuration", "Freshdesk tickets by response duration", "contacts",
            ProfileEvidence.Program, "Headings and durations in programs; the form of times was not seen.",
            "the time zone", "the center", "the channel"),
        new(
            "SupportProfiles.JiraIssues", "Jira Service Management issues", "contacts", ProfileEvidence.Program,
            "Headings and times in programs; the form of the time left was not seen.",
            "the time zone", "the center", "the channel", "maybe the goal of the first response"),
    ];
}
