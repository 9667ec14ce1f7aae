using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>A profile for QuickBooks Online.</summary>
/// <remarks>The form is that of a made-up file; no export of a company was seen.</remarks>
public static class QuickBooksProfiles
{
    private const int MostTitleRows = 10;

    private static readonly ColumnSource Label = ColumnSource.At(1);

    /// <summary>Postings from the general ledger report.</summary>
    /// <remarks>
    /// <para>The unnamed first column has the account of the rows below it, which becomes the element, whole: for its
    /// number alone give the profile <c>WithColumn("element", ColumnSource.Section().Part(" ", 1))</c>. Beginning
    /// balances are set aside; totals of accounts and the grand total are verified, and so is the running balance.
    /// Totals "with sub-accounts" are set aside without being verified.</para>
    /// <para>Amounts have the natural sign of their account. Accounts that are no elements of the book are rejected row
    /// by row: filter the report in QuickBooks, or by <c>WithFilter</c> on <c>ColumnSource.Section()</c>.</para>
    /// </remarks>
    /// <param name="center">Where the center stands, such as <c>ColumnSource.Named("Class")</c>, or a constant: the
    /// report has classes only if asked for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="center"/> is null.</exception>
    public static ImportProfile GeneralLedger(ColumnSource center) =>
        ImportProfile.Contract
            .WithByteOrderMark()
            .WithTrimmedCells()
            .WithHeader(HeaderPlace.FoundWithin(MostTitleRows))
            .WithNumbers('.', ",")
            .WithNegativeStyles(NegativeStyles.LeadingMinus | NegativeStyles.Parentheses)
            .WithDatePatterns("MM/dd/yyyy")
            .WithSections(new SectionRules(Label)
                .WithTotals("Total for {section}")
                .WithGrandTotals("TOTAL")
                .WithOpenings("Beginning Balance"))
            .WithTotals(new TotalRows(
                RowTest.StartsWith(Label, "Total for").And(RowTest.Contains(Label, "with sub-accounts")),
                TotalScope.Unverified))
            .WithCheck(ColumnCheck.RunningTotal(ColumnSource.Named("Balance")))
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named("Amount")))
            .WithColumn("date", "Date")
            .WithColumn("center", center)
            .WithColumn("element", ColumnSource.Section())
            .WithColumn("document", ColumnSource.NamedIfPresent("Num", "No."))
            .WithColumn("text", ColumnSource.NamedIfPresent("Memo/Description"));
}
