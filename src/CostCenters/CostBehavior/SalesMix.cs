using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>Several products that are sold in a constant mix, over one fixed cost.</summary>
/// <remarks>
/// <para>A composite unit holds each product as often as its mix says; contribution, break-even and target are
/// those of composite units. Unrounded.</para>
/// <para>Source: OpenStax, Principles of Accounting Vol. 2, break-even in a multi-product environment.</para>
/// </remarks>
public sealed class SalesMix
{
    private readonly Fraction fixedCost;

    /// <summary>Creates a mix.</summary>
    /// <param name="products">At least one, each name once; results keep the order.</param>
    /// <param name="fixedCost">The fixed cost of all products, not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="products"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no product, one is null, or a name comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fixedCost"/> is negative or beyond its range.
    /// </exception>
    public SalesMix(IEnumerable<MixProduct> products, decimal fixedCost)
    {
        ArgumentNullException.ThrowIfNull(products);
        ArgumentOutOfRangeException.ThrowIfNegative(fixedCost);
        Products = [.. products];
        if (Products.IsEmpty || Products.Contains(null!)
            || Products.DistinctBy(product => product.Name).Count() != Products.Length)
        {
            throw new ArgumentException("At least one product was expected, each name once.", nameof(products));
        }

        this.fixedCost = InputRange.Amount(fixedCost);
        FixedCost = fixedCost;
        CompositeSales = Sum(product => product.Price);
        CompositeContribution = CompositeSales - Sum(product => product.VariableCost);
    }

    /// <summary>The products.</summary>
    public ImmutableArray<MixProduct> Products { get; }

    /// <summary>The fixed cost of all products.</summary>
    public decimal FixedCost { get; }

    /// <summary>The sales of a composite unit: the sum of mix × price.</summary>
    public Fraction CompositeSales { get; }

    /// <summary>The contribution of a composite unit: the sum of mix × (price - variable cost).</summary>
    public Fraction CompositeContribution { get; }

    /// <summary>Composite contribution / composite sales, the weighted-average ratio; null without sales.</summary>
    public Fraction? ContributionRatio => CompositeSales.IsZero ? null : CompositeContribution / CompositeSales;

    /// <summary>The volume at which profit is 0; null without a positive composite contribution.</summary>
    public SalesMixVolume? BreakEven => VolumeFor(0m);

    /// <summary>The volume that earns a target profit: (fixed cost + target) / composite contribution.</summary>
    /// <param name="targetProfit">The profit before tax, any sign.</param>
    /// <returns>Null without a positive composite contribution, or when the loss would be larger than the fixed cost.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="targetProfit"/> is beyond its range.</exception>
    public SalesMixVolume? VolumeFor(decimal targetProfit) => VolumeFor(InputRange.Amount(targetProfit));

    /// <summary>The volume that earns a target profit after tax: (fixed cost + target / (1 - rate)) / composite
    /// contribution.</summary>
    /// <param name="profitAfterTax">The profit that is to be left, any sign.</param>
    /// <param name="taxRate">The rate as a fraction, from 0 to below 1.</param>
    /// <returns>Null without a positive composite contribution, or when the loss would be larger than the fixed cost.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxRate"/> is negative, 1 or more, or
    /// <paramref name="profitAfterTax"/> is beyond its range.</exception>
    public SalesMixVolume? VolumeForAfterTax(decimal profitAfterTax, decimal taxRate) =>
        VolumeFor(CostVolumeProfit.ProfitBeforeTax(profitAfterTax, taxRate));

    private SalesMixVolume? VolumeFor(Fraction targetProfit)
    {
        Fraction needed = fixedCost + targetProfit;
        return CompositeContribution.Sign > 0 && needed.Sign >= 0
            ? new SalesMixVolume(this, needed / CompositeContribution)
            : null;
    }

    private Fraction Sum(Func<MixProduct, decimal> figure) => Fraction.Sum(
        Products.Select(product => Fraction.Of(product.Mix) * Fraction.Of(figure(product))));
}
