using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard;

/// <summary>Elements of a scope together.</summary>
internal sealed class ScopedElements
{
    public ScopedElements(ImmutableArray<ScopedElement> items)
    {
        Items = items.IsEmpty ? throw new ArgumentException("At least one element was expected.") : items;
    }

    public ImmutableArray<ScopedElement> Items { get; }

    public Fraction Budget => Fraction.Sum(Items.Select(item => item.Budget));

    public Fraction Allowed => Fraction.Sum(Items.Select(item => item.Allowed));

    public Fraction Actual => Fraction.Sum(Items.Select(item => item.Actual));

    /// <summary>Revenues - costs of the budget.</summary>
    public Fraction BudgetedProfit => Fraction.Sum(Items.Select(
        item => item.Nature == Structure.ElementNature.Revenue ? item.Budget : -item.Budget));

    public IEnumerable<CellAddress> Cells => Items.SelectMany(item => item.Cells);

    /// <summary>The one unit of all elements.</summary>
    public string Unit
    {
        get
        {
            string?[] units = [.. Items.Select(item => item.Unit).Distinct()];
            return units is [string unit]
                ? unit
                : throw new ArgumentException(
                    $"One unit was expected of all elements, and there is {string.Join(", ", units.Select(
                        unit => unit is null ? "none" : $"'{unit}'"))}.");
        }
    }
}
