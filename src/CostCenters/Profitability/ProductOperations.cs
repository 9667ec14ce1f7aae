using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>A product's standard, budget and actual figures of one period.</summary>
/// <remarks>Inventory, opening and closing, is valued at standard cost. Immutable.</remarks>
public sealed class ProductOperations
{
    /// <summary>Creates the figures.</summary>
    /// <param name="currency">The currency of prices, costs and revenue.</param>
    /// <param name="standardPrice">The standard selling price of a unit.</param>
    /// <param name="budgetedUnits">Units that were to be sold.</param>
    /// <param name="unitsSold">Units sold.</param>
    /// <param name="unitsMade">Units made; what is not sold goes into inventory, and what is sold beyond comes from it.
    /// </param>
    /// <param name="revenue">Actual revenue.</param>
    /// <param name="inputs">Variable inputs, at standard and as used; may be none.</param>
    /// <param name="fixedOverhead">Fixed overhead.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An input is null, or fixed overhead goes by labor hours and no input is
    /// labor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, or a price or a number of units is
    /// negative.</exception>
    public ProductOperations(
        Currency currency,
        decimal standardPrice,
        decimal budgetedUnits,
        decimal unitsSold,
        decimal unitsMade,
        decimal revenue,
        IEnumerable<InputUse> inputs,
        FixedOverhead fixedOverhead)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(fixedOverhead);
        Inputs = [.. inputs];
        if (Inputs.Contains(null!))
        {
            throw new ArgumentException("No input may be null.", nameof(inputs));
        }

        if (fixedOverhead.Base == AbsorptionBase.LaborHours && !Labor.Any())
        {
            throw new ArgumentException(
                "Fixed overhead by labor hours needs an input that is labor.", nameof(inputs));
        }

        Currency = currency;
        Price = InputRange.NotNegative(standardPrice);
        Budgeted = InputRange.NotNegative(budgetedUnits);
        Sold = InputRange.NotNegative(unitsSold);
        Made = InputRange.NotNegative(unitsMade);
        Revenue = InputRange.Amount(revenue);
        FixedOverhead = fixedOverhead;
    }

    /// <summary>The currency of prices, costs and revenue.</summary>
    public Currency Currency { get; }

    /// <summary>Variable inputs, at standard and as used.</summary>
    public ImmutableArray<InputUse> Inputs { get; }

    /// <summary>Fixed overhead.</summary>
    public FixedOverhead FixedOverhead { get; }

    /// <summary>Variable cost of a unit at standard.</summary>
    public Fraction VariableCostPerUnit => Fraction.Sum(Inputs.Select(input => input.Standard.CostPerUnit));

    /// <summary>Fixed overhead of a unit at the absorption rate.</summary>
    public Fraction FixedCostPerUnit => FixedOverhead.Rate * BasePerUnit;

    /// <summary>Full cost of a unit at standard: variable cost + fixed overhead.</summary>
    public Fraction CostPerUnit => VariableCostPerUnit + FixedCostPerUnit;

    /// <summary>Contribution of a unit at standard: price - variable cost.</summary>
    public Fraction ContributionPerUnit => Price - VariableCostPerUnit;

    /// <summary>Profit of a unit at standard: price - full cost.</summary>
    public Fraction ProfitPerUnit => Price - CostPerUnit;

    internal Fraction Price { get; }

    internal Fraction Budgeted { get; }

    internal Fraction Sold { get; }

    internal Fraction Made { get; }

    internal Fraction Revenue { get; }

    internal IEnumerable<InputUse> Labor => Inputs.Where(input => input.Standard.Kind == InputKind.Labor);

    internal Fraction ActualCost =>
        Fraction.Sum(Inputs.Select(input => Fraction.Of(input.Cost))) + FixedOverhead.Actual;

    /// <summary>The unit of a price of one unit of what is named.</summary>
    internal InputUnit Money => InputUnit.Of(Currency);

    internal InputUnit Per(InputUnit unit) => Money.Per(unit);

    /// <summary>Units of the absorption base in a unit of output.</summary>
    internal Fraction BasePerUnit => FixedOverhead.Base == AbsorptionBase.UnitsMade
        ? Fraction.One
        : Fraction.Sum(Labor.Select(labor => labor.Standard.QuantityPerUnit));

    /// <summary>What a unit carries into inventory.</summary>
    internal Fraction InventoryCostPerUnit(CostingMethod method) =>
        method == CostingMethod.Absorption ? CostPerUnit : VariableCostPerUnit;

    internal Fraction BudgetedProfit(CostingMethod method) => method == CostingMethod.Absorption
        ? Budgeted * ProfitPerUnit
        : (Budgeted * ContributionPerUnit) - FixedOverhead.Budget;

    internal Fraction ActualProfit(CostingMethod method) =>
        Revenue - ActualCost + ((Made - Sold) * InventoryCostPerUnit(method));
}
