using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard.MixAndYield;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>Why sales earned more or less than budgeted: price, mix and quantity, the last by market and
/// share.</summary>
/// <remarks>
/// <para>Trees of basis profit: a positive amount helps profit. No rounding; averages stay fractions.</para>
/// <para>Below <c>sales mix</c> and <c>sales quantity</c> stands one leaf a product, of the product's name, in the
/// order given.</para>
/// <para>The mix weighs the products' shares in the total of all actual units (Horngren, ACCA), so that mix and
/// quantity add up to the volume; with each product's own units, as some web pages have it, they would not
/// (<see cref="MixAtOwnUnits"/>).</para>
/// </remarks>
public static partial class SalesVariances
{
    /// <summary>The kind of the keys of what is sold, see <see cref="VarianceKey.Of"/>.</summary>
    public const string ItemKind = "item";

    /// <summary>The key of the sales price node.</summary>
    public const string SalesPriceKey = "sales-price";

    /// <summary>The key of the sales volume node.</summary>
    public const string SalesVolumeKey = "sales-volume";

    /// <summary>The key of the sales mix node.</summary>
    public const string SalesMixKey = "sales-mix";

    /// <summary>The key of the sales quantity node.</summary>
    public const string SalesQuantityKey = "sales-quantity";

    /// <summary>The price variance of one product: <c>sales price</c> = actual revenue - actual units × budgeted price.
    /// </summary>
    /// <param name="budgetPrice">Budgeted price of a unit.</param>
    /// <param name="actual">The units sold, at their actual price.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budgetPrice"/> is out of bounds.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public static VarianceNode AnalyzePrice(decimal budgetPrice, PricedQuantity actual, VarianceUnits units) =>
        Price(InputRange.Figure(budgetPrice), actual, units);

    internal static VarianceNode Price(Fraction price, PricedQuantity actual, VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return VarianceNode.Leaf(
            SalesPriceKey,
            "sales price",
            VarianceBasis.Profit,
            actual.Cost - (actual.Quantity * price),
            "actual revenue - actual units × budget price",
            [
                units.Amount("actual revenue", actual.Cost),
                units.Count("actual units", actual.Quantity),
                units.Price("budget price", price),
            ]);
    }

    /// <summary>The volume variance: <c>sales volume</c> = <c>sales mix</c> + <c>sales quantity</c>, each by product.
    /// </summary>
    /// <param name="items">At least one product, each name once; not all budgets 0.</param>
    /// <param name="valuation">What the unit values of the products are.</param>
    /// <param name="method">How the products take part in the mix.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentException">There is no product, one is null, a name comes twice, or nothing was
    /// budgeted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A choice is none.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode AnalyzeVolume(
        IEnumerable<SalesItem> items, SalesValuation valuation, MixMethod method, VarianceUnits units)
    {
        MixSplit split = Split(items, valuation, method, units);
        return Sum(split.Mix(), split.Rest());
    }

    /// <summary>The volume variance with the quantity by market: <c>sales volume</c> = <c>sales mix</c> by product +
    /// <c>sales quantity</c> (<c>market share</c> + <c>market size</c>).</summary>
    /// <param name="items">At least one product, each name once; not all budgets 0.</param>
    /// <param name="valuation">What the unit values of the products are.</param>
    /// <param name="method">How the products take part in the mix.</param>
    /// <param name="market">The market of all products together.</param>
    /// <param name="order">Where the joint term of market and share goes.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentException">There is no product, one is null, a name comes twice, or nothing was
    /// budgeted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A choice is none.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode AnalyzeVolume(
        IEnumerable<SalesItem> items,
        SalesValuation valuation,
        MixMethod method,
        Market market,
        MarketOrder order,
        VarianceUnits units)
    {
        MixSplit split = Split(items, valuation, method, units);
        return Sum(
            split.Mix(),
            MarketVariances.Split(market, split.StandardTotal, split.ActualTotal, split.AverageValue, order, units));
    }

    /// <summary>The other formula of the sales mix, by product: (actual share - budget share) × the product's own
    /// actual units × its unit value.</summary>
    /// <remarks>These figures are no parts of anything: they add up neither to the mix variance of
    /// <see cref="AnalyzeVolume(IEnumerable{SalesItem}, SalesValuation, MixMethod, VarianceUnits)"/> nor, with the
    /// quantity, to the volume, so that there is no node above them. For the check of a page that uses the formula.
    /// </remarks>
    /// <param name="items">At least one product, each name once; not all budgets 0.</param>
    /// <param name="valuation">What the unit values of the products are.</param>
    /// <param name="units">Currency and unit.</param>
    /// <returns>One leaf a product, in the order given.</returns>
    /// <exception cref="ArgumentException">There is no product, one is null, a name comes twice, or nothing was
    /// budgeted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A choice is none.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImmutableArray<VarianceNode> MixAtOwnUnits(
        IEnumerable<SalesItem> items, SalesValuation valuation, VarianceUnits units) =>
        Split(items, valuation, MixMethod.IndividualPrice, units).MixAtOwnQuantity();

    /// <summary>The volume variance of one product, which has no mix.</summary>
    internal static VarianceNode Volume(
        Fraction budgetUnits,
        Fraction actualUnits,
        Fraction unitValue,
        SalesValuation valuation,
        VarianceUnits units) =>
        VarianceNode.Leaf(
            SalesVolumeKey,
            "sales volume",
            VarianceBasis.Profit,
            (actualUnits - budgetUnits) * unitValue,
            $"(actual units - budget units) × {NameOf(valuation)}",
            [
                units.Count("actual units", actualUnits),
                units.Count("budget units", budgetUnits),
                units.Price(NameOf(valuation), unitValue),
            ]);

    private static VarianceNode Sum(VarianceNode mix, VarianceNode quantity) =>
        VarianceNode.Sum(SalesVolumeKey, "sales volume", "sales mix + sales quantity", [mix, quantity]);

    private static MixSplit Split(
        IEnumerable<SalesItem> items, SalesValuation valuation, MixMethod method, VarianceUnits units)
    {
        SalesItem[] all = Domain.RequireItems(items, item => item.Name);
        string value = NameOf(valuation);
        return new MixSplit(
            new MixTerms(
                VarianceBasis.Profit,
                ItemKind,
                SalesMixKey,
                "sales mix",
                SalesQuantityKey,
                "sales quantity",
                "budget",
                "units",
                value),
            Array.ConvertAll(
                all, item => new MixLine(item.Name, item.BudgetUnits, item.ActualUnits, item.UnitValue)),
            Fraction.Sum(all.Select(item => item.BudgetUnits)),
            method,
            units,
            nameof(items));
    }

    private static string NameOf(SalesValuation valuation) => valuation switch
    {
        SalesValuation.Contribution => "budget contribution",
        SalesValuation.Profit => "standard profit",
        SalesValuation.Price => "budget price",
        _ => throw new ArgumentOutOfRangeException(nameof(valuation), valuation, "There is no such valuation."),
    };
}
