using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>A profile for the spending that authorities of the United Kingdom publish.</summary>
/// <remarks>The headings are those of published files of departments over 25,000 pounds; each authority has its own
/// ways, and its headings change from month to month.</remarks>
public static class CouncilProfiles
{
    private const int MostTitleRows = 20;

    /// <summary>Postings from a month's spending.</summary>
    /// <remarks>Titles may stand above the header. Amounts may have a pound sign, and parentheses or a minus where
    /// negative. A labelled total is verified; a last row without label that holds the sum of all others is rejected
    /// until the profile says what it is (<see cref="ImportProfile.WithLastRow"/>). Windows-1252, or UTF-8 with a byte
    /// order mark.</remarks>
    /// <param name="center">Where the center stands, such as <c>ColumnSource.Named("Entity")</c>.</param>
    /// <param name="element">Where the element stands, such as <c>ColumnSource.Named("Expense Type")</c>, or a
    /// constant.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportProfile SpendingOver25Thousand(ColumnSource center, ColumnSource element) =>
        ImportProfile.Contract
            .WithEncoding("windows-1252")
            .WithByteOrderMark()
            .WithTrimmedCells()
            .WithHeader(HeaderPlace.FoundWithin(MostTitleRows))
            .WithNumbers('.', ",")
            .WithNegativeStyles(NegativeStyles.LeadingMinus | NegativeStyles.Parentheses)
            .WithDatePatterns("dd/MM/yyyy", "dd-MMM-yy", "dd-MMM-yyyy")
            .WithCurrency(CurrencyRule.InAmounts())
            .WithTotals(new TotalRows(
                RowTest.Is(ColumnSource.At(1), "Total", "Grand Total"), TotalScope.WholeFile))
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named("Amount", "Amount £", "Amount (£)")))
            .WithColumn("date", "Date", "Payment Date")
            .WithColumn("center", center)
            .WithColumn("element", element)
            .WithColumn("document", ColumnSource.NamedIfPresent("Transaction Number", "Transaction No"))
            .WithColumn("text", ColumnSource.NamedIfPresent("Supplier"));
}
