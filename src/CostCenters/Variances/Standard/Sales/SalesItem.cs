using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>One product of the sales budget.</summary>
public sealed record SalesItem
{
    /// <summary>Creates a product.</summary>
    /// <param name="name">Its name, unique among the products.</param>
    /// <param name="budgetUnits">Units budgeted, not negative.</param>
    /// <param name="actualUnits">Units sold, not negative.</param>
    /// <param name="unitValue">Budgeted contribution, standard profit or budgeted price of a unit, whichever the
    /// analysis values volume at.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds.</exception>
    public SalesItem(string name, decimal budgetUnits, decimal actualUnits, decimal unitValue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        BudgetUnits = InputRange.NotNegative(budgetUnits);
        ActualUnits = InputRange.NotNegative(actualUnits);
        UnitValue = InputRange.Figure(unitValue);
    }

    internal SalesItem(string name, Fraction budgetUnits, Fraction actualUnits, Fraction unitValue)
    {
        Name = name;
        BudgetUnits = InputRange.NotNegative(budgetUnits);
        ActualUnits = InputRange.NotNegative(actualUnits);
        UnitValue = unitValue;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Units budgeted.</summary>
    public Fraction BudgetUnits { get; }

    /// <summary>Units sold.</summary>
    public Fraction ActualUnits { get; }

    /// <summary>What a unit is worth.</summary>
    public Fraction UnitValue { get; }
}
