using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.Flexible;

/// <summary>What other volumes than planned did to profit, at budgeted prices and costs.</summary>
/// <remarks>
/// <para>(actual units - planned units) × budgeted revenue, contribution or profit of a unit, by product and in total;
/// unrounded. More units of a product that earns are favorable.</para>
/// <para>Which of the three, authors decide by costing system: see <see cref="SalesVolumeMeasure"/>.</para>
/// </remarks>
public static class SalesVolumeVariance
{
    /// <summary>The kind of the keys of the products, see <see cref="VarianceKey.Of"/>.</summary>
    public const string ProductKind = "product";

    /// <summary>The key of the sales volume node.</summary>
    public const string SalesVolumeKey = "sales-volume";

    /// <summary>The tree: <c>sales volume</c> with a leaf for each product, in their order; on the basis of profit.
    /// </summary>
    /// <param name="currency">The currency of prices and costs.</param>
    /// <param name="products">At least one, each name once.</param>
    /// <param name="measure">What a unit is valued at.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no product, one is null, a name comes twice, or the measure is
    /// profit and a
    /// product has no absorbed fixed cost.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="measure"/> is none.</exception>
    public static VarianceNode Analyze(
        Currency currency, IEnumerable<SalesVolumeProduct> products, SalesVolumeMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(currency);
        SalesVolumeProduct[] sold = Domain.RequireItems(products, product => product.Name);
        if (measure == SalesVolumeMeasure.Profit
            && sold.FirstOrDefault(product => product.FixedCost is null) is SalesVolumeProduct marginal)
        {
            throw new ArgumentException(
                $"'{marginal.Name}' absorbs no fixed cost, so a unit of it has no profit.", nameof(products));
        }

        return VarianceNode.Sum(SalesVolumeKey, "sales volume", "sum of the products", sold.Select(product =>
        {
            (string name, Fraction value) = ValueOf(product, measure);
            InputUnit unit = InputUnit.Of(product.Units.Unit);
            return VarianceNode.Leaf(
                VarianceKey.Of(ProductKind, product.Name),
                product.Name,
                VarianceBasis.Profit,
                (Fraction.Of(product.Units.Actual) - Fraction.Of(product.Units.Planned)) * value,
                $"(actual units - planned units) × budgeted {name}",
                [
                    new("planned units", Fraction.Of(product.Units.Planned), unit),
                    new("actual units", Fraction.Of(product.Units.Actual), unit),
                    new($"budgeted {name}", value, InputUnit.Of(currency).Per(unit)),
                ]);
        }));
    }

    private static (string Name, Fraction Value) ValueOf(SalesVolumeProduct product, SalesVolumeMeasure measure)
    {
        var price = Fraction.Of(product.Price);
        Fraction contribution = price - Fraction.Of(product.VariableCost);
        return measure switch
        {
            SalesVolumeMeasure.Revenue => ("price", price),
            SalesVolumeMeasure.Contribution => ("contribution", contribution),
            SalesVolumeMeasure.Profit => ("profit", contribution - Fraction.Of(product.FixedCost ?? 0m)),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure."),
        };
    }
}
