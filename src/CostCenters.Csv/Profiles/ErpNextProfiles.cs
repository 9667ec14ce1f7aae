using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>Profiles for reports of ERPNext.</summary>
/// <remarks>Headings and rows are those of the reports' source; no export of a company was seen.</remarks>
public static class ErpNextProfiles
{
    private const int MostTitleRows = 30;

    private static readonly ColumnSource Account = ColumnSource.Named("Account");

    /// <summary>Postings from the general ledger without groups: one opening, one total and one closing row.</summary>
    /// <remarks>
    /// <para>Amount = debit − credit; the currency of the headings (<c>Debit (EUR)</c>) must be that of the book. The
    /// total is verified, the opening and closing rows are set aside.</para>
    /// <para>Accounts and centers are read whole, as in <c>5111 - Rent - EX</c>; for their number alone give the
    /// profile <c>WithColumn("element", ColumnSource.Named("Account").Part(" - ", 1))</c>.</para>
    /// </remarks>
    /// <param name="dialect">Delimiter, numbers and date patterns by the user's settings.</param>
    /// <param name="isElement">Which accounts are elements; the rows of all others are set aside.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile GeneralLedger(ImportProfile dialect, Func<ColumnSource, RowTest> isElement) =>
        Ledger(dialect, isElement, TotalScope.WholeFile);

    /// <summary>Postings from the general ledger in groups by account, party or voucher.</summary>
    /// <remarks>As <see cref="GeneralLedger"/>, but totals are set aside without being verified: those of groups and
    /// that of the file have one label.</remarks>
    /// <param name="dialect">Delimiter, numbers and date patterns by the user's settings.</param>
    /// <param name="isElement">Which accounts are elements; the rows of all others are set aside.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile GroupedGeneralLedger(ImportProfile dialect, Func<ColumnSource, RowTest> isElement) =>
        Ledger(dialect, isElement, TotalScope.Unverified);

    /// <summary>The budget of a budget variance report by months.</summary>
    /// <remarks>The totals must be budget − actual, as the report has them. A report with the option to cumulate has
    /// the same headings and other figures: export without it.</remarks>
    /// <param name="dialect">Delimiter and numbers by the user's settings.</param>
    /// <param name="version">The name of the budget version.</param>
    /// <param name="dimension">The heading of the first column, such as <c>Cost Center</c>.</param>
    /// <param name="groups">The centers whose rows have the sums of others, which are set aside; may be empty.</param>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile MonthlyBudget(
        ImportProfile dialect, string version, string dimension, IEnumerable<string> groups) =>
        Variance(dialect, dimension, groups)
            .WithConstant("version", version)
            .WithPeriodColumns(new PeriodColumns(DayOfMonth.Last, "Budget ({month}) {year}"));

    /// <summary>The actuals of a budget variance report by months, posted on the last day of each.</summary>
    /// <remarks>As <see cref="MonthlyBudget"/>.</remarks>
    /// <param name="dialect">Delimiter and numbers by the user's settings.</param>
    /// <param name="dimension">The heading of the first column, such as <c>Cost Center</c>.</param>
    /// <param name="groups">The centers whose rows have the sums of others, which are set aside; may be empty.</param>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile MonthlyActuals(ImportProfile dialect, string dimension, IEnumerable<string> groups) =>
        Variance(dialect, dimension, groups)
            .WithPeriodColumns(new PeriodColumns(DayOfMonth.Last, "Actual ({month}) {year}"));

    /// <summary>The budget of a budget variance report by one year, whose heading is <c>Budget 2026</c>.</summary>
    /// <param name="dialect">Delimiter and numbers by the user's settings.</param>
    /// <param name="version">The name of the budget version.</param>
    /// <param name="dimension">The heading of the first column, such as <c>Cost Center</c>.</param>
    /// <param name="groups">The centers whose rows have the sums of others, which are set aside; may be empty.</param>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile YearlyBudget(
        ImportProfile dialect, string version, string dimension, IEnumerable<string> groups) =>
        Centers(dialect, dimension, groups)
            .WithConstant("version", version)
            .WithColumn("period", ColumnSource.Metadata("year"))
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named("Budget {year}")))
            .WithCheck(ColumnCheck.Difference(
                ColumnSource.Named("Variance {year}"),
                ColumnSource.Named("Budget {year}"),
                ColumnSource.Named("Actual {year}")));

    private static ImportProfile Ledger(
        ImportProfile dialect, Func<ColumnSource, RowTest> isElement, TotalScope totals)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        RowTest isBalance = RowTest.Is(Account, "'Opening'", "Opening").Or(RowTest.StartsWith(Account, "'Closing"));
        return dialect
            .WithHeader(HeaderPlace.FoundWithin(MostTitleRows))
            .WithAmountSigns(AmountSigns.DebitPositive)
            .WithAmount(AmountSource.FromDebitAndCredit(
                ColumnSource.Named("Debit ({currency})"), ColumnSource.Named("Credit ({currency})")))
            .WithCurrency(CurrencyRule.FromColumn(ColumnSource.Metadata("currency")))
            .WithTotals(new TotalRows(isBalance, TotalScope.Unverified))
            .WithTotals(new TotalRows(RowTest.Is(Account, "'Total'", "Total"), totals))
            .WithElements(Account, isElement)
            .WithColumn("date", "Posting Date")
            .WithColumn("element", Account)
            .WithColumn("center", "Cost Center")
            .WithColumn("document", ColumnSource.NamedIfPresent("Voucher No"))
            .WithColumn("text", ColumnSource.NamedIfPresent("Remarks"));
    }

    private static ImportProfile Variance(ImportProfile dialect, string dimension, IEnumerable<string> groups) =>
        Centers(dialect, dimension, groups).WithCheck(ColumnCheck.Difference(
            ColumnSource.Named("Total Variance"),
            ColumnSource.Named("Total Budget"),
            ColumnSource.Named("Total Actual")));

    private static ImportProfile Centers(ImportProfile dialect, string dimension, IEnumerable<string> groups)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(groups);
        ColumnSource center = ColumnSource.Named(dimension);
        string[] parents = [.. groups];
        ImportProfile profile = dialect
            .WithHeader(HeaderPlace.FoundWithin(MostTitleRows))
            .WithColumn("center", center)
            .WithColumn("element", Account);
        return parents.Length == 0
            ? profile
            : profile.WithFilter(RowFilter.Drop(RowTest.Is(center, parents), "groups of centers"));
    }
}
