using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>A profile for Xero.</summary>
/// <remarks>The form is that of a program which reads such reports; no export of a company was seen.</remarks>
public static class XeroProfiles
{
    private const int MostTitleRows = 10;

    /// <summary>Postings from the account transactions report.</summary>
    /// <remarks>
    /// <para>A row with an account alone opens its section; the account becomes the element, whole. Opening and closing
    /// balances are set aside, totals of accounts and the grand total are verified.</para>
    /// <para>Amount = debit − credit, without tax; credits count positive on revenue elements. Accounts that are no
    /// elements of the book are rejected row by row: choose accounts in Xero, or filter by
    /// <c>ColumnSource.Section()</c>.</para>
    /// </remarks>
    /// <param name="center">Where the center stands, such as the heading of a tracking category, or a constant: the
    /// report has categories only if asked for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="center"/> is null.</exception>
    public static ImportProfile AccountTransactions(ColumnSource center) =>
        ImportProfile.Contract
            .WithByteOrderMark()
            .WithTrimmedCells()
            .WithHeader(HeaderPlace.FoundWithin(MostTitleRows))
            .WithNumbers('.', ",")
            .WithNegativeStyles(NegativeStyles.LeadingMinus | NegativeStyles.Parentheses)
            .WithDatePatterns("dd MMM yyyy", "d MMM yyyy")
            .WithSections(new SectionRules(ColumnSource.At(1))
                .WithTotals("Total {section}")
                .WithGrandTotals("Total")
                .WithOpenings("Opening Balance", "Closing Balance"))
            .WithAmountSigns(AmountSigns.DebitPositive)
            .WithAmount(AmountSource.FromDebitAndCredit(ColumnSource.Named("Debit"), ColumnSource.Named("Credit")))
            .WithColumn("date", "Date")
            .WithColumn("center", center)
            .WithColumn("element", ColumnSource.Section())
            .WithColumn("document", ColumnSource.NamedIfPresent("Reference"))
            .WithColumn("text", ColumnSource.NamedIfPresent("Description"));
}
