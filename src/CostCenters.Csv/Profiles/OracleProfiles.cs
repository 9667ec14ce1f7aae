using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>A profile for Oracle Fusion.</summary>
/// <remarks>The first headings are those of a program that writes such files; the headings of the amounts are
/// documented only, and no file of a company was seen.</remarks>
public static class OracleProfiles
{
    /// <summary>Postings from a journal import with headings.</summary>
    /// <remarks>Amount = entered debit − credit in the currency of the row, which must be that of the book or have a
    /// rate. Rows that are no actuals (<c>Actual Flag</c> other than A: budgets, encumbrances) are set aside.</remarks>
    /// <param name="center">The heading of the segment that is the center, which is the customer's.</param>
    /// <param name="account">The heading of the segment that is the account.</param>
    /// <param name="isElement">Which accounts are elements; the rows of all others are set aside.</param>
    /// <exception cref="ArgumentException">A heading is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile JournalImport(
        string center, string account, Func<ColumnSource, RowTest> isElement) =>
        ImportProfile.Contract
            .WithByteOrderMark()
            .WithLastRow(LastRow.Row)
            .WithDatePatterns("yyyy/MM/dd", "yyyy-MM-dd")
            .WithAmountSigns(AmountSigns.DebitPositive)
            .WithAmount(AmountSource.FromDebitAndCredit(
                ColumnSource.Named("Entered Debit Amount"), ColumnSource.Named("Entered Credit Amount")))
            .WithCurrency(CurrencyRule.FromColumn(ColumnSource.Named("Currency Code")))
            .WithFilter(RowFilter.Keep(RowTest.Is(ColumnSource.Named("Actual Flag"), "A"), "rows that are no actuals"))
            .WithElements(ColumnSource.Named(account), isElement)
            .WithColumn("date", "Effective Date of Transaction")
            .WithColumn("center", center)
            .WithColumn("element", account);
}
