using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Budgets;

/// <summary>What one center may spend, or should earn, on one element in one period or one whole fiscal year.</summary>
/// <remarks>
/// A line of amount 0 is a budget; several lines for one cell add up. Natural signs: a cost allowed and a revenue
/// expected are positive. Immutable.
/// </remarks>
public sealed record BudgetLine
{
    private BudgetLine(
        CenterCode center, ElementCode element, int year, FiscalPeriod? period, decimal amount, decimal? quantity)
    {
        if (center == default || element == default)
        {
            throw new ArgumentException("A budget line needs a center and an element.");
        }

        Center = center;
        Element = element;
        Year = year;
        Period = period;
        Amount = amount;
        Quantity = quantity;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>The element.</summary>
    public ElementCode Element { get; }

    /// <summary>The fiscal year.</summary>
    public int Year { get; }

    /// <summary>The period, or null for the whole year.</summary>
    public FiscalPeriod? Period { get; }

    /// <summary>In the currency of the version, exact.</summary>
    public decimal Amount { get; }

    /// <summary>In the element's unit, or null when there is none.</summary>
    public decimal? Quantity { get; }

    /// <summary>A line for one period.</summary>
    /// <param name="center">The center.</param>
    /// <param name="element">The element.</param>
    /// <param name="period">The period.</param>
    /// <param name="amount">In the currency of the version.</param>
    /// <param name="quantity">In the element's unit, or null.</param>
    /// <exception cref="ArgumentException">A code is a default value.</exception>
    public static BudgetLine ForPeriod(
        CenterCode center, ElementCode element, FiscalPeriod period, decimal amount, decimal? quantity = null) =>
        new(center, element, period.Year, period, amount, quantity);

    /// <summary>A line for a whole fiscal year, which the version spreads over its periods.</summary>
    /// <param name="center">The center.</param>
    /// <param name="element">The element.</param>
    /// <param name="year">The fiscal year.</param>
    /// <param name="amount">In the currency of the version.</param>
    /// <param name="quantity">In the element's unit, or null.</param>
    /// <exception cref="ArgumentException">A code is a default value.</exception>
    public static BudgetLine ForYear(
        CenterCode center, ElementCode element, int year, decimal amount, decimal? quantity = null) =>
        new(center, element, year, null, amount, quantity);

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(BudgetLine),
        (nameof(Center), Center),
        (nameof(Element), Element),
        (nameof(Year), Year),
        (nameof(Period), Period),
        (nameof(Amount), Amount),
        (nameof(Quantity), Quantity));
}
