using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>Profiles for line items of SAP controlling, as the report KSB1 and its kin (KOB1, CJI3) list
/// them.</summary>
/// <remarks>The labels are those that programs which read such exports expect, in English, German and some in Chinese;
/// no true export was seen. They depend on layout, language and column width: name others by <c>WithColumn</c>, such as
/// <c>WithColumn("date", "Buch.dat.")</c>. A layout with statistical postings needs a filter.</remarks>
public static class SapProfiles
{
    private const int MostTitleRows = 100;

    private static readonly ColumnSource First = ColumnSource.At(1);

    /// <summary>Postings from line items that were converted to a spreadsheet or CSV.</summary>
    /// <remarks>Minus signs stand in front or behind. Rows with <c>*</c> or <c>**</c> in the first column are verified
    /// as totals of the rows since the last one, and of the whole file. Debits are positive. The display limit of the
    /// report cuts lists without a word: a file of exactly as many rows gets a note. A list of one center has no column
    /// for it: give the profile <c>WithColumn("center", ColumnSource.Constant("4711"))</c>.</remarks>
    /// <param name="dialect">Delimiter, encoding, numbers and date patterns by the user's settings.</param>
    /// <param name="amount">Which amount is read.</param>
    /// <param name="currency">Where its currency stands, or a constant for all rows.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown choice.</exception>
    public static ImportProfile LineItems(ImportProfile dialect, SapAmount amount, ColumnSource currency)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ProfileParts.Require(amount, nameof(amount));
        return dialect
            .WithNegativeStyles(NegativeStyles.LeadingMinus | NegativeStyles.TrailingMinus)
            .WithTrimmedCells()
            .WithHeader(HeaderPlace.FoundWithin(MostTitleRows))
            .WithAmountSigns(AmountSigns.DebitPositive)
            .WithCurrency(CurrencyRule.FromColumn(currency))
            .WithTotals(new TotalRows(RowTest.Is(First, "*"), TotalScope.SincePrevious))
            .WithTotals(new TotalRows(RowTest.Is(First, "**"), TotalScope.WholeFile))
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named(LabelsOf(amount))))
            .WithColumn("date", "Posting Date", "Buchungsdatum", "Pstng Date", "过账日期")
            .WithColumn("center", "Cost Center", "Cost Ctr", "Kostenstelle", "成本中心")
            .WithColumn("element", "Cost Element", "Cost Elem.", "Kostenart", "成本要素")
            .WithColumn("document", ColumnSource.NamedIfPresent("Document Number", "Belegnummer"))
            .WithColumn("text", ColumnSource.NamedIfPresent("Name", "Bezeichnung"));
    }

    /// <summary>Postings from a list that was saved unconverted: rows between bars, rulers and titles on each page.
    /// </summary>
    /// <remarks>As <see cref="LineItems"/>; lines that are no rows are set aside.</remarks>
    /// <param name="dialect">Encoding, numbers and date patterns by the user's settings; mostly <c>iso-8859-1</c>.
    /// </param>
    /// <param name="amount">Which amount is read.</param>
    /// <param name="currency">Where its currency stands, or a constant for all rows.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown choice.</exception>
    public static ImportProfile UnconvertedList(ImportProfile dialect, SapAmount amount, ColumnSource currency) =>
        LineItems(dialect, amount, currency).WithDelimiter('|').WithLiteralQuotes().WithFramedRows();

    private static string[] LabelsOf(SapAmount amount) => amount switch
    {
        SapAmount.ReportCurrency => ["Val.in rep.cur.", "Val. in rep cur.", "Val.in RepCur.", "Wert/BWähr", "报表货币值"],
        SapAmount.ControllingArea => ["Val/COArea Crcy", "Wert/KWähr"],
        SapAmount.ObjectCurrency => ["Value in Obj. Crcy", "Wert/OWähr", "对象货币值"],
        _ => ["Value TranCurr", "Wert/TWähr"],
    };
}
