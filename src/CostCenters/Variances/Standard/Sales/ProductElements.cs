using System.Collections.Immutable;
using CostCenters.Structure;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>Where the sales of a product are posted, and which costs are taken off its price.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ProductElements
{
    /// <summary>Names the elements of a product.</summary>
    /// <param name="revenue">The element of its revenue, whose unit are the units sold.</param>
    /// <param name="costs">The elements of the costs that the value of a unit is net of: none where volume is valued at
    /// price, the variable ones at contribution, all of them at profit.</param>
    /// <exception cref="ArgumentNullException"><paramref name="costs"/> is null.</exception>
    public ProductElements(ElementCode revenue, IEnumerable<ElementCode> costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        Revenue = revenue;
        Costs = [.. costs.Distinct()];
    }

    /// <summary>The element of its revenue.</summary>
    public ElementCode Revenue { get; }

    /// <summary>The elements of the costs that the value of a unit is net of.</summary>
    public ImmutableArray<ElementCode> Costs { get; }
}
