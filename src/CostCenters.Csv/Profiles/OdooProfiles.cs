using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>A profile for Odoo.</summary>
/// <remarks>Labels and signs are those of Odoo's source; no export of a company was seen.</remarks>
public static class OdooProfiles
{
    /// <summary>Postings from exported analytic items.</summary>
    /// <remarks>Costs are negative in the file, and positive here. The currency of each row must be that of the book.
    /// Quantities are left out: they have a unit for each row.</remarks>
    /// <param name="plan">The heading of the column of the analytic plan that is the center, which the customer names.
    /// </param>
    /// <param name="element">Where the element stands, such as <c>ColumnSource.Named("Financial Account")</c>, or a
    /// constant: an export has it only if asked for.</param>
    /// <exception cref="ArgumentException">The heading is empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="element"/> is null.</exception>
    public static ImportProfile AnalyticItems(string plan, ColumnSource element) =>
        ImportProfile.Contract
            .WithByteOrderMark()
            .WithLastRow(LastRow.Row)
            .WithAmountSigns(AmountSigns.CreditPositive)
            .WithCurrency(CurrencyRule.FromColumn(ColumnSource.Named("Currency")))
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named("Amount")))
            .WithColumn("date", "Date")
            .WithColumn("center", plan)
            .WithColumn("element", element)
            .WithConstant("quantity", "")
            .WithColumn("text", ColumnSource.NamedIfPresent("Description"));
}
