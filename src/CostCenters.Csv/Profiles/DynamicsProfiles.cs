using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>Profiles for Microsoft Dynamics 365: Business Central, and Finance and Operations.</summary>
/// <remarks>The headings of Business Central were seen in a made-up file, those of Finance and Operations in programs;
/// the headings of its date, voucher and text are documented only.</remarks>
public static class DynamicsProfiles
{
    /// <summary>Postings from the general ledger entries of Business Central.</summary>
    /// <remarks>Debits are positive. Amounts are in the local currency, which the file does not name.</remarks>
    /// <param name="dialect">Delimiter, numbers and date patterns by the user's region.</param>
    /// <param name="dimension">The heading of the dimension that is the center, such as <c>Department Code</c>, which
    /// the customer names.</param>
    /// <param name="isElement">Which accounts are elements; the rows of all others are set aside.</param>
    /// <exception cref="ArgumentException">The heading is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile GeneralLedgerEntries(
        ImportProfile dialect, string dimension, Func<ColumnSource, RowTest> isElement)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ColumnSource account = ColumnSource.Named("G/L Account No.");
        return dialect
            .WithByteOrderMark()
            .WithLastRow(LastRow.Row)
            .WithAmountSigns(AmountSigns.DebitPositive)
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named("Amount")))
            .WithElements(account, isElement)
            .WithColumn("date", "Posting Date")
            .WithColumn("center", dimension)
            .WithColumn("element", account)
            .WithColumn("document", ColumnSource.NamedIfPresent("Document No."))
            .WithColumn("text", ColumnSource.NamedIfPresent("Description"));
    }

    /// <summary>Postings from the general journal entity of Finance and Operations.</summary>
    /// <remarks>Amount = debit − credit in the currency of the row, which must be that of the book. Account and
    /// dimensions stand in one text, whose order and separator are those of the account structure.</remarks>
    /// <param name="dialect">Delimiter, numbers and date patterns of the data project.</param>
    /// <param name="separator">What stands between the parts of <c>AccountDisplayValue</c>, such as <c>-</c> or
    /// <c>|</c>; a code that has it is split as well.</param>
    /// <param name="accountPart">Which part is the main account, from 1.</param>
    /// <param name="centerPart">Which part is the center, from 1.</param>
    /// <param name="isElement">Which accounts are elements; the rows of all others are set aside.</param>
    /// <exception cref="ArgumentException">The separator is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is below 1.</exception>
    public static ImportProfile GeneralJournal(
        ImportProfile dialect,
        string separator,
        int accountPart,
        int centerPart,
        Func<ColumnSource, RowTest> isElement)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ColumnSource dimensions = ColumnSource.Named("AccountDisplayValue");
        ColumnSource account = dimensions.Part(separator, accountPart);
        return dialect
            .WithByteOrderMark()
            .WithLastRow(LastRow.Row)
            .WithAmountSigns(AmountSigns.DebitPositive)
            .WithAmount(AmountSource.FromDebitAndCredit(
                ColumnSource.Named("DebitAmount"), ColumnSource.Named("CreditAmount")))
            .WithCurrency(CurrencyRule.FromColumn(ColumnSource.Named("CurrencyCode")))
            .WithElements(account, isElement)
            .WithColumn("date", "TransDate", "AccountingDate")
            .WithColumn("center", dimensions.Part(separator, centerPart))
            .WithColumn("element", account)
            .WithColumn("document", ColumnSource.NamedIfPresent("Voucher"))
            .WithColumn("text", ColumnSource.NamedIfPresent("Text"));
    }
}
